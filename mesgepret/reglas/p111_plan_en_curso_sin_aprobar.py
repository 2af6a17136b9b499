"""De un plan en curso a la aprobación que le falta, o a las autoridades que faltan en ella."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P111")
def plan_en_curso_sin_aprobar(expediente: Expediente) -> Iterator[Hallado]:
    """Plan que rige al corte sin aprobar, o aprobado sin la máxima autoridad de alguna institución de la mesa (R66).

    Se mira su versión, y un borrador no la aprueba todavía. Lo que aprobó quien no podía es de P109.
    """
    for alerta in de_la_clase(expediente, "plan-en-curso-sin-aprobar"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
