"""El sitio de la organización pequeña, octeto a octeto; `--bendecir` lo da por bueno después de mirarlo."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from mesgepret import compilador
from tests.conftest import BASE, leer_recursos, revisar_sobre_base

if TYPE_CHECKING:
    import pytest

ESPERADO = BASE.parent / "esperado"
OTRO_REQUISITO = re.compile(r"cumplimiento/r(?!81/)[0-9]+/")


def test_el_sitio_es_el_esperado(request: pytest.FixtureRequest) -> None:
    # Las páginas de reglas salen de sus .md, que ya tienen su prueba, y las hojas de estilo se copian: aquí estorbarían.
    # De los 108 requisitos, que cambian con cada regla, basta la página de uno. La base de datos trae dentro la versión
    # de SQLite que la escribió, y sus esquemas son los de `schemas`: se prueban aparte.
    sitio = {
        ruta: contenido
        for ruta, contenido in compilador.componer(revisar_sobre_base({}), leer_recursos()).archivos
        if not ruta.startswith(("reglas/", "datos/esquemas/"))
        and not ruta.endswith((".sqlite", ".css"))
        and not OTRO_REQUISITO.match(ruta)
    }
    if request.config.getoption("--bendecir"):
        shutil.rmtree(ESPERADO, ignore_errors=True)
        for ruta, contenido in sitio.items():
            (ESPERADO / ruta).parent.mkdir(parents=True, exist_ok=True)
            (ESPERADO / ruta).write_bytes(contenido)
    guardado = {p.relative_to(ESPERADO).as_posix(): p.read_bytes() for p in ESPERADO.rglob("*") if p.is_file()}
    assert sorted(sitio) == sorted(guardado)
    distintas = [ruta for ruta in sitio if sitio[ruta] != guardado[ruta]]
    assert distintas == [], "si el cambio es querido: python3 build.py probar --bendecir"


def test_componer_otra_vez_da_lo_mismo() -> None:
    revision = revisar_sobre_base({})
    primera = dict(compilador.componer(revision, leer_recursos()).archivos)
    for _ in range(2):
        assert dict(compilador.componer(revision, leer_recursos()).archivos) == primera
