"""Las órdenes del README hacen lo que el README dice."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.puerta import ejecutar
from tests.conftest import RAIZ

if TYPE_CHECKING:
    from pathlib import Path

LEAME = (RAIZ / "README.md").read_text("utf-8")
BLOQUES = re.findall(r"^```(\w+)\n(.*?)^```$", LEAME, re.MULTILINE | re.DOTALL)
ACTA = "mesas/salud/actas/2024-12-23.yaml"


@pytest.fixture
def repositorio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for nombre in ("mesas", "mcr", "calendario"):
        shutil.copytree(RAIZ / nombre, tmp_path / nombre)
    shutil.copy(RAIZ / "mesgepret.yaml", tmp_path)
    acta = next(texto for lengua, texto in BLOQUES if lengua == "yaml")
    (tmp_path / ACTA).write_text(acta, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_el_acta_del_readme_no_tiene_errores_ni_hallazgos_propios(
    repositorio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar("revisar") == 0
    assert ACTA not in capsys.readouterr().out


def test_rota_dice_lo_que_el_readme_dice(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    acta = repositorio / ACTA
    rota = acta.read_text("utf-8").replace("responsables: [carlos", "responsable: [carlos")
    acta.write_text(rota.replace("2025-01-31", "31/01/2025"), "utf-8")
    assert ejecutar("revisar") == 1
    dicho = capsys.readouterr().out
    esperados = [texto for lengua, texto in BLOQUES if lengua == "text" and texto.startswith(ACTA)]
    assert len(esperados) == 2
    for esperado in esperados:
        assert esperado in dicho
    assert " documentos: 2 errores, " in dicho


def test_compilada_el_acuerdo_tiene_su_pagina(repositorio: Path) -> None:
    assert ejecutar("construir") == 0
    assert (repositorio / "output/acuerdos/salud-2024-12-23-a1/index.html").is_file()


def test_lo_que_se_calcula_en_el_readme_da_lo_que_el_readme_dice(
    repositorio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prueba = next(texto for lengua, texto in BLOQUES if lengua == "yaml" and texto.startswith("metas:"))
    (repositorio / "riego.calculo.yaml").write_text(prueba, "utf-8")
    orden = next(texto for lengua, texto in BLOQUES if lengua == "sh" and " calcular " in texto)
    assert ejecutar(*orden.split()[1:]) == 0
    esperado = next(texto for lengua, texto in BLOQUES if lengua == "text" and texto.startswith("M1-I1"))
    assert capsys.readouterr().out.startswith(esperado)


def test_los_metodos_del_readme_son_los_que_hay() -> None:
    from mesgepret.evaluacion import METODOS

    dichos = re.search(r"Los métodos son (.*?)\.\n", LEAME, re.DOTALL)
    assert dichos is not None
    assert re.findall(r"`(\w+)`", dichos[1]) == list(METODOS)


def test_los_enlaces_del_readme_existen() -> None:
    for nombre in ("README.md", "README.en.md", "CONTRIBUTING.md"):
        for destino in re.findall(r"\]\(([^)#]+)\)", (RAIZ / nombre).read_text("utf-8")):
            assert destino.startswith("https://") or (RAIZ / destino).exists(), f"{nombre}: {destino}"


def test_los_sitios_del_readme_son_los_que_el_compilador_conoce() -> None:
    from mesgepret.esquema.lugares import _SITIOS

    bloque = next(texto for lengua, texto in BLOQUES if lengua == "text" and texto.startswith("mesgepret.yaml"))
    for sitio, _ in _SITIOS:
        carpeta_o_archivo = re.sub(r"\{.*", "", sitio).split("/")[-2 if "{" in sitio else -1]
        assert carpeta_o_archivo in bloque or sitio.split("/")[-1] in bloque, sitio


def test_el_informe_del_readme_dice_como_va_la_mesa(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dicha = re.search(r"`mesgepret (informe --mesa \w+)`", LEAME)
    corte = re.search(r"`(--corte [0-9S-]+)`", LEAME)
    assert dicha
    assert corte
    assert ejecutar(*dicha[1].split(), *corte[1].split()) == 0
    assert capsys.readouterr().out.startswith("# Informe de avance: Mesa de Salud\n")
