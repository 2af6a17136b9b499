"""El sitio sin ratón: se llega a todo, en orden, y siempre se ve dónde se está."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.navegador.chromium import Vista
    from tests.navegador.sitios import Sitio

    Mirar = Callable[..., Vista]

PASOS = 45
"""Cuántas veces se pulsa el tabulador en cada página: la cabecera, el camino y un buen trozo del contenido."""

FOCO = """() => {
  const e = document.activeElement, caja = e.getBoundingClientRect(), estilo = getComputedStyle(e);
  const trazo = estilo.outlineStyle === 'none' ? 0 : parseFloat(estilo.outlineWidth);
  return {
    que: `${e.tagName} ${e.className} «${e.textContent.trim().slice(0, 40)}»`, texto: e.textContent.trim(),
    cuerpo: e === document.body, trazo,
    dentro: caja.width > 0 && caja.bottom > 0 && caja.top < innerHeight && caja.right > 0 && caja.left < innerWidth,
    orden: [...document.querySelectorAll('*')].indexOf(e),
  };
}"""


def tabular(pagina: Page) -> dict[str, Any]:
    """Pulsa el tabulador y dice dónde quedó el foco."""
    pagina.keyboard.press("Tab")
    return dict(pagina.evaluate(FOCO))


def hasta(pagina: Page, selector: str) -> None:
    """Tabula hasta el primer elemento que responde al selector."""
    for _ in range(300):
        tabular(pagina)
        if pagina.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"con el tabulador no se llega a {selector}")


@pytest.mark.parametrize("ancho", [320, 1280], ids=lambda ancho: f"a {ancho} px")
@pytest.mark.parametrize("plantilla", ["portada", "mesa", "acta", "acuerdos_de_mesa", "mcr", "meta"])
def test_el_foco_avanza_en_el_orden_de_la_pagina_y_siempre_se_ve(
    plantilla: str, ancho: int, mirar: Mirar, pais: Sitio
) -> None:
    pagina = mirar("pais", ancho).abrir(pais.de(plantilla))
    ordenes = []
    for _ in range(PASOS):
        foco = tabular(pagina)
        if foco["cuerpo"]:  # se acabó la página
            break
        assert foco["dentro"], foco
        assert foco["trazo"] >= 2, foco
        ordenes.append(foco["orden"])
    assert len(ordenes) > 12
    assert ordenes == sorted(set(ordenes))


def test_lo_primero_es_el_salto_al_contenido_y_salta(mirar: Mirar, pais: Sitio) -> None:
    pagina = mirar().abrir(pais.de("mesa"))
    assert tabular(pagina)["texto"] == "Ir al contenido"
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.id") == "contenido"
    tabular(pagina)
    assert pagina.evaluate("document.activeElement.closest('main') !== null")


def test_el_menu_se_recorre_y_lleva_a_cada_seccion(mirar: Mirar) -> None:
    pagina = mirar().abrir("")
    secciones = pagina.locator("nav[aria-label='Secciones'] a")
    esperadas = secciones.all_inner_texts()
    hasta(pagina, "nav[aria-label='Secciones'] a")
    recorridas = [pagina.evaluate("document.activeElement.innerText")]
    recorridas += [tabular(pagina)["texto"] for _ in esperadas[1:]]
    assert recorridas == esperadas
    destino = pagina.evaluate("document.activeElement.href")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(destino)
    assert pagina.locator("h1").count() == 1


def test_una_tabla_que_no_cabe_se_desplaza_con_las_flechas(mirar: Mirar, pais: Sitio) -> None:
    for plantilla in ("mcr_tabla", "poa", "informe_de_avance", "programacion"):
        pagina = mirar("pais", 700).abrir(pais.de(plantilla))
        ancha = "e => e.scrollWidth > e.clientWidth + 1"
        cual = pagina.evaluate(f"[...document.querySelectorAll('.tabla')].findIndex({ancha})")
        if cual >= 0:
            break
    else:
        pytest.fail("ninguna tabla se sale de su caja a 700 px: esta prueba pide otra más ancha")
    pagina.evaluate("n => document.querySelectorAll('.tabla')[n].dataset.prueba = 'ancha'", cual)
    hasta(pagina, "[data-prueba=ancha]")
    nombre = pagina.evaluate("document.activeElement.getAttribute('aria-label')")
    assert nombre, "la caja que recibe el foco dice qué tabla es"
    pagina.keyboard.press("ArrowRight")
    pagina.wait_for_function("document.activeElement.scrollLeft > 0", timeout=5000)


def test_el_arbol_se_abre_y_se_cierra_y_da_paso_a_sus_ramas(mirar: Mirar, pais: Sitio) -> None:
    pagina = mirar().abrir(pais.de("mcr"))
    hasta(pagina, ".arbol details:not([open]) > summary")
    abierta = "document.activeElement.parentElement.open"
    assert pagina.evaluate(abierta) is False
    pagina.keyboard.press("Enter")
    assert pagina.evaluate(abierta) is True
    pagina.evaluate("document.activeElement.parentElement.dataset.prueba = 'rama'")
    tabular(pagina)
    assert pagina.evaluate("document.activeElement.closest('[data-prueba=rama] .arbol') !== null")
    pagina.keyboard.press("Shift+Tab")
    pagina.keyboard.press("Space")
    assert pagina.evaluate(abierta) is False
