"""De los esquemas a los nombres de todo lo que un documento puede decir: «acta.acuerdos.plazo»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def propiedades(esquemas: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Cada propiedad de cada clase, por su camino con puntos, con el esquema que la describe.

    Las listas no cuentan en el camino; los `$ref` y las alternativas se siguen. `comun` no es una clase.
    """
    return dict(
        hallada
        for clase, esquema in esquemas.items()
        if clase != "comun"
        for hallada in _dentro(esquemas, clase, esquema, clase)
    )


def _dentro(
    esquemas: Mapping[str, Any], archivo: str, esquema: Any, camino: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    for donde, rama in _ramas(esquemas, archivo, esquema):
        for clave, propiedad in rama.get("properties", {}).items():
            yield f"{camino}.{clave}", propiedad
            yield from _dentro(esquemas, donde, propiedad, f"{camino}.{clave}")
        if "items" in rama:
            yield from _dentro(esquemas, donde, rama["items"], camino)


def _ramas(esquemas: Mapping[str, Any], archivo: str, esquema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """El esquema con sus `$ref` seguidos y cada una de sus alternativas, con el archivo en que se escribe."""
    while "$ref" in esquema:
        recurso, _, puntero = esquema["$ref"].partition("#")
        archivo = recurso.removesuffix(".json") or archivo
        esquema = esquemas[archivo]
        for paso in puntero.split("/")[1:]:
            esquema = esquema[paso]
    if isinstance(esquema, dict):
        yield archivo, esquema
        for clave in ("allOf", "anyOf", "oneOf"):
            for otra in esquema.get(clave, []):
                yield from _ramas(esquemas, archivo, otra)
