"""De una ayuda memoria en borrador a los días que lleva así."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A103")
def borrador_viejo(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria aún en borrador al octavo día del fin de la sesión (R84)."""
    for alerta in de_la_clase(expediente, "borrador-viejo"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
