"""De las filas de una tabla a su CSV: comas y líneas acabadas en CR y LF (RFC 4180), en UTF-8 y con su marca."""

from __future__ import annotations

import csv
import io
from collections import deque
from datetime import date
from typing import TYPE_CHECKING, Any

from mesgepret.imprenta.datos.tablas.columnas import escrito

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mesgepret.imprenta.datos.tablas import Tabla

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""Con lo que empieza un texto que una hoja de cálculo tomaría por fórmula."""

_CON_MARCA = "utf-8-sig"
"""Sin la marca, Excel lee «Educación» como si fuera otra codificación; los demás programas la saltan."""


class EnCsv:
    """Una tabla que se escribe según pasan sus filas, y las cuenta.

    Al texto que parece una fórmula se le antepone un apóstrofo; un número negativo sigue siendo un número.
    """

    def __init__(self, tabla: Tabla) -> None:
        self._tabla = tabla
        self._octetos = io.BytesIO()
        self._hoja = io.TextIOWrapper(self._octetos, encoding=_CON_MARCA, newline="")
        self._escritor = csv.writer(self._hoja)
        self._escritor.writerow([columna.nombre for columna in tabla.columnas])
        self._celdas = [_numero if columna.tipo == "numero" else _celda for columna in tabla.columnas]
        self.filas = 0

    def escribir(self, cosas: Iterable[Any]) -> None:
        """Escribe la fila de cada cosa."""
        deque(self.pasar(cosas), maxlen=0)

    def pasar(self, cosas: Iterable[Any]) -> Iterator[list[Any]]:
        """La fila de cada cosa, ya escrita: a nadie le hace falta guardarlas todas."""
        for fila in map(self._tabla.fila, cosas):
            self._escritor.writerow([celda(dato) for celda, dato in zip(self._celdas, fila, strict=True)])
            self.filas += 1
            yield fila

    def octetos(self) -> bytes:
        """El archivo, con su cabecera y lo que haya pasado."""
        self._hoja.flush()
        return self._octetos.getvalue()


def _celda(dato: Any) -> str:
    if type(dato) is str:  # casi todas
        return f"'{dato}" if dato.startswith(_FORMULAS) else dato
    if dato is None:
        return ""
    if isinstance(dato, bool):
        return "true" if dato else "false"
    return str(dato) if isinstance(dato, int | date) else _celda("; ".join(dato))


def _numero(dato: Any) -> str:
    return "" if dato is None else escrito(dato)
