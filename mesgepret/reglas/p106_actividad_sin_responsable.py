"""De las actividades de un plan a aquellas de las que nadie responde."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P106")
def actividad_sin_responsable(expediente: Expediente) -> Iterator[Hallado]:
    """Actividad del plan sin responsables, o con la lista vacía (R64)."""
    for plan in expediente.planes:
        for actividad in plan.actividades:
            if actividad.datos.get("responsables", []) == []:
                mensaje = f"la actividad «{actividad.actividad}» no dice quién responde de ella"
                yield actividad.en("responsables"), mensaje, actividad.id
