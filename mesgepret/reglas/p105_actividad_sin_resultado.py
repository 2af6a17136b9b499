"""De las actividades de un plan a las que no dicen su resultado."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P105")
def actividad_sin_resultado(expediente: Expediente) -> Iterator[Hallado]:
    """Actividad del plan sin resultado (R63)."""
    for plan in expediente.planes:
        for actividad in plan.actividades:
            if not actividad.tiene("resultado"):
                mensaje = f"la actividad «{actividad.actividad}» no dice qué resultado se espera de ella"
                yield actividad.en(), mensaje, actividad.id
