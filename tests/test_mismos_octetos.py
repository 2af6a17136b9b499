"""Las mismas entradas dan los mismos octetos, en cualquier máquina, idioma, zona y carpeta."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import BASE, RAIZ

if TYPE_CHECKING:
    from pathlib import Path


def _huella(carpeta: Path) -> dict[str, str]:
    return {
        p.relative_to(carpeta).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(carpeta.rglob("*"))
        if p.is_file()
    }


def _compilar(raiz: Path, salida: Path, **entorno: str) -> dict[str, str]:
    orden = [sys.executable, "-m", "mesgepret", "construir", "--raiz", str(raiz), "--salida", str(salida)]
    ambiente = {**os.environ, "PYTHONPATH": str(RAIZ), **entorno}
    hecho = subprocess.run(orden, env=ambiente, capture_output=True, check=False, timeout=120)
    assert hecho.returncode == 0, hecho.stdout.decode() + hecho.stderr.decode()
    return _huella(salida)


def test_con_otra_semilla_zona_idioma_y_carpeta(tmp_path: Path) -> None:
    aqui, otra = tmp_path / "una", tmp_path / "otra carpeta con ñ"
    for copia in (aqui, otra):
        shutil.copytree(BASE, copia)
    una = _compilar(aqui, tmp_path / "a", PYTHONHASHSEED="1", TZ="America/Tegucigalpa", LC_ALL="C.UTF-8")
    dos = _compilar(otra, tmp_path / "b", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="POSIX", LANGUAGE="en")
    assert una == dos
    assert len(una) > 50


def test_el_repositorio_de_verdad_tambien(tmp_path: Path) -> None:
    una = _compilar(RAIZ, tmp_path / "a", PYTHONHASHSEED="3", TZ="Pacific/Kiritimati")
    dos = _compilar(RAIZ, tmp_path / "b", PYTHONHASHSEED="4", TZ="Pacific/Pago_Pago")
    assert una == dos
