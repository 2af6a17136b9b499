"""De las páginas principales del país a sus imágenes y su PDF, para mirarlas: `python -m tests.navegador.capturas CARPETA`.

Cada una a 320 y a 1280 px, en claro y en oscuro, entera; y el PDF que saldría por la impresora.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mesgepret import compilador, deposito
from tests.conftest import RAIZ, leer_recursos
from tests.navegador import chromium
from tests.navegador.sitios import construir, servido

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect

    from tests.navegador.chromium import Tema
    from tests.navegador.sitios import Sitio

PAGINAS = {
    "portada": "portada",
    "mesa": "mesa",
    "ayuda-memoria": "acta",
    "acuerdo": "acuerdo",
    "meta": "meta",
    "arbol": "mcr",
    "acuerdos": "acuerdos",
    "todos-los-acuerdos": "acuerdos_todos",
    "cumplimiento": "cumplimiento",
}
"""Cómo se llama cada imagen y de qué plantilla es la página."""

TEMAS: dict[Tema, str] = {"light": "claro", "dark": "oscuro"}


MAS_ALTO = 8000
"""Píxeles: más alta, la imagen ya no se puede mirar; el PDF está entero."""


def main(carpeta: str = "capturas") -> int:
    """Las hace y dice dónde están; 2 si no hay navegador."""
    if not chromium.hallar():
        print(chromium.COMO_SE_INSTALA, file=sys.stderr)
        return 2
    destino = Path(carpeta)
    destino.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as aparte:
        pais = construir(compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos()), Path(aparte) / "pais")
        cuantas = retratar(pais, destino)
    print(f"{cuantas} imágenes y {len(PAGINAS)} PDF en {destino}")
    return 0


def retratar(sitio: Sitio, destino: Path) -> int:
    """Las imágenes y los PDF de un sitio; devuelve cuántas imágenes."""
    cuantas = 0
    with servido(sitio.carpeta) as origen, chromium.abierto() as navegador:
        for ancho in (320, 1280):
            vista = chromium.pestana(navegador, origen, ancho)
            for nombre, plantilla in PAGINAS.items():
                pagina = vista.abrir(sitio.de(plantilla))
                for tema, en_tema in TEMAS.items():
                    pagina.emulate_media(color_scheme=tema)
                    alto = min(MAS_ALTO, pagina.evaluate("document.documentElement.scrollHeight"))
                    recorte: FloatRect = {"x": 0, "y": 0, "width": ancho, "height": alto}
                    pagina.screenshot(path=destino / f"{nombre}-{ancho}-{en_tema}.png", full_page=True, clip=recorte)
                    cuantas += 1
                if ancho > 1000:
                    pagina.emulate_media(media="print", color_scheme="light")
                    pagina.pdf(path=destino / f"{nombre}.pdf", format="Letter", print_background=True)
                    pagina.emulate_media(media="screen")
    return cuantas


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
