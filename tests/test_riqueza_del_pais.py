"""Lo que los datos del país usan del modelo, y que ninguna mesa habla con las palabras de otra."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from mesgepret import deposito
from mesgepret.esquema import situar
from mesgepret.esquema.lugares import Lugar
from mesgepret.lectura import leer
from tests.conftest import RAIZ
from tests.esquemas import ESQUEMAS, resolver

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPLETAS = frozenset(["educacion", "energia", "mercado-laboral", "salud", "transparencia"])
EN_TODO_DOCUMENTO = frozenset(["justificaciones", "muestra", "otros", "reservas"])
SIN_USAR = {
    "mesgepret/sitio/url": "la dirección depende de dónde se publique cada repositorio",
    "mesgepret/sitio/forja": "la forja depende de dónde se publique cada repositorio",
}
"""Propiedades que no son de una mesa. Tampoco `contactos`, que no entra en Git, ni `calculo`, que es un archivo suelto."""


@pytest.fixture(scope="module")
def documentos() -> dict[str, tuple[Lugar, Any]]:
    hechos = {}
    for archivo, octetos in deposito.leer_arbol(RAIZ).archivos.items():
        lugar, documento = situar(archivo), leer(archivo, octetos)[0]
        assert isinstance(lugar, Lugar)
        assert documento is not None
        hechos[archivo] = (lugar, documento.datos)
    return hechos


def ramas(archivo: str, esquema: Any) -> Iterator[tuple[str, Any]]:
    """El esquema con sus `$ref` seguidos y sus alternativas, cada una con el archivo en que se declara."""
    archivo, esquema = resolver(archivo, esquema)
    yield archivo, esquema
    for clave in ("allOf", "anyOf", "oneOf"):
        for otra in esquema.get(clave, []):
            yield from ramas(archivo, otra)


def declaradas(archivo: str, esquema: Any, camino: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Cada propiedad declarada, por su identidad en el esquema, con un nombre que se pueda buscar."""
    for rama in (rama for _, rama in ramas(archivo, esquema)) if "$ref" not in esquema else ():
        for clave, propiedad in rama.get("properties", {}).items():
            yield id(propiedad), "/".join((*camino, clave))
            yield from declaradas(archivo, propiedad, (*camino, clave))
        if "items" in rama:
            yield from declaradas(archivo, rama["items"], camino)


def usadas(archivo: str, esquema: Any, dato: Any) -> Iterator[int]:
    for donde, rama in ramas(archivo, esquema):
        if isinstance(dato, dict):
            for clave in dato.keys() & rama.get("properties", {}).keys():
                yield id(rama["properties"][clave])
                yield from usadas(donde, rama["properties"][clave], dato[clave])
        elif isinstance(dato, list) and "items" in rama:
            for uno in dato:
                yield from usadas(donde, rama["items"], uno)


def test_las_cinco_mesas_completas_usan_cada_propiedad_de_cada_esquema(
    documentos: dict[str, tuple[Lugar, Any]],
) -> None:
    todas: dict[int, str] = {}
    for archivo, esquema in ESQUEMAS.items():
        raices = esquema["$defs"].items() if archivo == "comun" else [("", esquema)]
        for nombre, raiz in raices:
            camino = (archivo, nombre) if nombre else (archivo,)
            todas |= dict(declaradas(archivo, raiz, camino))
            for otro, definicion in (esquema.get("$defs", {}) if archivo != "comun" else {}).items():
                todas |= dict(declaradas(archivo, definicion, (archivo, otro)))
    en_uso = {
        propiedad
        for lugar, datos in documentos.values()
        if lugar.huecos.get("sector", "salud") in COMPLETAS
        for propiedad in usadas(lugar.clase, ESQUEMAS[lugar.clase], datos)
    }
    sin_uso = {nombre for propiedad, nombre in todas.items() if propiedad not in en_uso}
    sobres = {nombre for nombre in sin_uso if nombre.split("/")[-1] in EN_TODO_DOCUMENTO and nombre.count("/") == 1}
    assert {nombre for nombre in sin_uso - sobres if not nombre.startswith(("contactos/", "calculo/"))} == set(SIN_USAR)
    usan = {clave for _, datos in documentos.values() for clave in EN_TODO_DOCUMENTO & datos.keys()}
    assert usan == EN_TODO_DOCUMENTO  # las que admite todo documento, en alguno


def llano(texto: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", texto.lower()) if not unicodedata.combining(c))


def textos(dato: Any) -> Iterator[str]:
    if isinstance(dato, dict):
        for valor in dato.values():
            yield from textos(valor)
    elif isinstance(dato, list):
        for valor in dato:
            yield from textos(valor)
    elif isinstance(dato, str):
        yield dato


def test_ninguna_frase_de_ocho_palabras_esta_en_dos_mesas(documentos: dict[str, tuple[Lugar, Any]]) -> None:
    catalogos = [
        *documentos["mcr/instituciones.yaml"][1]["instituciones"],
        *documentos["mcr/sectores.yaml"][1]["sectores"],
    ]
    nombres = {llano(n) for c in catalogos for n in (c["nombre"], c["sigla"], c["id"], *c.get("alias", []))}
    nombre = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(nombres, key=len, reverse=True))) + r")\b")
    donde: dict[str, set[str]] = defaultdict(set)
    for lugar, datos in documentos.values():
        if "sector" not in lugar.huecos or lugar.clase == "metas":
            continue
        for texto in textos(datos):
            for oracion in re.split(r"[.;:!?\n]+(?:\s|$)", nombre.sub("◦", llano(texto))):
                palabras = re.findall(r"[\w◦]+", oracion)
                for i in range(len(palabras) - 7):
                    donde[" ".join(palabras[i : i + 8])].add(lugar.huecos["sector"])
    assert {frase: sorted(mesas) for frase, mesas in donde.items() if len(mesas) > 1} == {}
