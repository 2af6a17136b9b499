"""Cada valor sabe dónde está escrito: su línea y su columna, contadas como las cuenta el editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml import safe_dump

from mesgepret.deposito import leer_arbol
from mesgepret.lectura import Documento, leer
from tests.conftest import BASE, RAIZ

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTO = """\
asunto: Vacunación
agenda:
  - punto: 1
    tema: "MCR: revisión"
    responsables: [ana-lopez, 'luis-mejia']
  - {punto: 2, tema: Plan, datos: {clave: [1, 1.50]}}
"¿quién?": nadie
"""
LUGARES: list[tuple[tuple[str | int, ...], str, str]] = [
    ((), "1:1", "1:1"),
    (("asunto",), "1:9", "1:1"),
    (("agenda",), "2:1", "2:1"),
    (("agenda", 0), "3:5", "3:5"),
    (("agenda", 0, "punto"), "3:12", "3:5"),
    (("agenda", 0, "tema"), "4:11", "4:5"),
    (("agenda", 0, "responsables"), "5:5", "5:5"),
    (("agenda", 0, "responsables", 1), "5:31", "5:31"),
    (("agenda", 1), "6:5", "6:5"),
    (("agenda", 1, "tema"), "6:22", "6:16"),
    (("agenda", 1, "datos", "clave", 1), "6:47", "6:47"),
    (("¿quién?",), "7:12", "7:1"),
    # Lo que no existe sube al ancestro que sí.
    (("lugar",), "1:1", "1:1"),
    (("agenda", 0, "lugar"), "3:5", "3:5"),
    (("agenda", 7, "tema"), "2:1", "2:1"),
    (("agenda", -1), "2:1", "2:1"),
    (("agenda", "x"), "2:1", "2:1"),
    (("asunto", "x", 0), "1:9", "1:1"),
    (("agenda", 0, "responsables", 5), "5:5", "5:5"),
]


@pytest.fixture(scope="module")
def documento() -> Documento:
    leido = leer("x.yaml", TEXTO.encode()).documento
    assert leido is not None
    return leido


@pytest.mark.parametrize(
    ("ruta", "valor", "clave"), LUGARES, ids=["/".join(map(str, r)) or "raíz" for r, _, _ in LUGARES]
)
def test_cada_valor_y_cada_clave_dicen_su_lugar(
    documento: Documento, ruta: tuple[str | int, ...], valor: str, clave: str
) -> None:
    assert str(documento.en(*ruta)) == f"x.yaml:{valor}"
    assert str(documento.clave(*ruta)) == f"x.yaml:{clave}"


def test_el_lugar_recuerda_la_revision_de_git() -> None:
    leido = leer("x.yaml", b"a: b\n", "3f2c1ab").documento
    assert leido is not None
    assert leido.en("a").revision == "3f2c1ab"


def test_la_columna_cuenta_caracteres_y_no_octetos() -> None:
    leido = leer("x.yaml", "{ñandú: 🎉, b: c}\n".encode()).documento
    assert leido is not None
    assert str(leido.en("b")) == "x.yaml:1:15"


def test_una_linea_de_un_millon_y_medio_de_columnas_no_desborda() -> None:
    leido = leer("x.yaml", f"{{a: {'x' * 1_500_000}, b: c}}\n".encode()).documento
    assert leido is not None
    assert str(leido.en("b")) == "x.yaml:1:1500010"


def rutas(datos: Any, ruta: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield ruta, datos
    pasos = datos.items() if isinstance(datos, dict) else enumerate(datos) if isinstance(datos, list) else ()
    for paso, valor in pasos:
        yield from rutas(valor, (*ruta, paso))


def comprobar(documento: Documento) -> None:
    """En el lugar de cada valor empieza su texto, y en el de cada clave, la clave."""
    lineas = documento.contenido.decode().removeprefix("\ufeff").splitlines()
    for ruta, valor in rutas(documento.datos):
        clave, lugar = documento.clave(*ruta), documento.en(*ruta)
        if ruta and isinstance(ruta[-1], str):
            ahi = lineas[clave.linea - 1][clave.columna - 1 :]
            assert ahi.startswith((ruta[-1], f'"{ruta[-1]}', "'", '"', "?")), (ruta, ahi)
        ahi = lineas[lugar.linea - 1][lugar.columna - 1 :] if lineas else ""
        if isinstance(valor, (dict, list)):
            assert lugar == clave
        elif isinstance(valor, str):
            assert ahi.startswith((valor.strip()[:1] or "'", "'", '"', "|", ">")), (ruta, ahi)
        else:
            escrito = documento.escritos.get(ruta, str(valor).lower() if isinstance(valor, bool) else str(valor))
            assert ahi.startswith(escrito), (ruta, ahi)


ARCHIVOS = {
    f"{raiz.name}/{ruta}": contenido for raiz in (RAIZ, BASE) for ruta, contenido in leer_arbol(raiz).archivos.items()
}


@pytest.mark.parametrize("archivo", sorted(ARCHIVOS))
def test_en_los_documentos_de_verdad_cada_lugar_es_el_suyo(archivo: str) -> None:
    documento, hallazgos = leer(archivo, ARCHIVOS[archivo])
    assert hallazgos == []
    assert documento is not None
    comprobar(documento)


palabras = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
valores = st.recursive(
    st.one_of(palabras, st.integers(-999, 999), st.booleans(), st.decimals(-9, 9, places=2).map(float)),
    lambda hijos: st.one_of(
        st.lists(hijos, min_size=1, max_size=4), st.dictionaries(palabras, hijos, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(palabras, valores, min_size=1, max_size=4), st.booleans())
@settings(max_examples=300, deadline=None)
def test_en_cualquier_documento_cada_lugar_es_el_suyo(datos: dict[str, Any], de_corrido: bool) -> None:
    escrito = safe_dump(datos, allow_unicode=True, default_flow_style=de_corrido, width=40)
    documento = leer("x.yaml", escrito.encode()).documento
    if documento is not None:  # PyYAML puede escribir etiquetas o claves que aquí no se admiten
        comprobar(documento)
