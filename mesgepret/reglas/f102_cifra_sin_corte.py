"""De una cifra definitiva al día hasta el que cuenta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F102")
def cifra_sin_corte(expediente: Expediente) -> Iterator[Hallado]:
    """Cifra con `valor`, en estado definitivo y sin `fecha_corte` (R25); lo anterior a los Lineamientos no se juzga."""
    for avance in expediente.avances:
        if avance.cifra_definitiva and not avance.tiene("fecha_corte") and expediente.juzga(avance.fin):
            indicador = str(avance.datos["indicador"])
            yield (
                avance.en("fecha_corte"),
                f"la cifra definitiva de «{indicador}» en {avance.periodo} no dice su fecha de corte",
                indicador,
            )
