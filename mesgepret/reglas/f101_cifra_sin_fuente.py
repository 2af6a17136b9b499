"""De una cifra definitiva a su fuente."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F101")
def cifra_sin_fuente(expediente: Expediente) -> Iterator[Hallado]:
    """Cifra con `valor`, en estado definitivo y sin `fuente` (R25); lo anterior a los Lineamientos no se juzga."""
    for avance in expediente.avances:
        if avance.cifra_definitiva and not avance.tiene("fuente") and expediente.juzga(avance.fin):
            indicador = str(avance.datos["indicador"])
            yield (
                avance.en("fuente"),
                f"la cifra definitiva de «{indicador}» en {avance.periodo} no dice su fuente",
                indicador,
            )
