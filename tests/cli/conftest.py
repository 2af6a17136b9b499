"""De la organización pequeña a una copia en que trabajar."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import BASE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repositorio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copia = tmp_path / "repositorio"
    shutil.copytree(BASE, copia)
    monkeypatch.chdir(copia)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return copia
