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


def test_una_tabla_se_desplaza_ella_y_no_la_pagina_y_lo_que_lleva_dentro_tambien_se_limpia() -> None:
    hecha = a_html("Se comparó:\n\n| opción | días |\n|---|---|\n| avisar <script>x</script> | 60 |\n\nY se votó.")
    assert '<div aria-label="Tabla" class="tabla corta" role="group" tabindex="0"><table>' in hecha
    assert "<td>60</td>" in hecha
    assert "<script>" not in hecha
    assert hecha.count("<div") == hecha.count("</div>") == 1


@pytest.mark.parametrize(
    ("escrito", "html"),
    [
        ('[x](https://ejemplo.hn "<table>")', '<p><a href="https://ejemplo.hn" rel="noopener noreferrer">x</a></p>'),
        ('[x](https://ejemplo.hn "</table>")', '<p><a href="https://ejemplo.hn" rel="noopener noreferrer">x</a></p>'),
        ('x title="<table>"', '<p>x title="&lt;table&gt;"</p>'),
        ("&lt;table&gt; y <table></table>", "<p>&lt;table&gt; y &lt;table&gt;&lt;/table&gt;</p>"),
        ("    <table></table>", "<p>&lt;table&gt;&lt;/table&gt;</p>"),
        (
            "Así:\n\n    | a |\n    |---|\n    | <table> |",
            "<p>Así:</p>\n<pre><code>| a |\n|---|\n| &lt;table&gt; |\n</code></pre>",
        ),
        ("`<table>`", "<p><code>&lt;table&gt;</code></p>"),
        ('<div class="tabla corta" style="x">y</div>', '<p>&lt;div class="tabla corta" style="x"&gt;y&lt;/div&gt;</p>'),
    ],
)
def test_lo_que_solo_parece_una_tabla_no_lleva_recuadro(escrito: str, html: str) -> None:
    assert a_html(escrito).strip() == html


def test_ni_un_destino_con_pinta_de_tabla_se_sale_de_su_atributo() -> None:
    hecha = a_html("[x](<https://ejemplo.hn/<table>>) y [z](https://ejemplo.hn/</table>)")
    assert "<div" not in hecha
    assert "</div>" not in hecha


def test_una_tabla_dentro_de_una_cita_tambien_lleva_su_recuadro_y_solo_uno() -> None:
    hecha = a_html("> | a |\n> |---|\n> | 1 |\n\n| b |\n|---|\n| 2 |")
    assert hecha.count('<div aria-label="Tabla" class="tabla corta" role="group" tabindex="0"><table>') == 2
    assert hecha.count("</table></div>") == hecha.count("<div") == 2


@pytest.mark.parametrize("fila", ["| 1 | 2 | sobra |", "1 | 2 | sobra", "| 1 | 2 | sobra"])
def test_una_fila_con_celdas_de_mas_no_pierde_ninguna_y_se_queda_como_se_escribio(fila: str) -> None:
    hecha = a_html(f"| a | b |\n|---|---|\n| 0 | 0 |\n{fila}")
    assert "<table>" not in hecha
    assert fila in hecha
