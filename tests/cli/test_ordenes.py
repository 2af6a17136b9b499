"""Explicar, los formatos de máquina y los feriados, por la puerta."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.puerta import ACTA, cambiar, ejecutar

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("repositorio")
@pytest.mark.parametrize(
    ("pedido", "comienza"),
    [
        ("convocatoria-tardia", "# C102 · convocatoria-tardia\n"),
        ("Convocatoria tardía", "# C102 · convocatoria-tardia\n"),
        ("r81", "# R81 · Cinco días entre la convocatoria y la reunión\n"),
    ],
)
def test_explicar_entiende_un_nombre_y_un_requisito(
    pedido: str, comienza: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar("explicar", pedido) == 0
    assert capsys.readouterr().out.startswith(comienza)


def test_explicar_un_requisito_dice_donde_se_guarda_y_quien_lo_vigila(capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("explicar", "R81") == 0
    dicho = capsys.readouterr().out
    assert "- `convocatoria.enviada.fecha`\n" in dicho
    assert "- C102 convocatoria-tardia (incumplimiento): " in dicho


@pytest.mark.parametrize("formato", ["json", "github", "gitlab", "sarif", "junit"])
def test_en_formato_de_maquina_la_salida_es_solo_el_formato(
    formato: str, repositorio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cambiar(repositorio / ACTA, "responsables: [sesal]", "responsables: [sesall]")
    assert ejecutar("revisar", "--formato", formato) == 1
    dicho = capsys.readouterr()
    assert "sesall" in dicho.out
    assert "18 documentos: 1 error" not in dicho.out
    assert "18 documentos: 1 error" in dicho.err


def test_feriados_da_un_borrador_que_el_calendario_acepta(
    repositorio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar("feriados", "2024") == 0
    borrador = capsys.readouterr().out
    assert "  - fecha: 2024-10-02\n    nombre: Semana Morazánica\n    fuente: sin verificar" in borrador
    (repositorio / "calendario").mkdir(exist_ok=True)
    (repositorio / "calendario" / "feriados.yaml").write_text(f"feriados:\n{borrador}", "utf-8")
    assert ejecutar("revisar") == 0
    capsys.readouterr()
    assert ejecutar("feriados", "2024") == 0
    assert "No falta ninguno" in capsys.readouterr().out


@pytest.mark.usefixtures("repositorio")
def test_sin_el_extra_feriados_sale_con_2_y_dice_como_ponerlo(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert ejecutar("feriados", "2024") == 2
    assert "mesgepret[feriados]" in capsys.readouterr().err
