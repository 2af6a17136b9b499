"""De una página, en HTML o en Markdown, a lo que se lee en ella: el mismo texto llano de las dos lenguas."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_DENTRO_DE_LA_LINEA = frozenset(["a", "strong", "em", "span", "code"])
_ENLACE = re.compile(r"(?<!\\)\[((?:\\.|[^\\\]])*)\]\((?:<[^>]*>|[^)\s]*)\)")
_MARCAS = re.compile(r"(?<!\\)(?:\*\*|[|`])|^\s*(?:#+|>|-|[0-9]+\.) ", re.MULTILINE)
_ESCAPE = re.compile(r"\\([^\w\s])")
_BLANCOS = re.compile(r"\s+")


class _Lector(HTMLParser):
    """Junta el texto de una página; lo que no va dentro de la línea separa, y un término se dice con dos puntos."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.trozos: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._separar(tag)

    def handle_endtag(self, tag: str) -> None:
        self.trozos += [":"] if tag == "dt" else []
        self._separar(tag)

    def handle_data(self, data: str) -> None:
        self.trozos.append(data)

    def _separar(self, tag: str) -> None:
        self.trozos += [] if tag in _DENTRO_DE_LA_LINEA else [" "]


def de_html(pagina: str) -> str:
    lector = _Lector()
    lector.feed(pagina)
    lector.close()
    return _BLANCOS.sub(" ", "".join(lector.trozos))


def de_markdown(pagina: str) -> str:
    sin_marcas = _MARCAS.sub("", _ENLACE.sub(r"\1", pagina))
    return _BLANCOS.sub(" ", html.unescape(_ESCAPE.sub(r"\1", sin_marcas)))
