"""De las actividades de un plan a lo que probará que se hicieron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P118")
def actividad_sin_medio_de_verificacion(expediente: Expediente) -> Iterator[Hallado]:
    """Actividades sin `medio_verificacion`: un hallazgo por plan (R63)."""
    for plan in expediente.planes:
        calladas = [actividad for actividad in plan.actividades if not actividad.tiene("medio_verificacion")]
        if calladas:
            mensaje = (
                "actividades que no dicen con qué se probará que se hicieron: "
                f"{len(calladas)} de {len(plan.actividades)}; la primera, «{calladas[0].actividad}»"
            )
            lugares = [actividad.en("actividad") for actividad in calladas]
            yield lugares[0], mensaje, plan.id, tuple(lugares[1:])
