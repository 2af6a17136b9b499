"""De una sesión celebrada a la coordinación técnico-operativa que regía ese día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M109")
def sesion_sin_coordinacion_tecnica(expediente: Expediente) -> Iterator[Hallado]:
    """Hay ayuda memoria de la mesa y ese día no regía ninguna coordinación técnico-operativa (R58)."""
    for mesa in expediente.mesas.values():
        for acta in mesa.celebradas_sin_coordinacion("tecnico"):
            yield (
                acta.en("nivel"),
                f"la sesión «{acta.id}» no tuvo coordinación técnico-operativa: no regía ninguna el {acta.fecha}",
                acta.id,
                (mesa.en("tecnico", "coordinacion"),),
            )
