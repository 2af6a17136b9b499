"""De los años y los periodos de un indicador a los que dicen dos cifras."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente, Pieza
    from mesgepret.reglas.registro import Hallado


@regla("I129")
def anio_repetido(expediente: Expediente) -> Iterator[Hallado]:
    """El mismo año dos veces en `metas_anuales`, o el mismo periodo dos veces en `programacion` (R20)."""
    for indicador in expediente.indicadores.values():
        dichos: dict[str, Pieza] = {}
        anuales = [(f"el año {anual.anio}", anual, "anio") for anual in indicador.metas_anuales]
        periodos = [(f"el periodo {p.periodo}", p, "periodo") for p in indicador.programacion]
        for que, pieza, clave in (*anuales, *periodos):
            primera = dichos.setdefault(que, pieza)
            if primera is not pieza:
                yield (
                    pieza.en(clave),
                    f"el indicador «{indicador.id}» dice dos veces {que}",
                    indicador.id,
                    (primera.en(clave),),
                )
