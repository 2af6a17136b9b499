"""De las actividades cuyo fin ya pasó a que consten cumplidas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import situacion
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P116")
def actividad_tardia(expediente: Expediente) -> Iterator[Hallado]:
    """Actividades que no constan cumplidas y cuyo fin, o el nuevo que la mesa les puso, ya pasó (R65).

    Las del plan que rige al corte, en un hallazgo por plan. Del plan cerrado habla P112.
    """
    for plan in expediente.planes:
        if not plan.vigente(expediente.hoy):
            continue
        vencidas = [(a, s) for a in plan.actividades if (s := situacion(a, expediente.hoy)).vencido]
        if vencidas:
            nombres = [f"«{a.actividad}» (era para el {s.plazo})" for a, s in vencidas]
            mensaje = f"no consta cumplida {nombres[0]}"
            if len(nombres) > 1:
                mensaje = f"{len(nombres)} actividades vencidas no constan cumplidas: {', '.join(nombres)}"
            lugares = [a.en("fin") for a, _ in vencidas]
            yield lugares[0], mensaje, plan.id, tuple(lugares[1:])
