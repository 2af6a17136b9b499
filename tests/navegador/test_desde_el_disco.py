"""El sitio abierto desde su carpeta, sin servidor: se ve igual y se navega igual."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.navegador.sitios import PLANTILLAS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.navegador.chromium import Vista
    from tests.navegador.sitios import Sitio

    Mirar = Callable[..., Vista]

POR_TANDA = 11
TANDAS = [PLANTILLAS[i : i + POR_TANDA] for i in range(0, len(PLANTILLAS), POR_TANDA)]


@pytest.mark.parametrize("tanda", TANDAS, ids=lambda tanda: f"de {tanda[0]} a {tanda[-1]}")
def test_cada_clase_de_pagina_se_abre_con_su_estilo_y_no_dice_ni_pide_nada(
    tanda: list[str], mirar: Mirar, pais: Sitio
) -> None:
    vista = mirar("disco", 320)
    for plantilla in tanda:
        pagina = vista.abrir(pais.de(plantilla))
        assert pagina.evaluate("getComputedStyle(document.querySelector('.salto')).position") == "absolute"
        assert vista.de_lado() == 0, plantilla
        assert vista.sucesos == [], plantilla


def test_de_la_portada_se_llega_a_una_ayuda_memoria(mirar: Mirar, pais: Sitio) -> None:
    vista = mirar("disco", 1280)
    pagina = vista.abrir("")
    pagina.get_by_role("navigation", name="Secciones").get_by_role("link", name="Mesas", exact=True).click()
    pagina.locator("main a[href*='mesas/salud/']").first.click()
    pagina.locator("main a[href*='mesas/salud/actas/']").first.click()
    ruta = pagina.url.removeprefix(vista.origen).partition("/index.html")[0]
    assert pais.hojas[ruta] in ("acta", "acta_en_borrador")
    assert vista.sucesos == []
