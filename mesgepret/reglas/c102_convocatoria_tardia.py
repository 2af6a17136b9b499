"""De una convocatoria enviada a los días que faltaban para la reunión."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import contar_dias, feriados_de, ultimo_envio
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("C102")
def convocatoria_tardia(expediente: Expediente) -> Iterator[Hallado]:
    """Días = reunión − envío: no cuenta el día de envío, cuenta el de la reunión (R81, T6).

    Los de calendario, o los hábiles si el repositorio los exige así.
    """
    minimo, habiles = expediente.repositorio.dias_convocatoria, expediente.repositorio.en_dias_habiles
    feriados = feriados_de(expediente) if habiles else None
    for sesion in expediente.sesiones.values():
        envio = sesion.convocatoria.enviada if sesion.convocatoria else None
        if envio is None or envio.fecha is None:
            continue
        cuenta = contar_dias(envio.fecha, sesion.fecha, feriados, tope=minimo)
        if cuenta.cuantos < minimo:
            dias = cuenta.cuantos if cuenta.dias else (sesion.fecha - envio.fecha).days
            mensaje = (
                f"la convocatoria se envió el {envio.fecha} para el {sesion.fecha}: {dias} "
                f"{'día' if dias == 1 else 'días'} de anticipación{' en días hábiles' if habiles else ''}"
                f"{f', {cuenta},' if cuenta.dias else ','} y son {minimo} (a más tardar el "
                f"{ultimo_envio(sesion.fecha, minimo, feriados)})"
            )
            yield envio.en("fecha"), mensaje, sesion.id
