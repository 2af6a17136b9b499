"""De los acuerdos y su seguimiento a los que hay que mirar hoy: vencidos, por vencer, movidos o callados."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion.alertas.alerta import Alerta
from mesgepret.evaluacion.situacion import situacion
from mesgepret.expediente import Acuerdo, Externo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from mesgepret.evaluacion.situacion import Situacion
    from mesgepret.expediente import Acta, Expediente, Mesa

DIAS_POR_VENCER = 15
"""Desde cuántos días antes se avisa de un plazo; es nuestro."""


def acuerdos_a_la_vista(expediente: Expediente, *, borradores: bool) -> Sequence[tuple[Acuerdo, Situacion]]:
    """Los acuerdos que nadie rectificó, con su situación hoy; sin `borradores`, solo con lo definitivo."""
    vista = "acuerdos" if borradores else "acuerdos sin borradores"
    if vista not in expediente.vistas:
        expediente.vistas[vista] = [
            (acuerdo, situacion(acuerdo, expediente.hoy, borradores=borradores))
            for acuerdo in expediente.acuerdos.values()
            if (borradores or acuerdo.acta.definitiva)
            and not any(borradores or otro.acta.definitiva for otro in acuerdo.rectificado_por)
        ]
    hallados: Sequence[tuple[Acuerdo, Situacion]] = expediente.vistas[vista]
    return hallados


def acuerdos_vencidos(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Abierto, y su plazo, con sus reprogramaciones y erratas, pasó (R07, R91). El que nació vencido es de S104."""
    for acuerdo, vista in acuerdos_a_la_vista(expediente, borradores=borradores):
        if vista.vencido and vista.plazo and vista.plazo >= _puesto(acuerdo, vista):
            dias = "un día" if vista.atraso == 1 else f"{vista.atraso} días"
            motivo = f"el acuerdo «{acuerdo.id}» venció el {vista.plazo} y sigue abierto, con {dias} de atraso"
            yield _del_plazo("acuerdo-vencido", acuerdo, vista, motivo, vista.plazo)


def acuerdos_por_vencer(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Abierto y exigible, y su plazo es hoy o en los quince días que siguen (R07)."""
    for acuerdo, vista in acuerdos_a_la_vista(expediente, borradores=borradores):
        faltan = (vista.plazo - expediente.hoy).days if vista.plazo and vista.exigible else -1
        if vista.plazo and 0 <= faltan <= DIAS_POR_VENCER:
            cuando = {0: "hoy", 1: "mañana"}.get(faltan, f"en {faltan} días")
            motivo = f"el acuerdo «{acuerdo.id}» vence {cuando}, el {vista.plazo}, y no consta cumplido"
            puesto = _puesto(acuerdo, vista)
            de_lejos = (vista.plazo - puesto).days > DIAS_POR_VENCER
            desde = vista.plazo - timedelta(days=DIAS_POR_VENCER) if de_lejos else puesto
            yield _del_plazo("acuerdo-por-vencer", acuerdo, vista, motivo, desde)


def _puesto(acuerdo: Acuerdo, vista: Situacion) -> date:
    """El día en que se puso el plazo que rige."""
    return vista.reprogramaciones[-1].fecha if vista.reprogramaciones else acuerdo.acta.fecha


def _del_plazo(clase: str, acuerdo: Acuerdo, vista: Situacion, motivo: str, desde: date) -> Alerta:
    responden = ", ".join(acuerdo.a_cargo)
    motivo += f"; a cargo de {responden}" if responden else ""
    movido = tuple(entrada.en("nuevo_plazo") for entrada in vista.reprogramaciones[-1:])
    return Alerta(clase, acuerdo, desde, acuerdo.en("plazo"), motivo, movido, responsables_de(acuerdo))


def plazos_dos_veces_reprogramados(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Lo que sigue abierto y lleva dos o más nuevos plazos: cuántos, y de cuándo a cuándo (R91)."""
    for que in (que for mesa in expediente.mesas.values() for que in mesa.en_seguimiento):
        if sum(entrada.nuevo_plazo is not None for entrada in que.entradas) < 2:
            continue
        if isinstance(que, Acuerdo) and not borradores and not que.acta.definitiva:
            continue
        vista = situacion(que, expediente.hoy, borradores=borradores)
        movidos = vista.reprogramaciones
        if len(movidos) >= 2 and vista.exigible:
            plazos = [f"«{p}»" for p in (vista.plazo_original, *(e.nuevo_plazo for e in movidos)) if p]
            motivo = f"el plazo de «{que.id}» se ha movido {len(movidos)} veces y sigue abierto: {', '.join(plazos)}"
            lugar, *otros = [entrada.en("nuevo_plazo") for entrada in reversed(movidos)]
            duenios = responsables_de(que)
            yield Alerta("plazo-dos-veces-reprogramado", que, movidos[1].fecha, lugar, motivo, tuple(otros), duenios)


def acuerdos_en_silencio(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Exigible, y ni en las dos últimas sesiones técnicas ni para ellas se dijo nada de él (R91).

    Cuentan las técnicas y conjuntas con ayuda memoria, de la mesa y no de un grupo, posteriores al acuerdo; de la que
    trae el seguimiento en un anexo no se sabe, y no se avisa. También vale lo dicho entre sesiones o en una política.
    """
    sesiones = {mesa: _tecnicas(mesa, expediente, borradores=borradores) for mesa in expediente.mesas.values()}
    for acuerdo, vista in acuerdos_a_la_vista(expediente, borradores=borradores):
        mudas = _mudas(sesiones[acuerdo.acta.mesa], acuerdo, vista) if vista.exigible else []
        if len(mudas) >= 2:
            penultima, ultima = mudas[-2:]
            motivo = (
                f"«{acuerdo.id}» sigue abierto, y las dos últimas sesiones técnicas, del {penultima.fecha} y del "
                f"{ultima.fecha}, no dicen nada de él"
            )
            otras = (penultima.en("seguimiento"), ultima.en("seguimiento"))
            yield Alerta(
                "acuerdo-en-silencio", acuerdo, mudas[1].fecha, acuerdo.en(), motivo, otras, responsables_de(acuerdo)
            )


def _tecnicas(mesa: Mesa, expediente: Expediente, *, borradores: bool) -> list[Acta]:
    hechas = (a for a in mesa.celebradas if a.fecha <= expediente.hoy and (borradores or a.definitiva))
    return [a for a in hechas if a.sesion.del_nivel("tecnico")]


def _mudas(sesiones: list[Acta], acuerdo: Acuerdo, vista: Situacion) -> list[Acta]:
    """Las sesiones que siguen a la última en que se habló de él, o para la que se habló."""
    mudas = [a for a in sesiones if a.fecha > acuerdo.acta.fecha]
    dicho = vista.entradas[-1].fecha if vista.entradas else None
    for i, acta in reversed(list(enumerate(mudas))):
        antes = mudas[i - 1].fecha if i else acuerdo.acta.fecha
        se_hablo = dicho is not None and dicho > antes
        if se_hablo or (acta.consta("seguimiento") and not acta.seguimiento):
            return mudas[i + 1 :]
    return mudas


def responsables_de(que: Any) -> tuple[Any, ...]:
    """Quienes responden de un acuerdo, actividad o curso; quien no se conoce, por sus palabras."""
    suyos = que.encargados if isinstance(que, Acuerdo) else que.responsables
    return tuple(Externo(quien) if isinstance(quien, str) else quien for quien in suyos)
