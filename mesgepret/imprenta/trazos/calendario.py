"""De las sesiones de un año a doce meses pequeños: las que hubo, las que vienen y las que no llegaron a ser."""

from __future__ import annotations

from calendar import Calendar
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.imprenta import lengua
from mesgepret.imprenta.trazos.medida import unir

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mesgepret.expediente import Mesa, Sesion

PASO, RENGLON, RADIO = 19, 19, 9
_X0, _Y0 = RADIO + 2, 52
ANCHO_DE_MES, ALTO_DE_MES = 6 * PASO + 2 * _X0, _Y0 + 5 * RENGLON + RADIO
_DOMINGO = 6

SUERTES = {
    "celebrada": ("celebrada", "celebradas"),
    "por-celebrar": ("por celebrar", "por celebrar"),
    "cancelada": ("cancelada", "canceladas"),
    "reprogramada": ("reprogramada", "reprogramadas"),
    "sin-constancia": ("sin ayuda memoria", "sin ayuda memoria"),
}
"""Lo que puede ser de una sesión, con su nombre para una y para varias; el orden es el que manda en un mismo día."""


class Cita(NamedTuple):
    """Un día con sesión: dónde cae su centro, su número y su suerte."""

    x: int
    y: int
    dia: int
    suerte: str


@dataclass(frozen=True, slots=True)
class Mes:
    """Un mes: sus días sin sesión, en un solo trazo de puntos, y sus días con ella."""

    titulo: str
    descripcion: str
    nombre: str
    dias: str
    citas: tuple[Cita, ...]
    hoy: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Anio:
    """Los doce meses de un año, con la cuenta de cada suerte que en él haya."""

    titulo: str
    descripcion: str
    meses: tuple[Mes, ...]
    leyenda: tuple[tuple[str, str, int], ...]
    con_hoy: bool = False
    columnas: str = " ".join(str(_X0 + PASO * j) for j in range(7))


def calendario(mesa: Mesa, hoy: date) -> Anio | None:
    """El de una mesa: el año en curso o, si en él no sesiona, el último en que sí; None si no consta ninguna sesión."""
    anios = sorted({sesion.fecha.year for sesion in mesa.sesiones})
    if not anios:
        return None
    anio = hoy.year if hoy.year in anios else max((a for a in anios if a < hoy.year), default=anios[0])
    suyas = [(s.fecha, suerte(s, hoy)) for s in mesa.sesiones if s.fecha.year == anio]
    return dibujar(f"Las sesiones de {anio}", anio, suyas, hoy)


def suerte(sesion: Sesion, hoy: date) -> str:
    """Qué fue de una sesión, con las palabras de `SUERTES`."""
    convocada = sesion.convocatoria
    if sesion.acta:
        return "celebrada"
    if convocada and convocada.tiene("cancelada"):
        return "cancelada"
    if sesion.reprogramada_por:
        return "reprogramada"
    return "por-celebrar" if sesion.fecha >= hoy else "sin-constancia"


def dibujar(titulo: str, anio: int, sesiones: Iterable[tuple[date, str]], hoy: date) -> Anio:
    """Los doce meses de un año con sus sesiones: cada una, su día y su suerte."""
    por_dia: dict[date, list[str]] = defaultdict(list)
    for dia, cual in sesiones:
        por_dia[dia].append(cual)
    cuentas = Counter(cual for dia, cuales in por_dia.items() if dia.year == anio for cual in cuales)
    leyenda = tuple((cual, SUERTES[cual][cuentas[cual] > 1], cuentas[cual]) for cual in SUERTES if cuentas[cual])
    total = sum(cuentas.values())
    dichas = ", ".join(f"{cuantas} {nombre}" for _, nombre, cuantas in leyenda)
    return Anio(
        titulo=titulo,
        descripcion=unir((f"{lengua.contar(total, 'sesión', 'sesiones')}{f': {dichas}' if dichas else ''}",)),
        meses=tuple(_mes(anio, mes, por_dia, hoy) for mes in range(1, 13)),
        leyenda=leyenda,
        con_hoy=hoy.year == anio,
    )


def _mes(anio: int, mes: int, por_dia: dict[date, list[str]], hoy: date) -> Mes:
    citas, libres, marcado = [], [], None
    for i, semana in enumerate(_semanas(anio, mes)):
        for j, numero in enumerate(semana):
            if not numero:
                continue
            x, y, dia = _X0 + PASO * j, _Y0 + RENGLON * i, date(anio, mes, numero)
            if dia in por_dia:
                citas.append(Cita(x, y, numero, min(por_dia[dia], key=list(SUERTES).index)))
            else:
                libres.append(f"M{x} {y}h0")
            if dia == hoy:
                marcado = (x, y)
    dichas = [f"{numero}, {_del_dia(por_dia[date(anio, mes, numero)])}" for _, _, numero, _ in citas]
    return Mes(
        titulo=f"{lengua.mes(mes)} de {anio}".capitalize(),
        descripcion=unir(("; ".join(dichas) or "sin sesiones",)),
        nombre=lengua.mes(mes).capitalize(),
        dias="".join(libres),
        citas=tuple(citas),
        hoy=marcado,
    )


def _semanas(anio: int, mes: int) -> Sequence[Sequence[int]]:
    """Las semanas del mes, de domingo a sábado; cero, los días de otro mes."""
    return Calendar(_DOMINGO).monthdayscalendar(anio, mes)


def _del_dia(cuales: list[str]) -> str:
    return " y ".join(SUERTES[cual][0] for cual in cuales)
