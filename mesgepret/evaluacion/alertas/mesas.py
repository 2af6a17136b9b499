"""De una mesa y sus documentos a lo que se quedó sin hacer: reunirse, distribuir, emitir, acreditar, informar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion.alertas.alerta import Alerta

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mesgepret.expediente import Expediente, Mesa

DIAS_SIN_SESION = 90
"""A los cuántos días de la última sesión se avisa; es nuestro: la fuente no dice cada cuánto se reúne una mesa."""


def coordinan(mesa: Mesa, dia: date) -> tuple[Any, ...]:
    """Quienes coordinan la mesa a nivel técnico ese día."""
    return tuple(una.miembro for una in mesa.coordina("tecnico", dia) if una.miembro is not None)


def mesas_sin_sesion(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Mesa cuya última sesión, de cualquier nivel y no de un grupo, acabó hace noventa días o más.

    De la que no consta ninguna se cuenta desde el primer día que en ella consta; que la ayuda memoria sea un borrador
    no quita que se reunió.
    """
    hoy = expediente.hoy
    for mesa in expediente.mesas.values():
        hechas = [acta for acta in mesa.celebradas if acta.fecha <= hoy]
        ultima = max(hechas, key=lambda acta: acta.fin, default=None)
        inicios = [una.desde for una in mesa.vigencias if una.desde is not None and una.desde <= hoy]
        desde = ultima.fin if ultima else min(inicios, default=hoy)
        dias = (hoy - desde).days
        if dias >= DIAS_SIN_SESION:
            motivo = f"la mesa lleva {dias} días sin reunirse: su última sesión acabó el {desde}"
            if ultima is None:
                motivo = (
                    f"no consta ninguna sesión de la mesa, que tiene quien la integre desde el {desde}: {dias} días"
                )
            yield Alerta("mesa-sin-sesion", mesa, desde, mesa.en(), motivo, (), coordinan(mesa, hoy))


def distribuciones_pendientes(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Pasó el séptimo día del fin de la sesión y no consta ningún envío (R95); si consta alguno, es de A109 o A111.

    La de un grupo de trabajo no se mira.
    """
    for acta in (a for a in expediente.actas if not a.tiene("grupo")):
        limite = acta.limite_distribucion
        if expediente.hoy > limite and acta.datos.get("distribucion", []) == []:
            motivo = (
                f"el plazo para distribuir la ayuda memoria del «{acta.fecha}» acabó el {limite}, y no consta que se "
                "enviara a nadie"
            )
            duenios = coordinan(acta.mesa, expediente.hoy)
            yield Alerta("distribucion-pendiente", acta.sesion, limite, acta.en("distribucion"), motivo, (), duenios)


def borradores_viejos(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Ayuda memoria aún en borrador al octavo día del fin de la sesión (R84)."""
    for acta in expediente.actas:
        if acta.estado == "borrador" and expediente.hoy > acta.limite_distribucion:
            dias = (expediente.hoy - acta.fin).days
            motivo = f"la ayuda memoria sigue en «borrador» {dias} días después de la sesión, que acabó el {acta.fin}"
            limite, duenios = acta.limite_distribucion, coordinan(acta.mesa, expediente.hoy)
            yield Alerta("borrador-viejo", acta.sesion, limite, acta.en("estado"), motivo, (), duenios)


def instituciones_sin_acreditados(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """En vigor hoy y sin ninguna acreditación vigente hoy en la mesa, en ningún nivel (R71)."""
    hoy = expediente.hoy
    for mesa in expediente.mesas.values():
        con = {a.institucion for a in mesa.acreditados(hoy)}
        for institucion in (i for i in mesa.instituciones(hoy) if i not in con):
            pasadas = [a for a in mesa.acreditaciones if a.institucion is institucion and a.hasta and a.hasta < hoy]
            ultima = max(pasadas, key=lambda a: (str(a.hasta), a.ruta), default=None)
            motivo = (
                f"«{institucion.sigla}» es de la mesa y el {hoy} {'ya ' if pasadas else ''}no tiene a nadie acreditado "
                "en ella"
            )
            lugar, desde = (ultima.en("hasta"), ultima.hasta) if ultima else (mesa.en(), None)
            otras = (institucion.en("sectores"),)
            yield Alerta("institucion-sin-acreditados", institucion, desde, lugar, motivo, otras, (institucion,), mesa)


def informes_sin_entregar(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """El plazo de un informe solicitado pasó y no dice que se entregara (R49)."""
    for mesa in expediente.mesas.values():
        for informe in mesa.informes:
            if informe.plazo and informe.plazo < expediente.hoy and not informe.tiene("entregado"):
                motivo = (
                    f"el informe que pidió «{informe.solicitado_por}» era para el {informe.plazo} y "
                    f"no consta entregado {(expediente.hoy - informe.plazo).days} días después"
                )
                lugar, duenios = informe.en("plazo"), coordinan(mesa, expediente.hoy)
                yield Alerta("informe-sin-entregar", informe, informe.plazo, lugar, motivo, (), duenios)
