"""De una plantilla y lo que recibe a una hoja: una página del sitio, todavía sin componer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

INICIO = (("Inicio", ""),)
"""El comienzo del camino hasta cualquier página."""


@dataclass(frozen=True, slots=True)
class Hoja:
    """Una página: su carpeta en el sitio, su plantilla, su título, lo que recibe y el camino hasta ella.

    `migas`: (título, carpeta) de cada página que la contiene, desde la portada. `fuente`: su archivo YAML, si lo tiene.
    """

    ruta: str
    plantilla: str
    titulo: str
    contexto: dict[str, Any] = field(default_factory=dict)
    migas: tuple[tuple[str, str], ...] = ()
    fuente: str = ""
    muestra: bool = False
