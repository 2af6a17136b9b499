"""De una plantilla y lo que recibe a una hoja: una página del sitio, todavía sin componer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

INICIO = (("Inicio", ""),)
"""El comienzo del camino hasta cualquier página."""

CON_FORMULARIO = ("formularios.css",)
"""La hoja de estilo de las pocas páginas que tienen en qué escribir o qué elegir."""


@dataclass(frozen=True, slots=True)
class Hoja:
    """Una página: su carpeta en el sitio, su plantilla, su título, lo que recibe y el camino hasta ella.

    `migas`: (título, carpeta) de cada página que la contiene, desde la portada. `fuente`: su archivo YAML, si lo tiene.
    `estilos`: las hojas de estilo que añade a la de todas; `guiones`: los archivos del sitio que ejecuta; `permisos`:
    lo que su política de seguridad añade a la de todas.
    """

    ruta: str
    plantilla: str
    titulo: str
    contexto: dict[str, Any] = field(default_factory=dict)
    migas: tuple[tuple[str, str], ...] = ()
    fuente: str = ""
    muestra: bool = False
    estilos: tuple[str, ...] = ()
    guiones: tuple[str, ...] = ()
    permisos: str = ""


def en_paginas(hoja: Hoja, clave: str, lista: Sequence[Any], cuantas: int) -> Iterator[Hoja]:
    """La hoja, con su lista repartida en las páginas que pida: la primera en su carpeta, y las demás dentro de ella."""
    tandas = [lista[i : i + cuantas] for i in range(0, len(lista), cuantas)] or [lista]
    for numero, tanda in enumerate(tandas, 1):
        contexto = {**hoja.contexto, clave: tanda, "numero": numero, "paginas": len(tandas), "primera": hoja.ruta}
        sigue = numero > 1
        yield replace(
            hoja,
            ruta=f"{hoja.ruta}/{numero}" if sigue else hoja.ruta,
            titulo=f"{hoja.titulo}, página {numero}" if sigue else hoja.titulo,
            contexto=contexto,
            migas=(*hoja.migas, (hoja.titulo, hoja.ruta)) if sigue else hoja.migas,
        )
