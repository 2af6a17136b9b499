"""De un repositorio a su sitio en disco, servido; y de cada plantilla a la página que la representa."""

from __future__ import annotations

import functools
import json
import threading
import time
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, NamedTuple

from mesgepret import compilador, deposito
from mesgepret.cli.historia import cronica_de
from tests.conftest import RAIZ, leer_recursos

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mesgepret.compilador import Revision

PARTES = frozenset(["partes", "medidas"])
"""Lo que hay en plantillas/contenido y no es una página: macros que las demás comparten."""

PLANTILLAS = sorted(
    {
        ruta.removeprefix("contenido/").removesuffix(".j2")
        for ruta in leer_recursos().plantillas
        if ruta.startswith("contenido/")
    }
    - PARTES
)
"""Las clases de página que hay. Una plantilla nueva entra sola: no hay lista que poner al día."""

ESPERA = 300
"""Segundos que un proceso aguarda a que otro haga el sitio que los dos van a mirar."""


class Sitio(NamedTuple):
    """Un sitio hecho: su carpeta y, de cada página, de qué plantilla salió."""

    carpeta: Path
    hojas: dict[str, str]

    def de(self, plantilla: str) -> str:
        """La carpeta de la página de esa plantilla con más que ver."""
        suyas = [ruta for ruta, suya in self.hojas.items() if suya == plantilla]
        assert suyas, f"ninguna página del país sale de {plantilla}.j2: si no es de una página, dígase en PARTES"
        return max(suyas, key=lambda ruta: (self.archivo(ruta).stat().st_size, ruta))

    def archivo(self, ruta: str) -> Path:
        """El HTML de una página."""
        return self.carpeta / ruta / "index.html"


def construir(revision: Revision, destino: Path) -> Sitio:
    """El sitio público de una revisión, escrito como lo escribe `mesgepret construir` en este repositorio de Git."""
    indexar = functools.partial(deposito.indexar, programa=deposito.programa_de_busqueda())
    cronica, _ = cronica_de(RAIZ, revision)
    tirada = compilador.componer(revision, leer_recursos(), cronica=cronica, con_buscador=True)
    deposito.publicar(destino, tirada.archivos, indexar)
    return Sitio(destino, {hoja.ruta: hoja.plantilla for hoja in tirada.hojas})


def una_vez(destino: Path, revisar: Callable[[], Revision]) -> Sitio:
    """El sitio en `destino`: lo hace el primer proceso que llega, y los demás lo esperan.

    Crear una carpeta es atómico: no hace falta más cerrojo. `revisar` solo se llama en quien lo hace.
    """
    acta = destino.with_suffix(".json")
    try:
        destino.with_suffix(".turno").mkdir()
    except FileExistsError:
        limite = time.monotonic() + ESPERA
        while not acta.exists():
            assert time.monotonic() < limite, f"nadie terminó de hacer {destino.name}"
            time.sleep(0.1)
        return Sitio(destino, json.loads(acta.read_text("utf-8")))
    hecho = construir(revisar(), destino)
    borrador = destino.with_suffix(".parte")
    borrador.write_text(json.dumps(hecho.hojas), "utf-8")
    borrador.rename(acta)  # de un golpe: quien espera no la ve a medias
    return hecho


@contextmanager
def servido(carpeta: Path) -> Iterator[str]:
    """Un servidor en esta máquina con la carpeta dentro; da su dirección, con la barra final."""
    servidor = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Callado, directory=str(carpeta)))
    hilo = threading.Thread(target=servidor.serve_forever, daemon=True)
    hilo.start()
    try:
        yield f"http://127.0.0.1:{servidor.server_port}/"
    finally:
        servidor.shutdown()
        servidor.server_close()
        hilo.join()


class _Callado(SimpleHTTPRequestHandler):
    def log_message(self, formato: str, *resto: object) -> None:
        """Nada: lo pedido se mira desde el navegador."""
