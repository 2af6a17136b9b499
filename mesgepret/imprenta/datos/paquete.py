"""De las tablas a `datapackage.json`: qué archivo trae qué columnas, y cómo se enlazan (Data Package, Frictionless)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.imprenta.datos.tablas import TABLAS, descripcion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.expediente import Expediente
    from mesgepret.imprenta.datos.tablas import Tabla

_EN_INGLES = {"texto": "string", "entero": "integer", "numero": "number", "fecha": "date", "logico": "boolean"}
_CC = re.compile(r"\bCC[ -](0|BY(?:-(?:NC|ND|SA))*)[ -](\d\.\d)\b")


class Senas(NamedTuple):
    """Por lo que se reconoce el CSV de una tabla: cuántas filas y octetos tiene, y su huella SHA-256."""

    tabla: Tabla
    filas: int
    octetos: int
    huella: str


def paquete(
    expediente: Expediente, senas: Iterable[Senas], propiedades: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """El descriptor. `senas`: las del CSV de cada tabla."""
    return {
        "profile": "tabular-data-package",
        "name": "mesgepret",
        "title": expediente.repositorio.nombre,
        "description": f"Datos abiertos con corte al {expediente.corte}.",
        "corte": str(expediente.corte),
        "muestra": bool(expediente.repositorio.muestra),
        **_licencia(licencia(expediente)),
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": una.tabla.nombre,
                "path": una.tabla.ruta,
                "description": una.tabla.dice,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": una.octetos,
                "hash": f"sha256:{una.huella}",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
                "schema": _esquema(una.tabla, propiedades),
            }
            for una in senas
        ],
    }


def licencia(expediente: Expediente) -> str:
    """La del sitio, como el repositorio la dice; vacía si no la dice."""
    return expediente.repositorio.sitio.licencia if expediente.repositorio.sitio else ""


def _licencia(dicha: str) -> dict[str, Any]:
    """El nombre que le da Open Definition, si es una de Creative Commons; si no, sus palabras y nada más."""
    hallada = _CC.search(dicha)
    if hallada is None:
        return {"licencia": dicha} if dicha else {}
    clase, version = hallada.groups()
    camino = f"publicdomain/zero/{version}" if clase == "0" else f"licenses/{clase.lower()}/{version}"
    url = f"https://creativecommons.org/{camino}/"
    return {"licencia": dicha, "licenses": [{"name": f"CC-{clase}-{version}", "title": dicha, "path": url}]}


def _esquema(tabla: Tabla, propiedades: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "fields": [
            {
                "name": columna.nombre,
                "type": _EN_INGLES[columna.tipo],
                "description": descripcion(columna, propiedades),
                **({"constraints": {"required": True}} if columna.nombre in tabla.clave else {}),
            }
            for columna in tabla.columnas
        ],
        "missingValues": [""],
        "primaryKey": list(tabla.clave),
        "foreignKeys": [
            {
                "fields": list(columnas),
                "reference": {
                    "resource": "" if otra == tabla.nombre else otra,
                    "fields": list(next(t.clave for t in TABLAS if t.nombre == otra)),
                },
            }
            for columnas, otra in tabla.ajenas
        ],
    }
