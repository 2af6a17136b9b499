"""De las actividades de un plan a las que no dicen cuándo empiezan o cuándo acaban."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P107")
def actividad_sin_tiempos(expediente: Expediente) -> Iterator[Hallado]:
    """Actividad del plan sin inicio o sin fin (R65)."""
    for plan in expediente.planes:
        for actividad in plan.actividades:
            faltan = [clave for clave in ("inicio", "fin") if not actividad.tiene(clave)]
            if faltan:
                yield (
                    actividad.en(),
                    f"la actividad «{actividad.actividad}» no dice cuándo {_CUANDO[' '.join(faltan)]}",
                    actividad.id,
                )


_CUANDO = {"inicio": "empieza", "fin": "acaba", "inicio fin": "empieza ni cuándo acaba"}
