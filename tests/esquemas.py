"""De los textos de los esquemas a sus datos, con los `$ref` seguidos: para las pruebas que los recorren."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import leer_recursos

ESQUEMAS: dict[str, Any] = {nombre: json.loads(texto) for nombre, texto in leer_recursos().esquemas.items()}


def resolver(nombre: str, esquema: Any) -> tuple[str, Any]:
    """El esquema con su `$ref` seguido, y el archivo en que está."""
    while "$ref" in esquema:
        recurso, _, puntero = esquema["$ref"].partition("#")
        nombre = recurso.removesuffix(".json") or nombre
        esquema = ESQUEMAS[nombre]
        for paso in puntero.split("/")[1:]:
            esquema = esquema[paso]
    return nombre, esquema
