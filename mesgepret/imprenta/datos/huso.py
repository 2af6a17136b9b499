"""De una zona horaria a su VTIMEZONE: los cambios de hora que hubo entre dos días, si los hubo."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

_DIA, _MINUTO = timedelta(days=1), timedelta(minutes=1)


def husos(zona: tzinfo, nombre: str, desde: date, hasta: date) -> Iterator[str]:
    """Las líneas del VTIMEZONE, con un margen de un año a cada lado; en Honduras, una hora y ningún cambio."""
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{nombre}"
    inicio = datetime(max(1, desde.year - 1), 1, 2, tzinfo=UTC)
    final = datetime(min(9998, hasta.year + 1), 12, 31, tzinfo=UTC)
    yield from _observancia(zona, inicio, _diferencia(zona, inicio))
    antes = inicio
    while antes < final:
        despues = antes + _DIA
        if _diferencia(zona, antes) != _diferencia(zona, despues):
            yield from _observancia(zona, _cambio(zona, antes, despues), _diferencia(zona, antes))
        antes = despues
    yield "END:VTIMEZONE"


def _cambio(zona: tzinfo, antes: datetime, despues: datetime) -> datetime:
    """El primer minuto con la hora nueva."""
    while despues - antes > _MINUTO:
        medio = antes + (despues - antes) // 2
        medio = medio.replace(second=0, microsecond=0)
        antes, despues = (medio, despues) if _diferencia(zona, medio) == _diferencia(zona, antes) else (antes, medio)
    return despues


def _observancia(zona: tzinfo, momento: datetime, venia: timedelta) -> Iterator[str]:
    aqui = momento.astimezone(zona)
    clase = "DAYLIGHT" if aqui.dst() else "STANDARD"
    yield f"BEGIN:{clase}"
    yield f"DTSTART:{(momento + venia):%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_escrita(venia)}"
    yield f"TZOFFSETTO:{_escrita(_diferencia(zona, momento))}"
    yield f"TZNAME:{aqui.tzname()}"
    yield f"END:{clase}"


def _diferencia(zona: tzinfo, momento: datetime) -> timedelta:
    return momento.astimezone(zona).utcoffset() or timedelta(0)


def _escrita(diferencia: timedelta) -> str:
    signo = "-" if diferencia < timedelta(0) else "+"
    horas, minutos = divmod(abs(diferencia) // _MINUTO, 60)
    return f"{signo}{horas:02}{minutos:02}"
