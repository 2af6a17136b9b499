"""Cincuenta textos hostiles en cada campo de una mesa: en Chromium nada se ejecuta, nada se rompe y nada se pierde."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from mesgepret.lectura import leer
from tests.navegador.chromium import pestana
from tests.navegador.hostiles import MARCA, RECHAZADOS, TEXTOS, pais_hostil, revisar
from tests.navegador.sitios import servido, una_vez

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.navegador.chromium import Vista
    from tests.navegador.sitios import Sitio

TANDAS = 6
ETIQUETA = re.compile(r"<[^>]*>")
ENLACE = re.compile(r'href="(https?:[^"]*)"')

SIN_PAGINA = {
    "justificaciones": "una justificación se publica con el incumplimiento que justifica, y no todo documento tiene uno",
    "metas: otros": "lo añadido a un documento de metas, de avances o de acreditaciones no tiene página todavía",
    "metas: reservas": "sus reservas, tampoco",
    "avances: otros": "ídem",
    "avances: reservas": "ídem",
    "miembros: otros": "ídem",
    "miembros: reservas": "ídem",
}
"""Lo que no se lee en ninguna página, con su razón. De lo demás no se pierde ni un texto."""

# Lo que un texto habría metido en la página si se le dejara: etiquetas, manejadores, estilos y enlaces que ejecutan.
COLADO = """() => {
  const malas = [];
  if (window.__pwned !== undefined) malas.push(`se ejecutó ${window.__pwned}`);
  const ajenas = 'iframe, object, embed, base, form:not([class]), style, img, video, audio, math, meta[http-equiv=refresh], main link,'
    + ' main script, svg:not([class]), svg script, svg animate, [style], [autofocus], [accesskey], [tabindex]:not('
    + '[tabindex="0"], [tabindex="-1"])';
  for (const e of document.querySelectorAll(ajenas)) malas.push(e.outerHTML.slice(0, 120));
  for (const e of document.querySelectorAll('*')) {
    if ([...e.attributes].some(a => a.name.startsWith('on'))) malas.push(e.outerHTML.slice(0, 120));
  }
  for (const a of document.querySelectorAll('[href]')) {
    const destino = new URL(a.getAttribute('href'), document.baseURI);
    const sale = /^(https?|mailto):$/.test(destino.protocol);
    if (!sale) malas.push(`enlace a ${destino.protocol}`);
  }
  if (!document.querySelector('footer')) malas.push('la página no llega a su pie');
  return malas;
}"""


@pytest.fixture(scope="module")
def hostil(comun: Path) -> Sitio:
    return una_vez(comun / "hostil", lambda: revisar(pais_hostil().archivos))


@pytest.fixture(scope="module")
def vista(navegador: Browser, hostil: Sitio) -> Iterator[Vista]:
    with servido(hostil.carpeta) as origen:
        yield pestana(navegador, origen, 320)


@pytest.fixture(scope="module")
def con_textos(hostil: Sitio) -> list[str]:
    """Las páginas en que hay alguno, y la que los pone con un programa."""
    return sorted(
        ruta
        for ruta, plantilla in hostil.hojas.items()
        if plantilla == "acuerdos_todos" or MARCA.search(hostil.archivo(ruta).read_text("utf-8"))
    )


@pytest.mark.parametrize("tanda", range(TANDAS), ids=lambda tanda: f"tanda {tanda + 1} de {TANDAS}")
def test_nada_se_ejecuta_ni_se_cuela_ni_rompe_la_pagina(tanda: int, vista: Vista, con_textos: list[str]) -> None:
    assert len(con_textos) > 300
    males = {}
    for ruta in con_textos[tanda::TANDAS]:
        colado = list(vista.abrir(ruta).evaluate(COLADO))
        se_sale = [f"se sale {pixeles} px"] if (pixeles := vista.de_lado()) else []
        males[ruta] = [*colado, *se_sale, *vista.sucesos]
    assert {ruta: males for ruta, males in males.items() if males} == {}


def test_ningun_texto_se_pierde_por_el_camino(hostil: Sitio, con_textos: list[str]) -> None:
    vistas: set[str] = set()
    for ruta in con_textos:
        html = hostil.archivo(ruta).read_text("utf-8")
        vistas.update(MARCA.findall(ETIQUETA.sub("", html)), MARCA.findall(" ".join(ENLACE.findall(html))))
    perdidos = {
        campo.rama if campo.rama == "justificaciones" else f"{campo.clase}: {campo.rama}"
        for marca, campo in pais_hostil().campos.items()
        if marca not in vistas
    }
    assert perdidos == set(SIN_PAGINA)


def test_son_cincuenta_y_la_lectura_los_admite() -> None:
    assert len(set(TEXTOS)) == 50
    for texto in TEXTOS:
        documento, hallazgos = leer("mesas/salud/mesa.yaml", json.dumps({"nombre": texto}, ensure_ascii=False).encode())
        assert hallazgos == []
        assert documento is not None
        assert documento.datos["nombre"] == texto


@pytest.mark.parametrize("texto", RECHAZADOS, ids=lambda texto: texto.split()[0])
def test_lo_que_la_lectura_rechaza_se_dice_con_su_lugar(texto: str) -> None:
    documento, hallazgos = leer("mesas/salud/mesa.yaml", f"muestra: true\nnombre: {texto}\n".encode())
    assert documento is None
    assert [(h.codigo, h.ubicacion.linea) for h in hallazgos] == [("L107", 2)]
