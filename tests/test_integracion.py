"""Los archivos con que una forja ejecuta mesgepret: tienen la forma oficial y lo que mandan funciona."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import BASE, RAIZ

ARCHIVOS = [
    ("vendor.github-workflows", ".github/workflows/revisar.yml"),
    ("vendor.github-actions", "action.yml"),
]


def _yaml(archivo: str) -> Any:
    return yaml.safe_load((RAIZ / archivo).read_text("utf-8"))


@pytest.fixture
def entorno(tmp_path: Path) -> dict[str, str]:
    """Un PATH con la orden `mesgepret` de este mismo código, como la deja una instalación."""
    orden = tmp_path / "bin" / "mesgepret"
    orden.parent.mkdir()
    orden.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mesgepret "$@"\n')
    orden.chmod(0o755)
    return {**os.environ, "PATH": f"{orden.parent}:{os.environ['PATH']}", "PYTHONPATH": str(RAIZ)}


@pytest.fixture
def repositorio(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "repositorio"))


def _estropear(repositorio: Path) -> None:
    acta = repositorio / "mesas/salud/actas/2024-03-21.yaml"
    acta.write_text(acta.read_text("utf-8").replace("responsables: [sesal]", "responsables: [sesall]", 1), "utf-8")


@pytest.mark.parametrize(("esquema", "archivo"), ARCHIVOS, ids=[archivo for _, archivo in ARCHIVOS])
def test_tiene_la_forma_oficial(esquema: str, archivo: str) -> None:
    orden = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", esquema, str(RAIZ / archivo)]
    hecho = subprocess.run(orden, capture_output=True, text=True, check=False)
    assert hecho.returncode == 0, hecho.stdout + hecho.stderr


@pytest.mark.parametrize("archivo", [archivo for _, archivo in ARCHIVOS])
def test_toda_accion_ajena_se_fija_por_su_huella(archivo: str) -> None:
    for usada in re.findall(r"uses: (\S+)", (RAIZ / archivo).read_text("utf-8")):
        assert usada == "./" or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", usada), usada


@pytest.mark.parametrize(("roto", "estricto", "sale"), [(False, "", 0), (False, "--estricto", 0), (True, "", 1)])
def test_el_paso_de_la_accion_revisa_anota_y_deja_su_resumen(
    repositorio: Path, entorno: dict[str, str], tmp_path: Path, roto: bool, estricto: str, sale: int
) -> None:
    if roto:
        _estropear(repositorio)
    paso = next(p for p in _yaml("action.yml")["runs"]["steps"] if p.get("name") == "Revisar")
    resumen = tmp_path / "resumen.md"
    suyo = {**entorno, "RAIZ": str(repositorio), "ESTRICTO": estricto, "GITHUB_STEP_SUMMARY": str(resumen)}
    hecho = subprocess.run(["bash", "-c", paso["run"]], env=suyo, capture_output=True, text=True, check=False)
    assert hecho.returncode == sale, hecho.stderr
    assert ("::error file=mesas/salud/actas/2024-03-21.yaml,line=" in hecho.stdout) is roto
    assert resumen.read_text("utf-8").startswith(f"### mesgepret: {'1 error' if roto else '0 errores'}")


def test_el_gancho_revisa_el_repositorio_entero_cuando_cambia_un_documento(
    repositorio: Path, entorno: dict[str, str]
) -> None:
    (gancho,) = _yaml(".pre-commit-hooks.yaml")
    assert gancho["always_run"] is True  # con «files» no correría al borrar un documento, que también rompe
    assert gancho["pass_filenames"] is False
    orden = shlex.split(gancho["entry"])
    assert subprocess.run(orden, cwd=repositorio, env=entorno, capture_output=True, check=False).returncode == 0
    _estropear(repositorio)
    assert subprocess.run(orden, cwd=repositorio, env=entorno, capture_output=True, check=False).returncode == 1
