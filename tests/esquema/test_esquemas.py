"""Los esquemas: bien formados, en español, reservables donde la ley lo pide y contados palabra por palabra."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pytest

from mesgepret.esquema import lugares, mensajes, situar
from mesgepret.esquema.lugares import Lugar
from tests.conftest import RAIZ, leer_recursos

if TYPE_CHECKING:
    from collections.abc import Iterator

ESQUEMAS: dict[str, Any] = {nombre: json.loads(texto) for nombre, texto in leer_recursos().esquemas.items()}
CLASES = sorted(set(ESQUEMAS) - {"comun"})
BASE = "json-schema:///"
REGISTRO = jsonschema_rs.Registry([(f"{BASE}{n}.json", e) for n, e in ESQUEMAS.items()])


def mapas() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Cada esquema que declara claves: archivo, puntero y contenido."""
    pendientes: list[tuple[str, str, Any]] = [(nombre, "", esquema) for nombre, esquema in ESQUEMAS.items()]
    while pendientes:
        nombre, puntero, esquema = pendientes.pop()
        if isinstance(esquema, dict):
            if isinstance(esquema.get("properties"), dict):
                yield nombre, puntero, esquema
            pendientes += [(nombre, f"{puntero}/{clave}", valor) for clave, valor in esquema.items()]
        elif isinstance(esquema, list):
            pendientes += [(nombre, f"{puntero}/{i}", valor) for i, valor in enumerate(esquema)]


PROPIEDADES = [
    (nombre, puntero, clave, propiedad)
    for nombre, puntero, mapa in mapas()
    for clave, propiedad in mapa["properties"].items()
]
IDS = [
    f"{nombre}{puntero}/{clave}".replace("/properties", "").replace("/items", "")
    for nombre, puntero, clave, _ in PROPIEDADES
]


@pytest.mark.parametrize("nombre", sorted(ESQUEMAS))
def test_cada_esquema_es_json_schema_2020_12(nombre: str) -> None:
    assert ESQUEMAS[nombre]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(ESQUEMAS[nombre])
    assert ESQUEMAS[nombre]["title"]
    assert ESQUEMAS[nombre]["description"].endswith(".")


def test_cada_clave_se_explica_en_una_frase() -> None:
    mudas = [
        f"{nombre}{puntero}/{clave}"
        for nombre, puntero, clave, propiedad in PROPIEDADES
        if not re.fullmatch(r"[A-ZÁÉÍÓÚÑ¿«].*[.»]", propiedad.get("description", ""))
    ]
    assert mudas == []


def test_ningun_mapa_admite_claves_que_no_declara() -> None:
    abiertos = [
        f"{nombre}{puntero}" for nombre, puntero, mapa in mapas() if mapa.get("additionalProperties") is not False
    ]
    assert abiertos == []


def obligadas(mapa: dict[str, Any]) -> set[str]:
    """Las que el mapa pide: siempre, o según las que lo acompañan."""
    condicionadas = mapa.get("then", {}).get("required", [])
    return {
        *mapa.get("required", []),
        *condicionadas,
        *(c for cs in mapa.get("dependentRequired", {}).values() for c in cs),
    }


def test_toda_clave_obligada_esta_declarada() -> None:
    for nombre, puntero, mapa in mapas():
        assert obligadas(mapa) <= set(mapa["properties"]), f"{nombre}{puntero}"


# Sin ser obligadas, son identidad o estructura: qué indicador se comparte, y qué sectores ordena un eje.
TAMPOCO_RESERVABLES = {("metas", "usa"), ("ejes", "sectores")}


@pytest.mark.parametrize(("nombre", "puntero", "clave", "propiedad"), PROPIEDADES, ids=IDS)
def test_se_reserva_todo_menos_los_ids_y_lo_obligado(nombre: str, puntero: str, clave: str, propiedad: Any) -> None:
    mapa = {(n, p): m for n, p, m in mapas()}[nombre, puntero]
    validador = jsonschema_rs.Draft202012Validator(
        {"$ref": f"{BASE}{nombre}.json#{puntero}/properties/{clave}"}, registry=REGISTRO, validate_formats=True
    )
    reservable = clave != "id" and clave not in obligadas(mapa) and (nombre, clave) not in TAMPOCO_RESERVABLES
    assert validador.is_valid("reservado") is reservable


PALABRAS_SIN_FALTA = {
    "$schema", "$ref", "$defs", "title", "description", "examples", "properties", "items", "if", "then", "else",
    "const", "dependentRequired",  # se cuenta como `required`
}  # fmt: skip


def palabras(esquema: Any, es_mapa_de_nombres: bool = False) -> Iterator[str]:
    if isinstance(esquema, dict):
        for clave, valor in esquema.items():
            if not es_mapa_de_nombres:
                yield clave
            if es_mapa_de_nombres or clave not in ("enum", "examples", "const", "required", "dependentRequired"):
                yield from palabras(valor, not es_mapa_de_nombres and clave in ("properties", "$defs"))
    elif isinstance(esquema, list):
        for valor in esquema:
            yield from palabras(valor)


