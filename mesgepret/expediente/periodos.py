"""Del nombre de un periodo a sus días: 2024, 2024-S1, 2024-T1 o 2024-01."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

CORTES = {
    "mensual": tuple(f"-{mes:02}" for mes in range(1, 13)),
    "trimestral": ("-T1", "-T2", "-T3", "-T4"),
    "semestral": ("-S1", "-S2"),
}
"""Cómo acaban los periodos de un año en que se mide más de una vez."""


def fin_de(periodo: str) -> date:
    """El último día de un periodo: 2024, 2024-S1, 2024-T1 o 2024-01."""
    anio, _, corte = periodo.partition("-")
    mes = int(corte[1:]) * {"S": 6, "T": 3}[corte[0]] if corte[:1] in ("S", "T") else int(corte or 12)
    return date(int(anio), mes, monthrange(int(anio), mes)[1])
