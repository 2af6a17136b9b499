"""De un reajuste a la cifra que cambia."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I151")
def reajuste_de_lo_que_no_hay(expediente: Expediente) -> Iterator[Hallado]:
    """Reajuste de un año o de un periodo del que la ficha no dice ninguna cifra, o solo que no se programó."""
    for indicador in expediente.indicadores.values():
        cifras = [(str(a.anio), a) for a in indicador.metas_anuales] + [(p.periodo, p) for p in indicador.programacion]
        con_cifra = {periodo for periodo, pieza in cifras if pieza.tiene("valor")}
        calla = indicador.reserva("metas_anuales") or indicador.reserva("programacion")
        for reajuste in indicador.reajustes if not calla else ():
            de_cada_uno = indicador.meta_anual_es == "cada_periodo" and reajuste.periodo[:4] in con_cifra
            if reajuste.periodo not in con_cifra and not de_cada_uno:
                yield (
                    reajuste.en("periodo"),
                    f"el indicador «{indicador.id}» reajusta la cifra de {reajuste.periodo}, y su ficha no la dice",
                    indicador.id,
                )
