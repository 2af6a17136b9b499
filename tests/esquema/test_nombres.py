"""Una palabra en cada sala: la clave del YAML, la propiedad del esquema y el campo del modelo son la misma."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mesgepret.expediente import RAICES
from mesgepret.expediente.campos import Crudo, Numeros, Una, Varias
from tests.esquemas import ESQUEMAS, resolver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Pieza


def diferencias(nombre: str, esquema: Any, pieza: type[Pieza], ruta: str) -> Iterator[str]:
    nombre, esquema = resolver(nombre, esquema)
    propiedades = esquema["properties"]
    campos = pieza.CAMPOS
    for clave in sorted(set(propiedades) - set(campos)):
        yield f"{ruta}.{clave}: está en el esquema y no en {pieza.__name__}"
    for clave in sorted(set(campos) - set(propiedades) - {"id"}):
        yield f"{ruta}.{clave}: está en {pieza.__name__} y no en el esquema"
    for clave, campo in campos.items():
        if clave not in propiedades or isinstance(campo, Crudo):
            continue
        donde, propiedad = resolver(nombre, propiedades[clave])
        elemento = resolver(donde, propiedad["items"])[1] if "items" in propiedad else {}
        if isinstance(campo, Una):
            if "properties" in propiedad:
                yield from diferencias(donde, propiedad, campo.clase, f"{ruta}.{clave}")
            else:
                yield f"{ruta}.{clave}: el modelo espera un grupo de claves y el esquema no"
        elif isinstance(campo, Varias):
            if "properties" in elemento:
                yield from diferencias(donde, propiedad["items"], campo.clase, f"{ruta}.{clave}")
            else:
                yield f"{ruta}.{clave}: el modelo espera una lista de grupos de claves y el esquema no"
        elif "properties" in propiedad or "properties" in elemento:
            yield f"{ruta}.{clave}: el esquema declara claves dentro y el modelo no"
        elif isinstance(propiedad.get("additionalProperties"), dict) and not isinstance(campo, Numeros):
            yield f"{ruta}.{clave}: el esquema espera números con nombre y el modelo no"


@pytest.mark.parametrize("clase", sorted(RAICES))
def test_el_modelo_tiene_los_campos_del_esquema_y_ninguno_mas(clase: str) -> None:
    assert list(diferencias(clase, ESQUEMAS[clase], RAICES[clase], clase)) == []


def test_hay_una_raiz_del_modelo_por_esquema() -> None:
    assert set(RAICES) == set(ESQUEMAS) - {"comun"}
