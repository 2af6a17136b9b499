"""De un repositorio de ejemplo a lo que el compilador dice de él: lo que comparten las pruebas."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import LoadScopeScheduling

from mesgepret import compilador, deposito
from mesgepret.deposito import Arbol, Recursos

if TYPE_CHECKING:
    from xdist.remote import Producer

    from mesgepret.compilador import Revision

RAIZ = Path(__file__).resolve().parent.parent
BASE = RAIZ / "tests" / "dorado" / "base"


@cache
def leer_recursos() -> Recursos:
    """Los recursos del programa, leídos una vez para toda la suite."""
    return deposito.leer_recursos()


@cache
def leer_base() -> dict[str, bytes]:
    """Los documentos de la organización pequeña."""
    return deposito.leer_arbol(BASE).archivos


def revisar_sobre_base(cambios: dict[str, str | bytes | None]) -> Revision:
    """Revisa la organización pequeña con unos archivos puestos encima; None borra."""
    archivos = dict(leer_base())
    for ruta, texto in cambios.items():
        if texto is None:
            del archivos[ruta]
        else:
            archivos[ruta] = texto.encode() if isinstance(texto, str) else texto
    return compilador.revisar(Arbol(dict(sorted(archivos.items()))), leer_recursos())


def dichos(revision: Revision) -> list[str]:
    """Los hallazgos en una línea cada uno: lugar, código y mensaje."""
    return [f"{h.ubicacion} {h.codigo} {h.mensaje}" for h in revision.hallazgos]


def cambiado(archivo: str, *cambios: tuple[str, str]) -> dict[str, str | bytes | None]:
    """Un archivo de la organización pequeña con unos textos cambiados por otros."""
    texto = leer_base()[archivo].decode()
    for antes, despues in cambios:
        assert antes in texto
        texto = texto.replace(antes, despues)
    return {archivo: texto}


def codigos(cambios: dict[str, str | bytes | None]) -> list[str]:
    """Los códigos de lo que se dice de la organización pequeña con esos cambios."""
    return [h.codigo for h in revisar_sobre_base(cambios).hallazgos]


@pytest.fixture(scope="session")
def recursos() -> Recursos:
    """Los recursos del programa."""
    return leer_recursos()


class PorSitio(LoadScopeScheduling):  # type: ignore[misc]
    """El reparto entre procesos: lo que mira un mismo sitio va junto, que hacerlo cuesta más que mirarlo.

    También va junto lo que más tarda por sí solo: los grupos empiezan antes, y así nadie lo espera al final.
    """

    def _split_scope(self, nodeid: str) -> str:
        return next((grupo for comienzo, grupo in JUNTAS.items() if nodeid.startswith(comienzo)), nodeid)


JUNTAS = {
    "tests/imprenta/": "el país, compuesto",
    "tests/test_pais.py": "el país, compuesto",
    "tests/navegador/": "el país, en el navegador",
    "tests/test_mismos_octetos.py": "los mismos octetos",
    "tests/test_leame.py": "el README",
    "tests/test_integracion.py": "la integración",
    "tests/deposito/test_salida.py": "la salida",
}
"""Lo que va junto, por cómo empieza el nombre de la prueba."""


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> PorSitio:
    """Reparte `PorSitio`."""
    return PorSitio(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    """La opción con que se da por bueno el sitio dorado."""
    parser.addoption("--bendecir", action="store_true", help="da por bueno el sitio de la organización pequeña")
