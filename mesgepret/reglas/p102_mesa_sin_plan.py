"""De una mesa y un día a la falta de un plan que rija ese día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P102")
def mesa_sin_plan(expediente: Expediente) -> Iterator[Hallado]:
    """Ningún plan de la mesa cubre el día de corte (R61, T14)."""
    for mesa in expediente.mesas.values():
        if not any(plan.vigente(expediente.hoy) for plan in mesa.planes):
            pasados = [plan.hasta for plan in mesa.planes if plan.hasta and plan.hasta < expediente.hoy]
            detalle = f"; el último acabó el {max(pasados)}" if pasados else ""
            mensaje = f"ningún Plan de Trabajo de la mesa «{mesa.nombre}» cubre el {expediente.hoy}{detalle}"
            yield mesa.en(), mensaje, mesa.id
