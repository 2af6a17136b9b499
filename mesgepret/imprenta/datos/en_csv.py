"""De las filas de una tabla a su CSV: UTF-8, comas y líneas acabadas en CR y LF, como pide el RFC 4180."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion import exacto

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mesgepret.imprenta.datos.tablas import Tabla

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""Con lo que empieza un texto que una hoja de cálculo tomaría por fórmula."""


class EnCsv:
    """Una tabla que se escribe según pasan sus filas; al texto que parece una fórmula se le antepone un apóstrofo."""

    def __init__(self, tabla: Tabla) -> None:
        self._octetos = io.BytesIO()
        self._hoja = io.TextIOWrapper(self._octetos, encoding="utf-8", newline="")
        self._escritor = csv.writer(self._hoja)
        self._escritor.writerow([columna.nombre for columna in tabla.columnas])

    def pasar(self, filas: Iterable[list[Any]]) -> Iterator[list[Any]]:
        """Las mismas filas, ya escritas."""
        for fila in filas:
            self._escritor.writerow([_celda(dato) for dato in fila])
            yield fila

    def octetos(self) -> bytes:
        """El archivo, con su cabecera y lo que haya pasado."""
        self._hoja.flush()
        return self._octetos.getvalue()


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
