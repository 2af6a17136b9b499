"""De la versión de un plan que se resuelve a las que hay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Plan
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S119")
def version_de_plan_inexistente(expediente: Expediente) -> Iterator[Hallado]:
    """Resolución sobre una versión de un plan mayor que la que el plan tiene (R66)."""
    for acuerdo in expediente.acuerdos.values():
        for resolucion in acuerdo.resuelve:
            plan, version = resolucion.sobre, resolucion.version
            if isinstance(plan, Plan) and version is not None and plan.version is not None and version > plan.version:
                mensaje = f"«{acuerdo.id}» resuelve la versión «{version}» de «{plan.id}», que va por la {plan.version}"
                yield resolucion.en("version"), mensaje, acuerdo.id, (plan.en("version"),)
