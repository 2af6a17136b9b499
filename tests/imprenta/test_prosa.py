"""El Markdown de un usuario, en HTML y en Markdown: se lee como se quiso y no puede hacer daño."""

from __future__ import annotations

import pytest

from mesgepret.imprenta.prosa import a_html, a_markdown, escapar_markdown


@pytest.mark.parametrize(
    ("escrito", "html"),
    [
        ("Un párrafo llano, con tilde.", "<p>Un párrafo llano, con tilde.</p>"),
        ("Uno **fuerte** y *otro*", "<p>Uno <strong>fuerte</strong> y <em>otro</em></p>"),
        ("- uno\n- dos", "<ul>\n<li>uno</li>\n<li>dos</li>\n</ul>"),
        ("# Título\n\ntexto", "<p><strong>Título</strong></p>\n<p>texto</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("antes <!-- sin cerrar", "<p>antes &lt;!-- sin cerrar</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[DIGER](https://ejemplo.hn)", '<p><a href="https://ejemplo.hn" rel="noopener noreferrer">DIGER</a></p>'),
        ('<a href="https://x" onclick="y()">z</a>', '<p>&lt;a href="https://x" onclick="y()"&gt;z&lt;/a&gt;</p>'),
        ("2 < 3 & 4 > 1", "<p>2 &lt; 3 &amp; 4 &gt; 1</p>"),
    ],
)
def test_en_html(escrito: str, html: str) -> None:
    assert a_html(escrito).strip() == html


@pytest.mark.parametrize(
    ("escrito", "markdown"),
    [
        ("# Título\ntexto", "**Título**\ntexto"),
        ("Título\n===", "Título\n\\==="),
        ("```\nsin cerrar", "```\nsin cerrar\n```"),
        ("[x](javascript:alert(1))", "[x\\](javascript:alert(1))"),
        ("[x]: data:text/html,y", "[x\\]: data:text/html,y"),
        ("[DIGER](https://ejemplo.hn)", "[DIGER](https://ejemplo.hn)"),
        ("<img src=x onerror=y>", "&lt;img src=x onerror=y>"),
        ("Estrategia & Negocios", "Estrategia & Negocios"),
        ("&lt;img>", "&amp;lt;img>"),
    ],
)
def test_en_markdown(escrito: str, markdown: str) -> None:
    assert a_markdown(escrito) == markdown


@pytest.mark.parametrize(
    ("escrito", "markdown"),
    [
        ("a | b", "a \\| b"),
        ("# no es título", "\\# no es título"),
        ("- no es lista", "\\- no es lista"),
        ("1. tampoco", "1\\. tampoco"),
        ("*nada* _nada_ [x](y)", "\\*nada\\* \\_nada\\_ \\[x\\](y)"),
        ("dos\nlíneas", "dos líneas"),
        ("Estrategia & Negocios", "Estrategia & Negocios"),
        ("&#60;b> y &copy;", "&amp;#60;b> y &amp;copy;"),
    ],
)
def test_un_texto_llano_se_muestra_como_se_escribio(escrito: str, markdown: str) -> None:
    assert escapar_markdown(escrito) == markdown


def test_el_titulo_de_un_enlace_no_sale() -> None:
    assert "title" not in a_html('[a](https://ejemplo.hn "<table><img src=x onerror=alert(1)>") y *b*')
