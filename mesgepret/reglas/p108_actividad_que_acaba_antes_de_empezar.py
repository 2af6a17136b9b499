"""De las fechas de un plan y de sus actividades a las que van al revés."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P108")
def actividad_que_acaba_antes_de_empezar(expediente: Expediente) -> Iterator[Hallado]:
    """El fin de la actividad es anterior a su inicio, o el del plan al suyo (R65)."""
    for plan in expediente.planes:
        if plan.desde and plan.hasta and plan.hasta < plan.desde:
            mensaje = f"el plan acaba el «{plan.hasta}», antes de empezar: empieza el {plan.desde}"
            yield plan.en("hasta"), mensaje, plan.id
        for actividad in plan.actividades:
            if actividad.inicio and actividad.fin and actividad.fin < actividad.inicio:
                yield (
                    actividad.en("fin"),
                    f"la actividad acaba el «{actividad.fin}», antes de empezar: empieza el {actividad.inicio}",
                    actividad.id,
                )
