"""De unos datos a lo que `calcular` hace con ellos, sin pasar por el disco."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from mesgepret import compilador
from mesgepret.deposito import Arbol
from mesgepret.esquema import Esquemas
from mesgepret.evaluacion import Evaluacion, evaluar
from mesgepret.imprenta import resultados
from mesgepret.lectura import leer
from tests.conftest import leer_recursos

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mesgepret.compilador import Revision
    from mesgepret.expediente import Meta
    from mesgepret.imprenta.resultados import Fila

HOY = date(2025, 2, 10)
SUELTO = "prueba.yaml"


def indicador(id: str = "I1", **ficha: Any) -> dict[str, Any]:
    """Uno ascendente, de nivel, anual, por razón y con meta de 100 en 2024; lo que se diga, manda. `None` quita."""
    corriente = {
        "id": id, "nombre": "Demostración", "unidad": {"codigo": "cantidad"}, "frecuencia": "anual",
        "sentido": "ascendente", "avances_son": "nivel", "meta_anual_es": "ultimo", "metodo_cumplimiento": "razon",
        "metas_anuales": [{"anio": 2024, "valor": 100}],
    }  # fmt: skip
    return {clave: valor for clave, valor in {**corriente, **ficha}.items() if valor is not None}


def escribir(datos: Any) -> bytes:
    """Como JSON, que es YAML y se escribe deprisa; lo crudo, sin comillas."""
    texto = json.dumps(datos, ensure_ascii=False, default=str)
    return re.sub(r'"crudo:([^"]*)"', r"\1", texto).encode()


def crudo(texto: str) -> str:
    """Un valor que se escribe tal cual: 1e400 y no «1e400»."""
    return f"crudo:{texto}"


@cache
def _esquemas(_: Any = None) -> Esquemas:
    return Esquemas(leer_recursos().esquemas)


@cache
def _leido(archivo: str, contenido: bytes) -> Any:
    return leer(archivo, contenido)


def calcular(datos: Any, hoy: date = HOY, corte: date | None = None) -> Revision:
    """Lo mismo que la orden; lo que no cambia de un archivo a otro se lee una sola vez."""
    leer_una = lambda archivo, contenido: (leer if archivo == SUELTO else _leido)(archivo, contenido)  # noqa: E731
    with (
        patch.object(compilador, "Esquemas", lambda _: _esquemas()),
        patch.object(compilador, "leer", leer_una),
    ):
        return compilador.calcular(Arbol({SUELTO: escribir(datos)}), leer_recursos(), hoy, corte)


def filas(datos: Any, hoy: date = HOY, corte: date | None = None) -> list[Fila]:
    expediente = calcular(datos, hoy, corte).expediente
    assert expediente is not None
    return resultados.filas(expediente)


def de_una(ficha: dict[str, Any], avances: list[dict[str, Any]], hoy: date = HOY) -> dict[str, Fila]:
    """Las filas de un solo indicador, por periodo."""
    datos = {"metas": [{"id": "M1", "indicadores": [ficha]}], "avances": [{"indicador": "M1-I1", **a} for a in avances]}
    return {fila["periodo"]: fila for fila in filas(datos, hoy) if "indicador" in fila}


def evaluado(datos: Any, tramo: str = "", hoy: date = HOY) -> tuple[Evaluacion, Mapping[str, Meta]]:
    expediente = calcular(datos, hoy).expediente
    assert expediente is not None
    return evaluar(expediente, tramo), expediente.metas
