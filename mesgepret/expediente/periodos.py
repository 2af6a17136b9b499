"""Del nombre de un periodo a sus días: 2024, 2024-S1, 2024-T1 o 2024-01."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

CORTES = {
    "mensual": tuple(f"-{mes:02}" for mes in range(1, 13)),
    "trimestral": ("-T1", "-T2", "-T3", "-T4"),
    "semestral": ("-S1", "-S2"),
    "anual": ("",),
}
"""Cómo acaban los periodos de un año según cada cuánto se mida."""

_MESES = {"S": 6, "T": 3}
_PERIODO = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:S[12]|T[1-4]|0[1-9]|1[0-2]))?").fullmatch


@lru_cache(maxsize=4096)
def fin_de(periodo: str) -> date:
    """El último día de un periodo: 2024, 2024-S1, 2024-T1 o 2024-01."""
    anio, _, corte = periodo.partition("-")
    mes = int(corte[1:]) * _MESES[corte[0]] if corte[:1] in _MESES else int(corte or 12)
    return fin_de_mes(int(anio), mes)


@lru_cache(maxsize=4096)
def inicio_de(periodo: str) -> date:
    """El primer día de un periodo."""
    anio, _, corte = periodo.partition("-")
    meses = _MESES.get(corte[:1], 1 if corte else 12)
    return date(int(anio), fin_de(periodo).month - meses + 1, 1)


@lru_cache(maxsize=4096)
def contiene(mayor: str, menor: str) -> bool:
    """Si el segundo periodo cae entero dentro del primero, o es el mismo."""
    return inicio_de(mayor) <= inicio_de(menor) and fin_de(menor) <= fin_de(mayor)


def clase_de(periodo: str) -> str:
    """anual, semestral, trimestral o mensual."""
    corte = periodo.partition("-")[2]
    return {"": "anual", "S": "semestral", "T": "trimestral"}.get(corte[:1], "mensual")


def mayores(periodo: str) -> list[str]:
    """Los periodos mayores que lo contienen, del más corto al año."""
    anio, mes = periodo[:4], fin_de(periodo).month
    todos = [f"{anio}-T{(mes + 2) // 3}", f"{anio}-S{(mes + 5) // 6}", anio]
    return todos[list(CORTES).index(clase_de(periodo)) :]


def periodos_de(mayor: str, clase: str) -> list[str]:
    """Los periodos de una clase que caen enteros dentro de otro, en orden."""
    return [p for corte in CORTES.get(clase, ()) if contiene(mayor, p := f"{mayor[:4]}{corte}")]


def ultimo_cerrado(clase: str, dia: date) -> str:
    """El último periodo de esa clase que ya acabó ese día, que puede ser su último; sin clase conocida, el año."""
    anios = (f"{dia.year:04}", f"{max(dia.year - 1, 1):04}")
    suyos = (p for anio in anios for p in periodos_de(anio, clase if clase in CORTES else "anual"))
    return max((p for p in suyos if fin_de(p) <= dia), key=en_orden, default=anios[0])


def es_periodo(texto: str) -> bool:
    """Si un texto es el nombre de un periodo."""
    return _PERIODO(texto) is not None


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
