"""De un plan en curso a las actividades de toda mesa que no prevé."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P113")
def plan_sin_las_seis_actividades(expediente: Expediente) -> Iterator[Hallado]:
    """Plan que rige al corte sin planificar alguna de las seis actividades (R102)."""
    for plan in expediente.planes:
        debidas = expediente.catalogos.actividades if plan.vigente(expediente.hoy) else ()
        faltan = [f"«{debida.id}» {debida.nombre}" for debida in debidas if not plan.planificada(debida.id)]
        if faltan:
            mensaje = (
                f"el plan no prevé {len(faltan)} de las {len(debidas)} actividades de las mesas: {', '.join(faltan)}"
            )
            yield plan.en("actividades"), mensaje, plan.id