def test_cada_palabra_de_los_esquemas_tiene_su_mensaje_y_ninguno_sobra() -> None:
    usadas = {p for esquema in ESQUEMAS.values() for p in palabras(esquema)} - PALABRAS_SIN_FALTA
    assert usadas == set(mensajes._POR_RAZON)


def test_cada_forma_se_nombra_con_su_articulo() -> None:
    formas = [(f"comun/{nombre}", forma) for nombre, forma in ESQUEMAS["comun"]["$defs"].items()]
    formas += [(f"{nombre}{puntero}/{clave}", propiedad) for nombre, puntero, clave, propiedad in PROPIEDADES]
    sin_nombre = [
        donde
        for donde, forma in formas
        if forma.get("pattern", "^reservado$") != "^reservado$"
        and not forma.get("title", "").startswith(("un ", "una "))
    ]
    assert sin_nombre == []


def test_hay_un_esquema_por_clase_de_documento_y_una_clase_por_esquema() -> None:
    assert {clase for _, clase in lugares._SITIOS} == set(CLASES) - {"calculo"}, "un cálculo vive donde se quiera"


def test_vscode_valida_cada_documento_en_su_sitio() -> None:
    ajustes = json.loads((RAIZ / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    sitios: dict[str, list[str]] = {}
    for sitio, clase in lugares._SITIOS:
        sitios.setdefault(f"./schemas/{clase}.json", []).append(re.sub(r"\{\w+\}", "*", sitio))
    sitios["./schemas/calculo.json"] = ["*.calculo.yaml"]  # vive donde se quiera: se conoce por cómo acaba
    assert ajustes == sitios
    for esquema in ajustes:
        assert (RAIZ / esquema).is_file()


MUESTRAS = {"sector": "salud", "institucion": "red-solidaria", "id": "vacunas-2025", "periodo": "2024-T1",
            "anio": "2024", "fecha": "2024-03-21-2"}  # fmt: skip


@pytest.mark.parametrize(("sitio", "clase"), lugares._SITIOS, ids=[s for s, _ in lugares._SITIOS])
def test_cada_sitio_dice_que_documento_es_y_de_quien(sitio: str, clase: str) -> None:
    huecos = {hueco: MUESTRAS[hueco] for hueco in re.findall(r"\{(\w+)\}", sitio)}
    assert situar(sitio.format(**huecos)) == Lugar(clase, huecos)


@pytest.mark.parametrize(
    ("archivo", "codigo", "ayuda"),
    [
        ("mesas/salud/acta/2024-03-21.yaml", "E110", "¿quiso decir mesas/salud/actas/2024-03-21.yaml?"),
        ("mcr/institucion.yaml", "E110", "¿quiso decir mcr/instituciones.yaml?"),
        ("mesas/salud/varios/de/otro/siglo.yaml", "E110", "los sitios están en el README, en «Dónde vive cada cosa»"),
        ("mesas/salud/actas/2024-2-3.yaml", "E111", "como el día de la sesión"),
        ("mesas/salud/actas/2024-02-30.yaml", "E111", "por el día de la sesión"),
        ("mesas/salud/actas/2024-03-21-1.yaml", "E111", "la segunda de ese día, 2024-03-21-2.yaml"),
        ("mesas/salud/2024-03-21.yaml", "E110", "los sitios están en el README, en «Dónde vive cada cosa»"),
        ("mesas/salud/mesa", "E110", "los sitios están en el README, en «Dónde vive cada cosa»"),
        ("mesas/Salud/mesa.yaml", "E111", "se llama como el id del sector, en minúsculas: salud"),
        ("mesas/Salud/actas/2024-03-21.yaml", "E111", "se llama como el id del sector, en minúsculas: salud"),
        ("mesas/salud/poa/veinticuatro/sesal.yaml", "E111", "2024"),
        ("mesas/salud/poa/2024/SESAL.yaml", "E111", "sesal.yaml"),
        ("mesas/salud/miembros/SESAL.yaml", "E111", "como el id de la institución"),
        ("mcr/avances/2024-T5/sesal.yaml", "E111", "2024, 2024-S1, 2024-T1 o 2024-01"),
        ("mesas/salud/propuestas/Rebaja de metas.yaml", "E111", "minúsculas, cifras y guiones"),
        ("mesas/salud/planes/2024 final.yaml", "E111", "como el periodo que cubre"),
        ("mcr/sectoriales/Salud.yaml", "E111", "como el id del sector"),
    ],
)
def test_fuera_de_sitio_se_propone_el_bueno(archivo: str, codigo: str, ayuda: str) -> None:
    hallazgo = situar(archivo)
    assert not isinstance(hallazgo, Lugar)
    assert (str(hallazgo.ubicacion), hallazgo.codigo) == (f"{archivo}:1:1", codigo)
    assert ayuda in hallazgo.ayuda
