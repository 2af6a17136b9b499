"""De la meta de un año a lo que juntan sus periodos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import exacto
from mesgepret.evaluacion.coherencia import descuadres
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I140")
def anio_que_no_cierra(expediente: Expediente) -> Iterator[Hallado]:
    """Año programado entero cuyos periodos no dan su meta, según qué sea ella (`meta_anual_es`).

    Se miran las primeras cifras y, si cierran, las que hoy rigen con los reajustes.
    """
    for indicador in expediente.indicadores.values():
        for uno in descuadres(indicador, expediente.hoy):
            cota = "" if uno.cota == "valor" else f" ({uno.cota})"
            yield (
                uno.anual.en(uno.cota),
                (
                    f"{'con los reajustes que hoy rigen, ' if uno.reajustado else ''}la meta de «{indicador.id}» en "
                    f"{uno.anual.anio} es {exacto(uno.dicho)}{cota}, y su programación {uno.clase} {uno.cuenta}"
                ),
                indicador.id,
                (indicador.en("reajustes" if uno.reajustado else "programacion"),),
            )
