"""Construir con buscador y sin él: qué se escribe, qué se dice, y que un fallo deja el sitio como estaba."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret import deposito
from tests.cli.puerta import ejecutar

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_se_construye_con_su_indice(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("construir") == 0
    assert (repositorio / "output/buscar/pagefind/pagefind.js").is_file()
    assert (repositorio / "output/buscar/buscar.js").is_file()
    assert "Sin buscador" not in capsys.readouterr().out


def test_sin_buscador_si_se_pide(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("construir", "--sin-buscador") == 0
    assert {p.name for p in (repositorio / "output/buscar").glob("*.*")} == {"index.html", "index.md"}
    assert not (repositorio / "output/buscar/pagefind").exists()
    assert "Sin buscador" not in capsys.readouterr().out


def test_sin_el_paquete_se_construye_y_se_dice(
    repositorio: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(deposito, "programa_de_busqueda", lambda: "")
    assert ejecutar("construir") == 0
    assert not (repositorio / "output/buscar/pagefind").exists()
    assert "Sin buscador, que pide el paquete pagefind-bin" in capsys.readouterr().out


def test_si_el_indice_no_se_puede_hacer_el_sitio_queda_como_estaba(
    repositorio: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar("construir", "--sin-buscador") == 0
    antes = {p: p.read_bytes() for p in (repositorio / "output").rglob("*") if p.is_file()}
    monkeypatch.setattr(deposito, "programa_de_busqueda", lambda: str(repositorio / "no-está"))
    assert ejecutar("construir") == 2
    assert "no se pudo ejecutar" in capsys.readouterr().err
    assert {p: p.read_bytes() for p in (repositorio / "output").rglob("*") if p.is_file()} == antes
    assert not (repositorio / ".output.nueva").exists()
