"""De un informe entregado al plazo que puso quien lo pidió."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D107")
def informe_tardio(expediente: Expediente) -> Iterator[Hallado]:
    """Entregado después del plazo de la solicitud (R49)."""
    for mesa in expediente.mesas.values():
        for informe in mesa.informes:
            entrega = informe.entregado.fecha if informe.entregado else None
            if informe.entregado and entrega and informe.plazo and entrega > informe.plazo:
                mensaje = (
                    f"el informe se entregó el {entrega} y se pidió para el {informe.plazo}: "
                    f"{(entrega - informe.plazo).days} días después"
                )
                yield informe.entregado.en("fecha"), mensaje, informe.id, (informe.en("plazo"),)
