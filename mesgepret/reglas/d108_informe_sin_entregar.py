"""De un informe pedido a la entrega que no consta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D108")
def informe_sin_entregar(expediente: Expediente) -> Iterator[Hallado]:
    """Su plazo pasó y no dice que se entregara (R49)."""
    for mesa in expediente.mesas.values():
        for informe in mesa.informes:
            if informe.plazo and informe.plazo < expediente.hoy and not informe.tiene("entregado"):
                mensaje = (
                    f"el informe que pidió «{informe.solicitado_por}» era para el {informe.plazo} y "
                    f"no consta entregado {(expediente.hoy - informe.plazo).days} días después"
                )
                yield informe.en("plazo"), mensaje, informe.id
