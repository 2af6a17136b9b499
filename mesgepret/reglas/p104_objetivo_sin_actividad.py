"""De un plan en curso o cerrado a los objetivos que ninguna actividad suya persigue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P104")
def objetivo_sin_actividad(expediente: Expediente) -> Iterator[Hallado]:
    """Objetivo específico del catálogo al que ninguna actividad sirve, en el plan que ya empezó a regir (R62).

    Si el objetivo de alguna actividad está reservado no puede saberse cuál falta, y se calla.
    """
    for plan in expediente.planes:
        servidos = {actividad.objetivo for actividad in plan.actividades}
        faltan = [objetivo for objetivo in expediente.catalogos.objetivos if objetivo not in servidos]
        empezado = plan.desde is None or plan.desde <= expediente.hoy
        if faltan and empezado and not any(actividad.reserva("objetivo") for actividad in plan.actividades):
            yield (
                plan.en("actividades"),
                f"ninguna actividad del plan sirve a {len(faltan)} de los {len(expediente.catalogos.objetivos)} "
                "objetivos específicos de la Mesa: " + ", ".join(f"«{o.id}» {o.nombre}" for o in faltan),
                plan.id,
            )
