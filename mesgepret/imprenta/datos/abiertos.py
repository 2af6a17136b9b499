"""De lo que se publica a los datos abiertos: tablas, fichas, novedades, calendarios y mapa, uno por uno."""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from mesgepret.esquema import propiedades
from mesgepret.imprenta.datos import fichas
from mesgepret.imprenta.datos.base import Base
from mesgepret.imprenta.datos.calendario import calendario
from mesgepret.imprenta.datos.en_csv import EnCsv
from mesgepret.imprenta.datos.mapa import mapas
from mesgepret.imprenta.datos.novedades import en_atom, novedades
from mesgepret.imprenta.datos.paquete import Senas, licencia, paquete
from mesgepret.imprenta.datos.tablas import TABLAS, descripcion
from mesgepret.imprenta.direcciones import direccion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import tzinfo

    from mesgepret.imprenta.consultas import Consultas
    from mesgepret.imprenta.hojas import Hoja


_AL_LADO = (("calendario.ics", "su calendario"), ("novedades.atom", "sus novedades en Atom"))
SIN_DATOS: dict[str, Any] = {"archivos_de_datos": frozenset(), "descargas": lambda hoja: []}
"""Lo que las plantillas ven en un sitio interno."""


class Abiertos:
    """Los datos abiertos de un sitio público; uno interno no los tiene, y no hay de qué cuidarse en ellos.

    `hojas`: las páginas que se publican; de una que no está, no sale nada. `esquemas`: los de los documentos, que
    describen las columnas.
    """

    def __init__(
        self, consultas: Consultas, hojas: Sequence[Hoja], esquemas: Mapping[str, str], zona: tzinfo | None
    ) -> None:
        self._consultas = consultas
        self._hojas = hojas
        self._esquemas = esquemas
        self._zona = zona
        sitio = consultas.expediente.repositorio.sitio
        self._url = sitio.url.rstrip("/") if sitio and not sitio.reserva("url") else ""
        self._novedades = novedades(hojas, consultas)
        self._calendarios = {
            f"{direccion(mesa)}/calendario.ics": mesa for mesa in consultas.expediente.mesas.values() if mesa.sesiones
        }

    def globales(self) -> dict[str, Any]:
        """Lo que las plantillas ven: las tablas con lo que dice cada columna, y qué archivos hay."""
        return {
            "tablas_de_datos": TABLAS,
            "dice_la_columna": lambda columna: descripcion(columna, self._propiedades),
            "archivos_de_datos": self.rutas,
            "fichas_de_datos": tuple(fichas.FICHAS),
            "descargas": self.descargas,
        }

    def descargas(self, hoja: Hoja) -> list[tuple[str, str]]:
        """Los archivos que van al lado de una página: su nombre, y cómo se le llama."""
        suyos = [(f"{hoja.plantilla}.json", "sus datos en JSON"), *_AL_LADO]
        return [(archivo, dicho) for archivo, dicho in suyos if f"{hoja.ruta}/{archivo}" in self.rutas]

    @cached_property
    def rutas(self) -> frozenset[str]:
        """Dónde está cada archivo, menos los mapas: estos no se enlazan."""
        return frozenset(
            [
                *(f"datos/{tabla.nombre}.csv" for tabla in TABLAS),
                "datos/datapackage.json",
                "datos/mesgepret.sqlite",
                *(f"datos/esquemas/{clase}.json" for clase in fichas.FICHAS),
                *(f"datos/esquemas/documento/{nombre}" for nombre in fichas.documentos()),
                *(ruta for hoja in self._hojas if (ruta := fichas.ruta(hoja))),
                *(f"{carpeta}/novedades.atom" for carpeta in self._novedades),
                *self._calendarios,
            ]
        )

    @property
    def cuantos(self) -> int:
        """Cuántos archivos son."""
        return len(self.rutas) + sum(1 for _ in self._mapas())

    def archivos(self) -> Iterator[tuple[str, bytes]]:
        """Cada archivo, hecho cuando se pide."""
        yield from self._tablas()
        for clase in fichas.FICHAS:
            yield f"datos/esquemas/{clase}.json", fichas.esquema(clase, self._propiedades)
        for nombre in fichas.documentos():
            yield f"datos/esquemas/documento/{nombre}", self._esquemas[nombre.removesuffix(".json")].encode()
        for hoja in self._hojas:
            if ruta := fichas.ruta(hoja):
                yield ruta, fichas.ficha(hoja, self._consultas)
        for carpeta, (de, dichas) in self._novedades.items():
            yield f"{carpeta}/novedades.atom", en_atom(de, dichas, self._url)
        for ruta, mesa in self._calendarios.items():
            yield ruta, calendario(mesa, self._consultas, self._zona, self._url)
        yield from self._mapas()

    def _tablas(self) -> Iterator[tuple[str, bytes]]:
        """Los CSV, el paquete que los describe y la base: cada fila se hace una sola vez."""
        expediente = self._consultas.expediente
        base = Base(
            {
                "nombre": expediente.repositorio.nombre,
                "corte": str(expediente.corte),
                "licencia": licencia(expediente),
                "muestra": "sí" if expediente.repositorio.muestra else "no",
            }
        )
        senas = {}
        for tabla in TABLAS:
            hoja = EnCsv(tabla)
            base.llenar(tabla, hoja.pasar(tabla.fila(cosa) for cosa in tabla.filas(self._consultas)))
            octetos = hoja.octetos()
            senas[tabla.nombre] = Senas(len(octetos), sha256(octetos).hexdigest())
            yield f"datos/{tabla.nombre}.csv", octetos
        dicho = paquete(expediente, senas, self._propiedades)
        yield "datos/datapackage.json", (json.dumps(dicho, ensure_ascii=False, indent=1) + "\n").encode()
        yield "datos/mesgepret.sqlite", base.octetos()

    def _mapas(self) -> Iterator[tuple[str, bytes]]:
        return mapas(self._hojas, self._url) if self._url else iter(())

    @cached_property
    def _propiedades(self) -> dict[str, dict[str, Any]]:
        return propiedades({nombre: json.loads(texto) for nombre, texto in self._esquemas.items()})
