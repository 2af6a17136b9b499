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

    Los de calendario, o los hábiles si el repositorio los exige así. No se juzga la de un grupo de trabajo.
    """
    minimo, habiles = expediente.repositorio.dias_convocatoria, expediente.repositorio.en_dias_habiles
    feriados = feriados_de(expediente) if habiles else None
    for sesion in (s for s in expediente.sesiones.values() if not s.de_grupo):
        envio = sesion.convocatoria.enviada if sesion.convocatoria else None
        if envio is None or envio.fecha is None:
            continue
        cuenta = contar_dias(envio.fecha, sesion.fecha, feriados, tope=minimo)
        if cuenta.cuantos < minimo:
            despues = (envio.fecha - sesion.fecha).days
            dias = cuenta.cuantos if despues <= 0 else despues
            dichos = f"{dias} {'día' if dias == 1 else 'días'}"
            if despues > 0:
                hecho = f"se envió el {envio.fecha}, {dichos} después de la reunión, que era el {sesion.fecha}"
            else:
                habil = "" if not habiles else " hábil" if dias == 1 else " hábiles"
                hecho = f"se envió el {envio.fecha} para el {sesion.fecha}, con {dichos}{habil} de anticipación"
            mensaje = (
                f"la convocatoria {hecho}{f': {cuenta}' if cuenta.dias else ''}; se piden {minimo}, y el último día "
                f"para enviarla era el {ultimo_envio(sesion.fecha, minimo, feriados)}"
            )
            yield envio.en("fecha"), mensaje, sesion.id
