"""De las cifras de un indicador a las que contradicen a quien responde por él."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F103")
def cifra_de_quien_no_responde(expediente: Expediente) -> Iterator[Hallado]:
    """Cifra de otra institución que difiere de la que informó, del mismo periodo, la responsable de la meta (R25).

    De cada una se mira su última cifra; si la responsable no informó, no hay con quién comparar.
    """
    for indicador in expediente.indicadores.values():
        responsable = indicador.meta.responde
        dichas = [a for a in indicador.avances if a.valor is not None and a.institucion is not None]
        ultimas = {(a.periodo, a.institucion): a for a in dichas}
        for (periodo, institucion), otra in ultimas.items():
            suya = ultimas.get((periodo, responsable))
            if suya is None or responsable is None or institucion is None or otra.valor == suya.valor:
                continue
            yield (
                otra.en("valor"),
                (
                    f"de «{indicador.id}» en {periodo}, «{institucion.sigla}» da {otra.valor} y «{responsable.sigla}», "
                    f"que responde por la meta, {suya.valor}"
                ),
                indicador.id,
                (suya.en("valor"),),
            )
