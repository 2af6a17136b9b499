"""La rueda lleva lo que necesita y `build.py` prepara lo que dice."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.conftest import BASE, RAIZ

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def rueda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    carpeta = tmp_path_factory.mktemp("rueda")
    orden = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(carpeta)]
    hecho = subprocess.run(orden, cwd=RAIZ, capture_output=True, check=False, timeout=120)
    assert hecho.returncode == 0, hecho.stderr.decode()
    return next(carpeta.glob("*.whl"))


def test_la_rueda_lleva_esquemas_plantillas_paginas_y_catalogos(rueda: Path) -> None:
    dentro = set(zipfile.ZipFile(rueda).namelist())
    for carpeta, patron in (
        ("schemas", "*.json"),
        ("plantillas", "**/*.*"),
        ("mesgepret", "**/*.md"),
        ("mesgepret", "**/*.json"),
        ("mesgepret", "**/*.py"),
    ):
        for archivo in (RAIZ / carpeta).glob(patron):
            ruta = archivo.relative_to(RAIZ).as_posix()
            assert (ruta if carpeta == "mesgepret" else f"mesgepret/{ruta}") in dentro
    assert {"mesgepret/mcr/catalogos.yaml", "mesgepret/mcr/semaforos.yaml"} <= dentro


def test_desde_la_rueda_se_compila_un_repositorio_que_no_es_este(rueda: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(rueda).extractall(tmp_path / "instalado")
    orden = [sys.executable, "-m", "mesgepret", "construir", "--raiz", str(BASE), "--salida", str(tmp_path / "sitio")]
    ambiente = {**os.environ, "PYTHONPATH": str(tmp_path / "instalado")}
    hecho = subprocess.run(orden, cwd=tmp_path, env=ambiente, capture_output=True, check=False, timeout=120)
    assert hecho.returncode == 0, hecho.stdout.decode() + hecho.stderr.decode()
    assert (tmp_path / "sitio" / "mesas" / "salud" / "index.html").is_file()


@pytest.mark.parametrize("nombre", ["requirements.lock", "requirements-pruebas.lock"])
def test_los_cerrojos_llevan_huellas_y_no_nombran_ningun_indice(nombre: str) -> None:
    texto = (RAIZ / nombre).read_text("utf-8")
    assert "http" not in texto
    assert "index" not in texto
    for requisito in re.split(r"\n(?=\S)", texto.strip()):
        assert "==" in requisito
        assert "--hash=sha256:" in requisito


def test_las_dependencias_declaradas_tienen_su_razon() -> None:
    contribuir = (RAIZ / "CONTRIBUTING.md").read_text("utf-8")
    proyecto = (RAIZ / "pyproject.toml").read_text("utf-8")
    for nombre in re.findall(r'^  "([A-Za-z0-9-]+)[><=]', proyecto, re.MULTILINE):
        assert nombre in contribuir or (nombre.startswith("types-") and "types-*" in contribuir), nombre


def _construir(carpeta: Path, **entorno: str) -> subprocess.CompletedProcess[str]:
    orden = [sys.executable, str(carpeta / "build.py"), "--help"]
    return subprocess.run(
        orden, env={**os.environ, **entorno}, cwd=carpeta, capture_output=True, text=True, check=False, timeout=300
    )


def test_sin_git_se_avisa_y_para_probar_se_pide(tmp_path: Path) -> None:
    (tmp_path / "build.py").write_text((RAIZ / "build.py").read_text("utf-8"), "utf-8")
    orden = [sys.executable, str(tmp_path / "build.py"), "probar"]
    hecho = subprocess.run(orden, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False, timeout=60)
    assert hecho.returncode == 2
    assert "falta Git" in hecho.stderr


def test_sin_venv_dice_que_instalar(tmp_path: Path) -> None:
    for nombre in ("build.py", "requirements.lock", "requirements-pruebas.lock", "pyproject.toml"):
        (tmp_path / nombre).write_bytes((RAIZ / nombre).read_bytes())
    (tmp_path / "venv.py").write_text("raise SystemExit(1)\n")
    hecho = _construir(tmp_path, PYTHONPATH=str(tmp_path))
    assert hecho.returncode == 2
    assert "python3-venv" in hecho.stderr


def test_con_el_entorno_listo_no_se_instala_otra_vez(tmp_path: Path) -> None:
    for nombre in ("build.py", "requirements.lock", "requirements-pruebas.lock", "pyproject.toml"):
        (tmp_path / nombre).write_bytes((RAIZ / nombre).read_bytes())
    programa = (
        "import build; build.sello(build.CERROJO).parent.mkdir(); build.PYTHON.parent.mkdir(); build.PYTHON.touch();"
    )
    programa += (
        "build.sello(build.CERROJO).write_text(build.huella(build.CERROJO)); print(repr(build.preparar(build.CERROJO)))"
    )
    hecho = subprocess.run(
        [sys.executable, "-c", programa], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert hecho.stdout.strip() == "''", hecho.stdout + hecho.stderr


def test_un_python_viejo_recibe_una_frase(tmp_path: Path) -> None:
    (tmp_path / "build.py").write_bytes((RAIZ / "build.py").read_bytes())
    programa = "import sys; sys.version_info = (3, 9, 0); import build; sys.exit(build.main([]))"
    hecho = subprocess.run([sys.executable, "-c", programa], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert hecho.returncode == 2
    assert "pide Python 3.11 o posterior, y este es 3.9" in hecho.stderr
