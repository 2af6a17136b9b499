"""De una institución de la mesa a quienes tiene acreditados hoy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M132")
def institucion_sin_acreditados(expediente: Expediente) -> Iterator[Hallado]:
    """En vigor hoy y sin ninguna acreditación vigente hoy, en ningún nivel (R71)."""
    for alerta in de_la_clase(expediente, "institucion-sin-acreditados"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
