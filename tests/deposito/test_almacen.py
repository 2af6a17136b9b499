"""La base temporal: da lo que se escribió en ella, no deja rastro, y si el disco no deja, lo dice."""

from __future__ import annotations

import sqlite3
import tempfile
from typing import TYPE_CHECKING

import pytest

from mesgepret.deposito import Impedimento, base_temporal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def aqui(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_da_los_octetos_de_lo_que_se_escribio_y_se_borra(aqui: Path) -> None:
    with base_temporal() as (conexion, octetos):
        conexion.execute("CREATE TABLE una (dato TEXT)")
        conexion.execute("INSERT INTO una VALUES ('Educación')")
        assert len(list(aqui.iterdir())) == 1
        hecha = octetos()
    assert list(aqui.iterdir()) == []
    leida = sqlite3.connect(":memory:")
    leida.deserialize(hecha)
    assert leida.execute("SELECT dato FROM una").fetchall() == [("Educación",)]


def test_si_algo_se_tuerce_tampoco_deja_nada(aqui: Path) -> None:
    with pytest.raises(ZeroDivisionError), base_temporal():
        raise ZeroDivisionError
    assert list(aqui.iterdir()) == []


def test_un_disco_lleno_es_un_impedimento_y_no_un_defecto_nuestro(aqui: Path) -> None:
    with pytest.raises(Impedimento, match="base de datos"), base_temporal() as (conexion, _):
        conexion.executescript("PRAGMA max_page_count = 1; CREATE TABLE una (dato TEXT)")


def test_sin_carpeta_temporal_es_un_impedimento(aqui: Path) -> None:
    aqui.rmdir()
    with pytest.raises(Impedimento, match="no existe"), base_temporal():
        pass


def test_una_orden_mal_escrita_es_un_defecto_nuestro() -> None:
    with pytest.raises(sqlite3.OperationalError), base_temporal() as (conexion, _):
        conexion.execute("CREATE TABLA una")
