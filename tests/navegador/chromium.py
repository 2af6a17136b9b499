"""Del Chromium del sistema a una página abierta en él, con lo que hizo y pidió al abrirse."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request

Tema = Literal["light", "dark"]

EJECUTABLES = ("chromium", "chromium-browser", "google-chrome")
COMO_SE_INSTALA = "falta Chromium, que estas pruebas abren: apt-get install chromium"
SIN_RED = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""Ningún nombre tiene dirección: lo que una página pida afuera se anota y no sale de la máquina."""


def hallar() -> str:
    """La ruta del navegador, o vacía."""
    return next((ruta for ruta in map(shutil.which, EJECUTABLES) if ruta), "")


@contextmanager
def abierto() -> Iterator[Browser]:
    """El navegador del sistema, sin ventana. Nunca se descarga otro."""
    with sync_playwright() as playwright:
        navegador = playwright.chromium.launch(executable_path=hallar(), args=SIN_RED)
        yield navegador
        navegador.close()


class Vista:
    """Una pestaña que anota lo que no debería pasar: `sucesos` es la lista, y `abrir` la empieza de nuevo."""

    def __init__(self, pagina: Page, origen: str) -> None:
        self.pagina = pagina
        self.origen = origen
        self.sucesos: list[str] = []
        pagina.on("console", self._en_consola)
        pagina.on("pageerror", self._al_fallar)
        pagina.on("dialog", self._al_preguntar)
        pagina.on("request", self._al_pedir)
        pagina.on("requestfailed", self._sin_respuesta)
        pagina.on("popup", self._en_otra_ventana)

    def abrir(self, ruta: str) -> Page:
        """La página de una carpeta del sitio, entera."""
        self.sucesos.clear()
        self.pagina.goto(f"{self.origen}{ruta}{'/' if ruta else ''}index.html")
        return self.pagina

    def de_lado(self) -> int:
        """Cuántos píxeles se sale la página por la derecha: es lo que habría que desplazarla."""
        return int(self.pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def _en_consola(self, mensaje: ConsoleMessage) -> None:
        self.sucesos.append(f"consola ({mensaje.type}): {mensaje.text}")

    def _al_fallar(self, error: Error) -> None:
        self.sucesos.append(f"error: {error}")

    def _al_preguntar(self, dialogo: Dialog) -> None:
        self.sucesos.append(f"diálogo: {dialogo.message}")
        dialogo.dismiss()

    def _al_pedir(self, peticion: Request) -> None:
        if not peticion.url.startswith(self.origen):
            self.sucesos.append(f"petición afuera: {peticion.url}")

    def _sin_respuesta(self, peticion: Request) -> None:
        if peticion.failure != "net::ERR_ABORTED":  # lo que se deja de pedir al pasar a otra página
            self.sucesos.append(f"petición sin respuesta: {peticion.url}")

    def _en_otra_ventana(self, otra: Page) -> None:
        self.sucesos.append(f"otra ventana: {otra.url}")
        otra.close()


def pestana(navegador: Browser, origen: str, ancho: int, tema: Tema = "light", **mas: Any) -> Vista:
    """Una pestaña nueva de ese ancho, en claro (`light`) o en oscuro (`dark`)."""
    contexto = navegador.new_context(viewport={"width": ancho, "height": 900}, color_scheme=tema, **mas)
    return Vista(contexto.new_page(), origen)
