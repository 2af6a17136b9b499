"""De las filas de una tabla a su CSV: UTF-8, comas y líneas acabadas en CR y LF, como pide el RFC 4180."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion import exacto

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mesgepret.imprenta.datos.tablas import Tabla

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""Con lo que empieza un texto que una hoja de cálculo tomaría por fórmula."""


def en_csv(tabla: Tabla, filas: Iterable[list[Any]]) -> bytes:
    """La tabla con su cabecera; al texto que parece una fórmula se le antepone un apóstrofo."""
    hoja = io.StringIO(newline="")
    escritor = csv.writer(hoja)
    escritor.writerow([columna.nombre for columna in tabla.columnas])
    escritor.writerows([_celda(dato) for dato in fila] for fila in filas)
    return hoja.getvalue().encode()


def _celda(dato: Any) -> Any:
    if type(dato) is str:  # casi todas
        return f"'{dato}" if dato.startswith(_FORMULAS) else dato
    if dato is None:
        return ""
    if isinstance(dato, bool):
        return "true" if dato else "false"
    if isinstance(dato, Decimal):
        return exacto(dato)
    return str(dato) if isinstance(dato, int | date) else "; ".join(dato)
