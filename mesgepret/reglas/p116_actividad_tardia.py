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
        situaciones = [(a, situacion(a, expediente.hoy)) for a in plan.actividades]
        vencidas = sorted(((a, s) for a, s in situaciones if s.vencido), key=lambda par: (par[1].plazo, par[0].ruta))
        if vencidas:
            primera, suya = vencidas[0]
            mensaje = f"no consta cumplida «{primera.actividad}», que era para el {suya.plazo}"
            if len(vencidas) > 1:
                mensaje = f"{len(vencidas)} actividades cuyo fin ya pasó no constan cumplidas; la primera, "
                mensaje += f"«{primera.actividad}», era para el {suya.plazo}"
            yield primera.en("fin"), mensaje, plan.id, tuple(a.en("fin") for a, _ in vencidas[1:])
