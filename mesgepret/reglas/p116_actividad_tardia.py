"""De las actividades cuyo fin ya pasó a que consten cumplidas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P116")
def actividad_tardia(expediente: Expediente) -> Iterator[Hallado]:
    """Actividades que no constan cumplidas y cuyo fin, o el nuevo que la mesa les puso, ya pasó (R65).

    Las del plan que rige al corte, en un hallazgo por plan. Del plan cerrado habla P112.
    """
    for alerta in de_la_clase(expediente, "actividad-tardia"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
