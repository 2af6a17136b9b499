"""De unos datos a lo que `calcular` hace con ellos, sin pasar por el disco."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from mesgepret import compilador
from mesgepret.deposito import Arbol
from mesgepret.evaluacion import Evaluacion, evaluar
from mesgepret.imprenta import resultados
from tests.conftest import leer_recursos

if TYPE_CHECKING:
    from mesgepret.compilador import Revision
    from mesgepret.imprenta.resultados import Fila

HOY = date(2025, 2, 10)
SUELTO = "prueba.yaml"


class _Llano(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def indicador(id: str = "I1", **ficha: Any) -> dict[str, Any]:
    """Uno ascendente, de nivel, anual, por razón y con meta de 100 en 2024; lo que se diga, manda. `None` quita."""
    corriente = {
        "id": id, "nombre": "Demostración", "unidad": {"codigo": "cantidad"}, "frecuencia": "anual",
        "sentido": "ascendente", "avances_son": "nivel", "meta_anual_es": "ultimo", "metodo_cumplimiento": "razon",
        "metas_anuales": [{"anio": 2024, "valor": 100}],
    }  # fmt: skip
    return {clave: valor for clave, valor in {**corriente, **ficha}.items() if valor is not None}


def escribir(datos: Any) -> bytes:
    return yaml.dump(datos, Dumper=_Llano, allow_unicode=True, sort_keys=False, width=10**6).encode()


def calcular(datos: Any, hoy: date = HOY, corte: date | None = None) -> Revision:
    return compilador.calcular(Arbol({SUELTO: escribir(datos)}), leer_recursos(), hoy, corte)


def filas(datos: Any, hoy: date = HOY, corte: date | None = None) -> list[Fila]:
    expediente = calcular(datos, hoy, corte).expediente
    assert expediente is not None
    return resultados.filas(expediente)


def de_una(ficha: dict[str, Any], avances: list[dict[str, Any]], hoy: date = HOY) -> dict[str, Fila]:
    """Las filas de un solo indicador, por periodo."""
    datos = {"metas": [{"id": "M1", "indicadores": [ficha]}], "avances": [{"indicador": "M1-I1", **a} for a in avances]}
    return {fila["periodo"]: fila for fila in filas(datos, hoy) if "indicador" in fila}


def evaluado(datos: Any, tramo: str = "", hoy: date = HOY) -> Evaluacion:
    expediente = calcular(datos, hoy).expediente
    assert expediente is not None
    return evaluar(expediente, tramo)
