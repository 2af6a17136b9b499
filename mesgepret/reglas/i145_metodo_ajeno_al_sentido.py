"""Del método de cumplimiento de un indicador a lo que el indicador es."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.coherencia import desajuste
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I145")
def metodo_ajeno_al_sentido(expediente: Expediente) -> Iterator[Hallado]:
    """El método no se hizo para su sentido, suma niveles o pide un numerador y un denominador que no hay."""
    for indicador in expediente.indicadores.values():
        porque = desajuste(indicador)
        if porque:
            yield (
                indicador.en("metodo_cumplimiento"),
                f"el método «{indicador.metodo_cumplimiento}» de «{indicador.id}» {porque}",
                indicador.id,
                (indicador.en("sentido"),),
            )
