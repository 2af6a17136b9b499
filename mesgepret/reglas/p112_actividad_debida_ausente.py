"""De un plan que ya acabó a las actividades de toda mesa que en él faltaron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P112")
def actividad_debida_ausente(expediente: Expediente) -> Iterator[Hallado]:
    """Plan cerrado sin planificar alguna de las seis actividades, o sin constancia de que se hiciera (R102)."""
    for plan in expediente.planes:
        debidas = expediente.catalogos.actividades if plan.cerrado(expediente.hoy) else ()
        sin_plan = [f"«{a.id}» {a.nombre}" for a in debidas if not plan.planificada(a.id)]
        sin_hacer = [f"«{a.id}» {a.nombre}" for a in debidas if plan.planificada(a.id) and not plan.realizada(a.id)]
        dichos = [f"no planificó {', '.join(sin_plan)}"] if sin_plan else []
        dichos += [f"no consta que se realizara {', '.join(sin_hacer)}"] if sin_hacer else []
        if dichos:
            faltan = f"{len(sin_plan) + len(sin_hacer)} de las {len(debidas)} actividades de las mesas"
            mensaje = f"al plan que acabó el {plan.hasta} le faltan {faltan}: {'; '.join(dichos)}"
            yield plan.en("actividades"), mensaje, plan.id
