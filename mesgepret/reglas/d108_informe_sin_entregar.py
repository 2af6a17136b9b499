"""De un informe pedido a la entrega que no consta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D108")
def informe_sin_entregar(expediente: Expediente) -> Iterator[Hallado]:
    """Su plazo pasó y no dice que se entregara (R49)."""
    for alerta in de_la_clase(expediente, "informe-sin-entregar"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
