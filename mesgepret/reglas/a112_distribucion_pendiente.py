"""De una ayuda memoria cuyo plazo de distribución pasó a la falta de todo envío."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A112")
def distribucion_pendiente(expediente: Expediente) -> Iterator[Hallado]:
    """Pasó el séptimo día del fin de la sesión y no consta ningún envío (R95); si consta alguno, es de A109 o A111."""
    for alerta in de_la_clase(expediente, "distribucion-pendiente"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
