"""Un repositorio de Git con la organización pequeña confirmada, copiado para cada prueba."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import repositorio
from tests.conftest import BASE
from tests.historia.git import Taller

__all__ = ["repositorio"]

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def molde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El repositorio del que se copian los demás: una sola confirmación."""
    raiz = tmp_path_factory.mktemp("molde") / "repositorio"
    shutil.copytree(BASE, raiz)
    taller = Taller(raiz)
    taller.git("init", "-q")
    taller.confirmar("La organización pequeña")
    return raiz


@pytest.fixture
def taller(molde: Path, tmp_path: Path) -> Taller:
    """Una copia en la que trabajar."""
    raiz = tmp_path / "repositorio"
    shutil.copytree(molde, raiz)
    return Taller(raiz)
