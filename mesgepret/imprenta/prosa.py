"""Del Markdown de un usuario a HTML inofensivo, y a Markdown que no rompe la página que lo contiene."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable

_ETIQUETAS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "code", "pre", "hr",
              "div", "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
_CON_MARCAS = re.compile(r"[*_`\[\]<>&#|~\\!]|^\s*(?:[-+]|[0-9]+[.)])\s|^\s{4}|\n|https?:|  $", re.MULTILINE)
_ENCABEZADO = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE)
_SUBRAYADO = re.compile(r"^ {0,3}(=+|-+)[ \t]*$", re.MULTILINE)
_ENTIDAD = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_CERCA = re.compile(r"^ {0,3}(```|~~~)", re.MULTILINE)
_DESTINO = re.compile(
    r"\](?=\(\s*<?\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:|:\s*<?\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:)", re.I
)


marcado: Callable[[type[Markup], str], Markup] = str.__new__
"""Un texto que ya está escapado, sin preguntarle otra vez si lo está."""


def a_html(texto: str) -> Markup:
    """El texto de un usuario como HTML: Markdown, y siempre por nh3."""
    texto = texto.strip()
    if not texto:
        return Markup()
    if not _CON_MARCAS.search(texto):  # casi todo: un párrafo llano no necesita intérprete
        return Markup("<p>") + escape(texto) + Markup("</p>")
    import nh3

    from mesgepret.imprenta.interprete import RECUADRO, interprete

    limpio = nh3.clean(
        interprete().reset().convert(_sin_trampas(_sin_titulos(texto))),
        tags=_ETIQUETAS,
        attributes={"a": {"href"}, "*": set()},  # sin el asterisco pasarían los de cualquier etiqueta, como «title»
        tag_attribute_values={"div": {atributo: {valor} for atributo, valor in RECUADRO.items()}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return Markup(limpio)


def a_markdown(texto: str) -> Markup:
    """El texto de un usuario dentro de un informe en Markdown: sin HTML, sin títulos y sin nada a medio cerrar."""
    llano = _sin_trampas(_sin_html(_sin_titulos(texto.strip())))
    abiertas = _CERCA.findall(llano)
    return Markup(f"{llano}\n{abiertas[-1]}" if len(abiertas) % 2 else llano)


def _sin_trampas(texto: str) -> str:
    """Un enlace a «javascript:» o a «data:» se queda en texto, y se lee entero."""
    return _DESTINO.sub(r"\]", texto)


def _sin_html(texto: str) -> str:
    """Ni etiquetas ni entidades; un «&» suelto no es ninguna, y se queda como se escribió."""
    return _ENTIDAD.sub("&amp;", texto).replace("<", "&lt;")


def _sin_titulos(texto: str) -> str:
    """Los títulos de un usuario van en negrita: no compiten con los de la página ni saltan de nivel."""
    return _SUBRAYADO.sub(r"\\\1", _ENCABEZADO.sub(r"**\1**", texto))


_ESPECIALES = re.compile(r"([\\`*_\[\]|~])")
_AL_COMIENZO = re.compile(r"^([#>+-]|[0-9]+(?=[.)]\s))")
_NO_LLANO = re.compile(r"[\\`*_\[\]|~&<\n\t\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_NO_EMPIEZA_LLANO = re.compile(r"[ #>+-]|[0-9]+[.)]\s")


def escapar_markdown(texto: str) -> Markup:
    """Un texto llano, en una línea, tal que Markdown lo muestre como se escribió."""
    dudoso = _NO_LLANO.search(texto) or _NO_EMPIEZA_LLANO.match(texto) or "  " in texto or texto.endswith(" ")
    if not dudoso:  # casi todo
        return marcado(Markup, texto)
    linea = " ".join(texto.split())
    linea = _ESPECIALES.sub(r"\\\1", _sin_html(linea))
    hallado = _AL_COMIENZO.match(linea)
    if hallado:
        inicio = hallado[1]
        linea = (f"{inicio}\\" if inicio[0].isdigit() else f"\\{inicio}") + linea[len(inicio) :]
    return Markup(linea)
