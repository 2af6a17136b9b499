"""De una convocatoria a la reunión que dice reprogramar y que no podía serlo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("C105")
def reprograma_lo_que_no_es_anterior(expediente: Expediente) -> Iterator[Hallado]:
    """Convocatoria que se reprograma a sí misma, o a una reunión celebrada: con ayuda memoria y sin cancelar (R83)."""
    for sesion in expediente.sesiones.values():
        convocatoria = sesion.convocatoria
        otra = convocatoria.reprograma if convocatoria else None
        if convocatoria is None or otra is None:
            continue
        cancelada = otra.convocatoria is not None and otra.convocatoria.tiene("cancelada")
        if otra is sesion:
            yield convocatoria.en("reprograma"), f"la convocatoria «{sesion.id}» se reprograma a sí misma", sesion.id
        elif otra.acta is not None and not cancelada:
            mensaje = f"la convocatoria reprograma «{otra.id}», que se celebró el {otra.fecha}: tiene ayuda memoria"
            yield convocatoria.en("reprograma"), mensaje, sesion.id, (otra.acta.en(),)
