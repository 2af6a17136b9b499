"""De dos fechas a los días que van de una a otra: todos, o solo los hábiles, y la cuenta día a día."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.expediente import Expediente

_SEMANA = ("lun", "mar", "mié", "jue", "vie", "sáb", "dom")
_MESES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip


class Dia(NamedTuple):
    """Un día de la cuenta; `porque_no` dice por qué no cuenta, y está vacío si cuenta."""

    fecha: date
    porque_no: str = ""


@dataclass(frozen=True, slots=True)
class Cuenta:
    """Los días que siguen a uno hasta otro, este incluido: los que cuentan y los que no."""

    dias: tuple[Dia, ...]

    @property
    def cuantos(self) -> int:
        """Cuántos de ellos cuentan."""
        return sum(not dia.porque_no for dia in self.dias)

    def __str__(self) -> str:
        """Día a día: «vie 4 de octubre no (feriado: Semana Morazánica), sáb 5 no, dom 6 no, lun 7 (1)»."""
        trozos, cuenta, mes = [], 0, 0
        for fecha, porque_no in self.dias:
            nombre = f"{_SEMANA[fecha.weekday()]} {fecha.day}"
            nombre += f" de {_MESES[fecha.month - 1]}" if fecha.month != mes else ""
            cuenta, mes = cuenta + (not porque_no), fecha.month
            feriado = porque_no not in _SEMANA and f" ({porque_no})"
            trozos.append(f"{nombre} no{feriado or ''}" if porque_no else f"{nombre} ({cuenta})")
        return ", ".join(trozos)


def contar_dias(
    desde: date, hasta: date, feriados: Mapping[date, str] | None = None, tope: int | None = None
) -> Cuenta:
    """La cuenta del día siguiente a `desde` hasta `hasta`, este incluido; vacía si no hay ninguno (R81, T6).

    `feriados` (día → nombre): solo cuentan los hábiles; sin él, todos. `tope`: al llegar a tantos, no se sigue.
    """
    dias: list[Dia] = []
    contados = 0
    while desde < hasta and (tope is None or contados < tope):
        desde += timedelta(days=1)
        dias.append(Dia(desde, "" if feriados is None else porque_no_es_habil(desde, feriados)))
        contados += not dias[-1].porque_no
    return Cuenta(tuple(dias))


def ultimo_envio(reunion: date, dias: int, feriados: Mapping[date, str] | None = None) -> date:
    """El último día en que se puede enviar lo que ha de llegar con tantos días; con `feriados`, hábiles (R81)."""
    while dias > 0 and reunion > date.min:
        dias -= feriados is None or not porque_no_es_habil(reunion, feriados)
        reunion -= timedelta(days=1)
    return reunion


def porque_no_es_habil(dia: date, feriados: Mapping[date, str]) -> str:
    """El nombre del feriado o «sáb» o «dom»; vacío si es hábil."""
    if dia in feriados:
        return f"feriado: {feriados[dia]}"
    return _SEMANA[dia.weekday()] if dia.weekday() >= 5 else ""


def feriados_de(expediente: Expediente) -> dict[date, str]:
    """Los feriados del calendario de un repositorio, cada día con su nombre."""
    feriados: Iterable[tuple[date | None, str]] = ((f.fecha, f.nombre) for f in expediente.feriados)
    return {dia: nombre for dia, nombre in feriados if dia is not None}
