"""De un repositorio estropeado a cómo acaba: con errores o sin ellos; nunca con una excepción, nunca sin acabar."""

from __future__ import annotations

import signal
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from mesgepret import compilador
from mesgepret.deposito import Arbol
from mesgepret.deposito.arbol import REPOSITORIO
from mesgepret.diagnostico import Ubicacion
from mesgepret.esquema import Esquemas
from mesgepret.imprenta import renglones, resultados
from mesgepret.lectura import explicar, lector
from tests.conftest import leer_recursos
from tests.mutaciones.mutar import estropear, estropear_suelto

if TYPE_CHECKING:
    from mesgepret.diagnostico import Diagnostico
    from mesgepret.lectura import Documento

SEGUNDOS = 20
"""Lo que un repositorio de cien documentos no puede tardar."""


@cache
def _leido(archivo: str, contenido: bytes) -> Any:
    return lector.leer(archivo, contenido)


class _EsquemasConMemoria(Esquemas):
    """Lo que no cambia de una rotura a otra se valida una vez."""

    vistos: dict[int, tuple[Documento, list[Diagnostico]]] = {}

    def validar(self, clase: str, documento: Documento) -> list[Diagnostico]:
        visto = self.vistos.get(id(documento))
        if visto is None or visto[0] is not documento:
            visto = self.vistos[id(documento)] = (documento, super().validar(clase, documento))
        return visto[1]


def acabar(semilla: int) -> int:
    """0 sin errores, 1 con ellos. Lo que lance, lanza; lo que no acabe en `SEGUNDOS`, `TimeoutError`."""
    with patch.object(compilador, "leer", _leido), patch.object(compilador, "Esquemas", _EsquemasConMemoria):
        return _acabar(semilla)


def _acabar(semilla: int) -> int:
    anterior = signal.signal(signal.SIGALRM, _tarde)
    signal.alarm(SEGUNDOS)
    try:
        archivos = estropear(semilla)
        # Lo que `deposito` dice al leer una carpeta que no lo tiene.
        falta = [] if REPOSITORIO in archivos else [explicar("L121", Ubicacion(REPOSITORIO))]
        revision = compilador.revisar(Arbol(archivos, falta), leer_recursos())
        if revision.falla():
            return 1
        if semilla % 5 == 0:
            for _ in compilador.componer(revision, leer_recursos(), "interno").archivos:
                pass
        return 0
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, anterior)
        if len(_EsquemasConMemoria.vistos) > 5000:
            _EsquemasConMemoria.vistos.clear()
            _leido.cache_clear()


def acabar_suelto(semilla: int) -> int:
    """Lo mismo con un archivo de `calcular`: 0 sin errores, 1 con ellos; y si hay resultados, se escriben."""
    with patch.object(compilador, "leer", _leido), patch.object(compilador, "Esquemas", _EsquemasConMemoria):
        revision = compilador.calcular(
            Arbol({"suelto.yaml": estropear_suelto(semilla)}), leer_recursos(), date(2025, 2, 10)
        )
    if revision.expediente is not None:
        dichas = resultados.filas(revision.expediente)
        resultados.en_json(dichas)
        renglones.en_texto(dichas)
    return int(revision.falla())


def _tarde(*_: object) -> None:
    raise TimeoutError(f"no acabó en {SEGUNDOS} segundos")
