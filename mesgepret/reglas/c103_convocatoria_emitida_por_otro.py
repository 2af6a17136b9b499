"""De quien emitió la convocatoria a quien coordinaba la mesa ese día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import llano
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("C103")
def convocatoria_emitida_por_otro(expediente: Expediente) -> Iterator[Hallado]:
    """Convocatoria sin `emite`, o emitida por quien no coordinaba a nivel técnico-operativo el día del envío (R79).

    Sin día de envío se mira el de la sesión. No se juzga la de un grupo de trabajo; si ese día no coordinaba nadie, la
    falta es esa y no se repite aquí. Un texto vale si nombra a quien coordina.
    """
    for sesion in expediente.sesiones.values():
        convocatoria = sesion.convocatoria
        if convocatoria is None or convocatoria.tiene("grupo") or convocatoria.reserva("emite"):
            continue
        if not convocatoria.tiene("emite"):
            mensaje = f"no consta quién emitió la convocatoria para el «{sesion.fecha}»"
            yield convocatoria.en(), mensaje, sesion.id
            continue
        dia = (convocatoria.enviada and convocatoria.enviada.fecha) or sesion.fecha
        coordinan = [c.miembro for c in sesion.mesa.coordina("tecnico", dia) if c.miembro]
        emite = convocatoria.datos["emite"]
        suya = any(c.id == emite or llano(c.nombre) in llano(str(emite)) for c in coordinan)
        if coordinan and convocatoria.emite is not None and not suya:
            mensaje = (
                f"la convocatoria la emitió «{convocatoria.emite.nombre}», y el {dia} coordinaba a nivel "
                f"técnico-operativo «{'», «'.join(c.nombre for c in coordinan)}»"
            )
            yield convocatoria.en("emite"), mensaje, sesion.id
