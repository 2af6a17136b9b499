"""De un plan que ya acabó a la aprobación que su última versión no tuvo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P110")
def plan_cerrado_sin_aprobar(expediente: Expediente) -> Iterator[Hallado]:
    """Plan cuyo último día pasó y cuya última versión no se aprobó ni en sesión ni fuera de ella (R66).

    Una aprobación cubre una versión; la que no dice cuál, la del archivo.
    """
    for plan in (p for p in expediente.planes if not p.mesa.calla_resoluciones):
        if plan.cerrado(expediente.hoy) and not plan.aprobaciones and not plan.reserva("aprobacion"):
            yield (
                plan.en("version"),
                f"el plan acabó el {plan.hasta} y su versión «{plan.version}» no se aprobó",
                plan.id,
            )
