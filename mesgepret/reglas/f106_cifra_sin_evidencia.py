"""De una cifra definitiva al documento que la prueba."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F106")
def cifra_sin_evidencia(expediente: Expediente) -> Iterator[Hallado]:
    """Cifra con `valor`, en estado definitivo y sin `evidencia` (R25); lo anterior a los Lineamientos no se juzga."""
    for avance in expediente.avances:
        if avance.cifra_definitiva and not avance.tiene("evidencia") and expediente.juzga(avance.fin):
            indicador = str(avance.datos["indicador"])
            yield (
                avance.en("evidencia"),
                f"la cifra definitiva de «{indicador}» en {avance.periodo} no trae evidencia",
                indicador,
            )
