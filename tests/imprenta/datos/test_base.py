"""La base de SQLite: sus claves se cumplen, se busca en ella sin tildes y dos veces da los mismos octetos."""

from __future__ import annotations

import csv
import io
import sqlite3
from typing import TYPE_CHECKING

import pytest

from mesgepret.imprenta.datos.base import APLICACION
from mesgepret.imprenta.datos.tablas import TABLAS
from tests.conftest import leer_base
from tests.imprenta.datos.abiertos import octetos_de
from tests.imprenta.sitio import archivos

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE_DE_DATOS = "datos/mesgepret.sqlite"


def _abrir(octetos: bytes) -> sqlite3.Connection:
    conexion = sqlite3.connect(":memory:")
    conexion.deserialize(octetos)
    return conexion


@pytest.fixture(scope="module", params=["base", "salud"])
def base(request: pytest.FixtureRequest) -> Iterator[tuple[str, sqlite3.Connection]]:
    conexion = _abrir(archivos(request.param)[BASE_DE_DATOS])
    yield request.param, conexion
    conexion.close()


def test_esta_integra_y_ninguna_clave_apunta_a_nada(base: tuple[str, sqlite3.Connection]) -> None:
    _, conexion = base
    assert conexion.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert conexion.execute("PRAGMA foreign_key_check").fetchall() == []
    assert conexion.execute("PRAGMA application_id").fetchone() == (APLICACION,)
    ajenas = {t.nombre: conexion.execute(f'PRAGMA foreign_key_list("{t.nombre}")').fetchall() for t in TABLAS}
    assert sum(len({fila[0] for fila in filas}) for filas in ajenas.values()) == sum(len(t.ajenas) for t in TABLAS)


def test_trae_las_mismas_filas_que_los_csv(base: tuple[str, sqlite3.Connection]) -> None:
    nombre, conexion = base
    for tabla in TABLAS:
        filas = list(
            csv.reader(io.StringIO(archivos(nombre)[f"datos/{tabla.nombre}.csv"].decode("utf-8-sig"), newline=""))
        )[1:]
        claves = [[c.nombre for c in tabla.columnas].index(n) for n in tabla.clave]
        columnas = ", ".join(f'"{n}"' for n in tabla.clave)
        guardadas = conexion.execute(f'SELECT {columnas} FROM "{tabla.nombre}"').fetchall()
        assert sorted(tuple(map(str, g)) for g in guardadas) == sorted(tuple(f[i] for i in claves) for f in filas)


def test_halla_con_tilde_y_sin_ella_en_mayuscula_y_en_minuscula() -> None:
    conexion = _abrir(archivos("salud")[BASE_DE_DATOS])
    hallados = [
        conexion.execute("SELECT tabla, id FROM busqueda WHERE busqueda MATCH ? ORDER BY 1, 2", (palabra,)).fetchall()
        for palabra in ("educacion", "educación", "EDUCACIÓN", "vacunacion")
    ]
    assert hallados[0] == hallados[1] == hallados[2]
    assert ("sectores", "educacion") in hallados[0]
    assert len(hallados[3]) > 3
    assert hallados[3] != hallados[0]


def test_dice_de_que_es_con_que_licencia_y_si_es_de_muestra() -> None:
    dicho = dict(_abrir(archivos("salud")[BASE_DE_DATOS]).execute("SELECT clave, valor FROM acerca").fetchall())
    assert dicho["muestra"] == "sí"
    assert "CC BY 4.0" in dicho["licencia"]
    assert dicho["corte"] == "2024-12-31"


def test_dos_veces_da_los_mismos_octetos_y_otro_dato_otros() -> None:
    una, dos = octetos_de({}), octetos_de({})
    assert una[BASE_DE_DATOS] == dos[BASE_DE_DATOS]
    acta = "mesas/salud/actas/2024-03-21.yaml"
    otra = octetos_de({acta: leer_base()[acta].decode().replace("Publicar cada mes", "Publicar cada año")})
    assert otra[BASE_DE_DATOS] != una[BASE_DE_DATOS]


def test_de_un_borrador_no_guarda_nada() -> None:
    acta = "mesas/salud/actas/2024-03-21.yaml"
    borrador = leer_base()[acta].decode().replace("estado: definitiva", "estado: borrador")
    octetos = octetos_de({acta: borrador})[BASE_DE_DATOS]
    assert b"SALUD-2024-03-21" in octetos
    assert b"existencias de vacunas" not in octetos
    assert b"existencias de vacunas" in archivos("base")[BASE_DE_DATOS]
