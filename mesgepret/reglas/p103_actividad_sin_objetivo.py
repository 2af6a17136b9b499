"""De las actividades de un plan a las que no sirven a ningún objetivo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P103")
def actividad_sin_objetivo(expediente: Expediente) -> Iterator[Hallado]:
    """Actividad del plan sin objetivo específico (R62)."""
    for plan in expediente.planes:
        for actividad in plan.actividades:
            if not actividad.tiene("objetivo"):
                yield (
                    actividad.en(),
                    f"la actividad «{actividad.actividad}» no dice a qué objetivo de la Mesa sirve (OE1 a OE8)",
                    actividad.id,
                )
