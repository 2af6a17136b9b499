"""De los sitios hechos una vez al navegador que los abre: lo que comparten las pruebas de esta carpeta."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mesgepret import compilador, deposito
from tests.conftest import RAIZ, leer_recursos
from tests.navegador import chromium
from tests.navegador.chromium import Tema, Vista, pestana
from tests.navegador.sitios import Sitio, servido, una_vez

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


def falta(que: str) -> None:
    """Lo que falta se salta en casa y es un fallo en CI, que ha de traerlo."""
    if os.environ.get("CI") == "true":
        pytest.fail(que)
    pytest.skip(que)


@pytest.fixture(scope="session")
def navegador() -> Iterator[Browser]:
    """Un Chromium por proceso."""
    if not chromium.hallar():
        falta(chromium.COMO_SE_INSTALA)
    expect.set_options(timeout=20_000)  # lo que tarde una máquina ocupada no es un defecto de la página
    with chromium.abierto() as hallado:
        yield hallado


@pytest.fixture(scope="session")
def comun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """La carpeta que comparten los procesos de esta sesión."""
    propia = tmp_path_factory.getbasetemp()
    return propia.parent if "PYTEST_XDIST_WORKER" in os.environ else propia


@pytest.fixture(scope="session")
def pais(comun: Path) -> Sitio:
    """El sitio del país."""
    return una_vez(comun / "pais", lambda: compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos()))


@pytest.fixture(scope="session")
def _origenes(pais: Sitio) -> Iterator[dict[str, str]]:
    with servido(pais.carpeta) as direccion:
        yield {"pais": direccion, "disco": f"{pais.carpeta.as_uri()}/"}


@pytest.fixture(scope="session")
def mirar(navegador: Browser, _origenes: dict[str, str]) -> Callable[..., Vista]:
    """La pestaña de un sitio a un ancho y en un tema; la misma cada vez que se pide igual.

    El sitio es el del país: `pais`, servido; `disco`, abierto desde su carpeta.
    """
    abiertas: dict[tuple[str, int, Tema], Vista] = {}

    def pedir(sitio: str = "pais", ancho: int = 1280, tema: Tema = "light") -> Vista:
        clave = (sitio, ancho, tema)
        if clave not in abiertas:
            abiertas[clave] = pestana(navegador, _origenes[sitio], ancho, tema)
        return abiertas[clave]

    return pedir
