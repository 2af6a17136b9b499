"""De una convocatoria enviada a los días hábiles que faltaban para la reunión."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import contar_dias, feriados_de
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("C104")
def cinco_dias_no_habiles(expediente: Expediente) -> Iterator[Hallado]:
    """Los días de anticipación se cumplen en días de calendario y no en días hábiles (R81, T6).

    Donde el repositorio los exige hábiles, lo dice C102.
    """
    minimo, feriados = expediente.repositorio.dias_convocatoria, feriados_de(expediente)
    de_la_mesa = (s for s in expediente.sesiones.values() if not s.de_grupo)
    for sesion in de_la_mesa if not expediente.repositorio.en_dias_habiles else ():
        envio = sesion.convocatoria.enviada if sesion.convocatoria else None
        if envio is None or envio.fecha is None or (sesion.fecha - envio.fecha).days < minimo:
            continue
        cuenta = contar_dias(envio.fecha, sesion.fecha, feriados, tope=minimo)
        if cuenta.cuantos < minimo:
            dias = (sesion.fecha - envio.fecha).days
            mensaje = (
                f"la convocatoria se envió el {envio.fecha} para el {sesion.fecha}: {dias} días de calendario, y "
                f"hábiles solo {cuenta.cuantos} de los {minimo} que convendrían: {cuenta}"
            )
            yield envio.en("fecha"), mensaje, sesion.id
