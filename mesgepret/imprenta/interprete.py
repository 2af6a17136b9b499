"""Del Markdown de un usuario a HTML todavía sin limpiar: el intérprete corriente, con tablas y sin HTML escrito."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from collections.abc import Callable

RECUADRO = {"aria-label": "Tabla", "class": "tabla corta", "role": "group", "tabindex": "0"}
"""Los atributos del «div» de una tabla: se desplaza ella, y no la página."""


class _Tablas(TableProcessor):
    """Una fila con más celdas que la cabeza perdería las que sobran: no es una tabla, y se deja como se escribió."""

    _split_row: Callable[[str], list[str]]  # sus tipos publicados no la nombran

    def test(self, parent: Element, block: str) -> bool:
        filas = block.split("\n")[2:]
        return super().test(parent, block) and all(
            len(self._split_row(fila.strip(" "))) <= len(self.separator) for fila in filas
        )


class _EnRecuadro(Treeprocessor):
    def run(self, root: Element) -> None:
        for padre in list(root.iter()):
            for lugar, tabla in enumerate(padre):
                if tabla.tag == "table":
                    padre[lugar] = recuadro = Element("div", RECUADRO)
                    recuadro.append(tabla)
                    recuadro.tail, tabla.tail = tabla.tail, None


@cache
def interprete() -> markdown.Markdown:
    """El único que hay; entre un texto y otro hay que devolverlo a su comienzo (`reset`)."""
    hecho = markdown.Markdown(extensions=["sane_lists", "tables"], output_format="html")
    hecho.parser.blockprocessors.register(_Tablas(hecho.parser, {"use_align_attribute": False}), "table", 75)
    hecho.treeprocessors.register(_EnRecuadro(hecho), "recuadro", 5)  # con el árbol ya hecho y con sus sangrías
    # El HTML de un usuario se lee como lo escribió: si se dejara pasar, la limpieza se llevaría la etiqueta y lo que
    # hubiera dentro; y un comentario sin cerrar, el resto del texto.
    hecho.preprocessors.deregister("html_block")
    hecho.inlinePatterns.deregister("html")
    return hecho
