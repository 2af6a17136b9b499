"""Del nombre de un periodo a sus días: 2024, 2024-S1, 2024-T1 o 2024-01."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache

CORTES = {
    "mensual": tuple(f"-{mes:02}" for mes in range(1, 13)),
    "trimestral": ("-T1", "-T2", "-T3", "-T4"),
    "semestral": ("-S1", "-S2"),
    "anual": ("",),
}
"""Cómo acaban los periodos de un año según cada cuánto se mida."""

_MESES = {"S": 6, "T": 3}


@cache
def fin_de(periodo: str) -> date:
    """El último día de un periodo: 2024, 2024-S1, 2024-T1 o 2024-01."""
    anio, _, corte = periodo.partition("-")
    mes = int(corte[1:]) * _MESES[corte[0]] if corte[:1] in _MESES else int(corte or 12)
    return fin_de_mes(int(anio), mes)


@cache
def inicio_de(periodo: str) -> date:
    """El primer día de un periodo."""
    anio, _, corte = periodo.partition("-")
    meses = _MESES.get(corte[:1], 1 if corte else 12)
    return date(int(anio), fin_de(periodo).month - meses + 1, 1)


def contiene(mayor: str, menor: str) -> bool:
    """Si el segundo periodo cae entero dentro del primero, o es el mismo."""
    return inicio_de(mayor) <= inicio_de(menor) and fin_de(menor) <= fin_de(mayor)


def clase_de(periodo: str) -> str:
    """anual, semestral, trimestral o mensual."""
    corte = periodo.partition("-")[2]
    return {"": "anual", "S": "semestral", "T": "trimestral"}.get(corte[:1], "mensual")


def periodos_de(mayor: str, clase: str) -> list[str]:
    """Los periodos de una clase que caen enteros dentro de otro, en orden."""
    return [p for corte in CORTES.get(clase, ()) if contiene(mayor, p := f"{mayor[:4]}{corte}")]


def fin_de_mes(anio: int, mes: int) -> date:
    """El último día de un mes; `mes` puede pasar de 12, y sigue en los años que vengan."""
    anio, mes = anio + (mes - 1) // 12, (mes - 1) % 12 + 1
    return date(anio, mes, monthrange(anio, mes)[1]) if anio <= date.max.year else date.max


def meses_despues(dia: date, meses: int) -> date:
    """El último día del mes que está tantos meses después del de `dia`."""
    return fin_de_mes(dia.year, dia.month + max(0, meses))


def en_orden(periodo: str) -> tuple[date, int]:
    """La clave con que se ordenan: por su último día y, de los que acaban a la vez, el más corto primero."""
    fin = fin_de(periodo)
    return fin, (fin - inicio_de(periodo)).days
