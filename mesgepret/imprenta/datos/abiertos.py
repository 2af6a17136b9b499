"""De lo que se publica a los datos abiertos: tablas, fichas, novedades, calendarios y mapa, uno por uno."""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from mesgepret.esquema import propiedades
from mesgepret.imprenta import lengua
from mesgepret.imprenta.datos import fichas, sigpret
from mesgepret.imprenta.datos.base import Base
from mesgepret.imprenta.datos.calendario import calendario
from mesgepret.imprenta.datos.en_csv import EnCsv
from mesgepret.imprenta.datos.mapa import mapas
from mesgepret.imprenta.datos.novedades import en_atom, novedades
from mesgepret.imprenta.datos.paquete import Senas, licencia, paquete
from mesgepret.imprenta.datos.tablas import TABLAS, descripcion
from mesgepret.imprenta.direcciones import direccion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import tzinfo
    from sqlite3 import Connection

    from mesgepret.imprenta.consultas import Consultas
    from mesgepret.imprenta.datos.sigpret import Envio
    from mesgepret.imprenta.datos.tablas import Tabla
    from mesgepret.imprenta.hoja import Hoja

    AbrirAlmacen = Callable[[], AbstractContextManager[tuple[Connection, Callable[[], bytes]]]]

_AL_LADO = (("calendario.ics", "Su calendario"), ("novedades.atom", "Sus novedades, en Atom"))
SIN_DATOS: dict[str, Any] = {"archivos_de_datos": frozenset(), "descargas": lambda hoja: []}
"""Lo que las plantillas ven en un sitio interno."""


class Abiertos:
    """Los datos abiertos de un sitio público; uno interno no los tiene, y no hay de qué cuidarse en ellos.

    `hojas`: las páginas que se publican; de una que no está, no sale nada. `envios`: lo de cada periodo al SIGPRET.
    `esquemas`: los de los documentos y el de los resultados, que describen las columnas. `almacen`: abre una base
    vacía, y da después sus octetos.
    """

    def __init__(
        self,
        consultas: Consultas,
        hojas: Sequence[Hoja],
        envios: Sequence[Envio],
        *,
        esquemas: Mapping[str, str],
        zona: tzinfo | None,
        almacen: AbrirAlmacen,
    ) -> None:
        self._consultas = consultas
        self._hojas = hojas
        self._envios = envios
        self._almacen = almacen
        self._senas: dict[str, Senas] = {}
        self._pesa_la_base = 0
        self._esquemas = esquemas
        self._zona = zona
        sitio = consultas.expediente.repositorio.sitio
        self._url = sitio.url.rstrip("/") if sitio and not sitio.reserva("url") else ""
        self._novedades = novedades(hojas, consultas)
        self._calendarios = {
            f"{direccion(mesa)}/calendario.ics": mesa for mesa in consultas.expediente.mesas.values() if mesa.sesiones
        }

    def globales(self) -> dict[str, Any]:
        """Lo que las plantillas ven: las tablas con lo que dice cada columna, y qué archivos hay.

        Cuánto trae y pesa cada uno se sabe cuando ya se hicieron: por eso van antes que las páginas.
        """
        return {
            "tablas_de_datos": TABLAS,
            "columnas_del_sigpret": sigpret.COLUMNAS,
            "senas_de": lambda tabla: self._senas[tabla.nombre],
            "pesa_la_base": lambda: lengua.peso_a_lo_sumo(self._pesa_la_base),
            "peso": lengua.peso,
            "dice_la_columna": lambda columna: descripcion(columna, self._propiedades),
            "archivos_de_datos": self.rutas,
            "fichas_de_datos": tuple(fichas.FICHAS),
            "descargas": self.descargas,
        }

    def descargas(self, hoja: Hoja) -> list[tuple[str, str]]:
        """Los archivos que van al lado de una página: su nombre, y cómo se le llama."""
        suyos = [(f"{hoja.plantilla}.json", "En JSON"), *_AL_LADO]
        return [(archivo, dicho) for archivo, dicho in suyos if f"{hoja.ruta}/{archivo}" in self.rutas]

    @cached_property
    def rutas(self) -> frozenset[str]:
        """Dónde está cada archivo, menos los mapas: estos no se enlazan."""
        return frozenset(
            [
                *(f"datos/{tabla.ruta}" for tabla in self._tablas()),
                *(f"datos/sigpret/{envio.periodo}.json" for envio in self._envios),
                "datos/datapackage.json",
                "datos/mesgepret.sqlite",
                f"datos/esquemas/{fichas.RESULTADOS}",
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
        yield from self._en_tablas()
        for envio in self._envios:
            yield f"datos/sigpret/{envio.periodo}.json", sigpret.en_json(envio, self._consultas.expediente)
        yield f"datos/esquemas/{fichas.RESULTADOS}", self._esquemas["resultados"].encode()
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

    def _tablas(self) -> Iterator[Tabla]:
        yield from TABLAS
        for envio in self._envios:
            yield from envio.tablas

    def _en_tablas(self) -> Iterator[tuple[str, bytes]]:
        """Los CSV, la base y el paquete que los describe: cada fila se hace una sola vez, y no se guarda ninguna."""
        expediente = self._consultas.expediente
        acerca = {
            "nombre": expediente.repositorio.nombre,
            "corte": str(expediente.corte),
            "licencia": licencia(expediente),
            "muestra": "sí" if expediente.repositorio.muestra else "no",
        }
        with self._almacen() as (conexion, octetos_de_la_base):
            base = Base(conexion, acerca)
            for tabla in TABLAS:
                hoja = EnCsv(tabla)
                base.llenar(tabla, hoja.pasar(tabla.filas(self._consultas)))
                yield self._escrita(tabla, hoja)
            base.acabar()
            de_la_base = octetos_de_la_base()
        self._pesa_la_base = len(de_la_base)
        yield "datos/mesgepret.sqlite", de_la_base
        del de_la_base
        for tabla in (suya for envio in self._envios for suya in envio.tablas):
            hoja = EnCsv(tabla)
            hoja.escribir(tabla.filas(self._consultas))
            yield self._escrita(tabla, hoja)
        dicho = paquete(expediente, self._senas.values(), self._propiedades)
        yield "datos/datapackage.json", (json.dumps(dicho, ensure_ascii=False, indent=1) + "\n").encode()

    def _escrita(self, tabla: Tabla, hoja: EnCsv) -> tuple[str, bytes]:
        octetos = hoja.octetos()
        self._senas[tabla.nombre] = Senas(tabla, hoja.filas, len(octetos), sha256(octetos).hexdigest())
        return f"datos/{tabla.ruta}", octetos

    def _mapas(self) -> Iterator[tuple[str, bytes]]:
        return mapas(self._hojas, self._url) if self._url else iter(())

    @cached_property
    def _propiedades(self) -> dict[str, dict[str, Any]]:
        return propiedades({nombre: json.loads(texto) for nombre, texto in self._esquemas.items()})
