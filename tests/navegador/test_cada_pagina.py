"""Una página de cada clase, en un navegador: accesible, sin errores, sin pedir nada afuera y sin salirse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.navegador.sitios import PLANTILLAS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.navegador.chromium import Tema, Vista
    from tests.navegador.sitios import Sitio

    Mirar = Callable[..., Vista]

ANCHOS = (320, 1280)
TEMAS: tuple[Tema, ...] = ("light", "dark")
NIVELES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
DE_COLOR = ("color-contrast", "link-in-text-block")
"""Las reglas que miran colores: solo ellas pueden decir otra cosa en oscuro."""

POR_MIRAR = {
    ("color-contrast", "imgNode", "svg"): "el texto de un dibujo: lo mide textos_de_graficos.js",
    ("color-contrast", "bgOverlap", "svg"): "el texto de un dibujo sobre una forma: lo mide textos_de_graficos.js",
    ("color-contrast", "shortTextContent", "svg"): "un día del calendario: lo mide textos_de_graficos.js",
    ("color-contrast", "shortTextContent", "td.numero"): "una cifra sola, del color de las demás de su tabla",
    ("color-contrast", "elmPartiallyObscured", ".tabla"): "una tabla ancha, que se desplaza dentro de su caja",
}
"""Lo que axe deja a una persona (regla, por qué, dónde), ya mirado. Lo demás que deje es un fallo."""

CONTRASTE = (Path(__file__).parent / "textos_de_graficos.js").read_text("utf-8")

# Medir el contraste de mil celdas iguales cuesta mil veces más que medir una: de los textos con el mismo camino de
# etiquetas y clases, que se pintan igual, queda el primero. Lo que no es color se mira antes, con la página entera.
SIN_REPETIDOS = """() => {
  const vistos = new Set();
  const podar = (caja, camino) => {
    const suyo = `${camino}>${caja.tagName}.${caja.getAttribute('class') || ''}`;
    const dice = [...caja.childNodes].some(nodo => nodo.nodeType === Node.TEXT_NODE && nodo.data.trim());
    const nuevo = dice && !vistos.has(suyo);
    if (nuevo) vistos.add(suyo);
    const hijos = [...caja.children].map(hijo => podar(hijo, suyo));
    const queda = nuevo || hijos.includes(true);
    if (!queda) caja.remove();
    return queda;
  };
  podar(document.body, '');
}"""

AXE = """async opciones => {
  const r = await axe.run(document, opciones);
  const dicho = n => { const c = [...n.any, ...n.all, ...n.none][0] || {}; return [c.data?.messageKey || '', c.message]; };
  const casos = lista => lista.flatMap(regla => regla.nodes.map(n => ({
    regla: regla.id, clave: dicho(n)[0], que: `${n.html.slice(0, 160)}: ${dicho(n)[1]}`,
    en: opciones.lugares.filter(l => document.querySelector(n.target.at(-1))?.closest(l)),
  })));
  return {pasan: r.passes.length, fallan: casos(r.violations), dudas: casos(r.incomplete)};
}"""


def axe(pagina: Page, opciones: dict[str, Any]) -> list[str]:
    """Lo que axe reprocha a la página y lo que duda sin que nadie lo haya mirado; al menos una regla ha de cumplirse."""
    lugares = sorted({lugar for _, _, lugar in POR_MIRAR})
    dicho = pagina.evaluate(AXE, {"resultTypes": ["violations", "incomplete"], "lugares": lugares, **opciones})
    assert dicho["pasan"] > 0
    dudas = [
        caso
        for caso in dicho["dudas"]
        if not any((caso["regla"], caso["clave"], lugar) in POR_MIRAR for lugar in caso["en"])
    ]
    return [f"{caso['regla']} {caso['clave']}: {caso['que']}" for caso in (*dicho["fallan"], *dudas)]


@pytest.mark.parametrize("ancho", ANCHOS, ids=lambda ancho: f"a {ancho} px")
@pytest.mark.parametrize("plantilla", PLANTILLAS)
def test_la_pagina_es_accesible_y_no_pide_ni_dice_nada(plantilla: str, ancho: int, mirar: Mirar, pais: Sitio) -> None:
    vista, ruta = mirar("pais", ancho), pais.de(plantilla)
    pagina = vista.abrir(ruta)
    assert vista.de_lado() == 0, f"{ruta} se sale por la derecha"
    assert vista.sucesos == [], ruta
    pagina.evaluate(AXE_SCRIPT)
    sin_color = {regla: {"enabled": False} for regla in DE_COLOR}
    assert axe(pagina, {"runOnly": NIVELES, "rules": sin_color}) == [], ruta
    textos = {tema: _textos_de_graficos(pagina, tema) for tema in TEMAS}
    assert textos == {tema: [] for tema in TEMAS}, ruta
    pagina.evaluate(SIN_REPETIDOS)
    for tema in TEMAS:
        pagina.emulate_media(color_scheme=tema)
        assert axe(pagina, {"runOnly": DE_COLOR}) == [], (ruta, tema)
    pagina.emulate_media(color_scheme="light")
    assert vista.sucesos == [], ruta


def _textos_de_graficos(pagina: Page, tema: Tema) -> list[str]:
    pagina.emulate_media(color_scheme=tema)
    return list(pagina.evaluate(f"({CONTRASTE.rstrip().rstrip(';')})()")["malos"])
