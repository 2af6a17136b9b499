"""De una convocatoria enviada a los días que faltaban para la reunión."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("C102")
def convocatoria_tardia(expediente: Expediente) -> Iterator[Hallado]:
    """Días = reunión − envío: no cuenta el día de envío, cuenta el de la reunión (R81, T6)."""
    minimo = expediente.repositorio.dias_convocatoria
    for sesion in expediente.sesiones.values():
        convocatoria = sesion.convocatoria
        if convocatoria is None or convocatoria.enviada is None or convocatoria.enviada.fecha is None:
            continue
        envio = convocatoria.enviada.fecha
        dias = (sesion.fecha - envio).days
        if dias < minimo:
            limite = sesion.fecha - timedelta(days=minimo)
            yield (
                convocatoria.enviada.en("fecha"),
                (
                    f"la convocatoria se envió el {envio} para el {sesion.fecha}: {dias} días de anticipación, y son "
                    f"{minimo} (a más tardar el {limite})"
                ),
                sesion.id,
            )
