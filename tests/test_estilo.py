"""El código pasa por las mismas manos antes de llegar a `main`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import RAIZ


@pytest.mark.parametrize(
    "orden",
    [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]],
    ids=["ruff no halla nada", "ruff no cambiaría el formato", "mypy estricto no halla nada"],
)
def test_estilo(orden: list[str]) -> None:
    hecho = subprocess.run([sys.executable, "-m", *orden], cwd=RAIZ, capture_output=True, text=True, check=False)
    assert hecho.returncode == 0, hecho.stdout[-4000:] + hecho.stderr[-2000:]
