"""De unos argumentos al código con que sale la orden, y un acta que estropear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mesgepret.cli.puerta import main

if TYPE_CHECKING:
    from pathlib import Path

ACTA = "mesas/salud/actas/2024-03-21.yaml"


def ejecutar(*argumentos: str) -> int:
    """Lo que la orden devuelve al sistema."""
    with pytest.raises(SystemExit) as salida:
        main(list(argumentos))
    assert isinstance(salida.value.code, int)
    return salida.value.code


def cambiar(archivo: Path, antes: str, despues: str) -> None:
    """Cambia un trozo, que ha de estar, de un archivo."""
    texto = archivo.read_text("utf-8")
    assert antes in texto
    archivo.write_text(texto.replace(antes, despues, 1), "utf-8")
