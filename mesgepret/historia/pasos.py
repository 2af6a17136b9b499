"""De una línea de Git a sus pasos: cada confirmación, con los archivos que tocó y cómo eran antes y después."""

from __future__ import annotations

from typing import NamedTuple


class Toque(NamedTuple):
    """Un cambio de un archivo en un paso: su huella de antes y la de después; vacía si nació o se borró."""

    archivo: str
    antes: str
    despues: str


class Paso(NamedTuple):
    """Una confirmación de la línea principal, con lo que cambió respecto de la anterior."""

    commit: str
    fecha: str
    autor: str
    toques: tuple[Toque, ...]
