"""De datos leídos a `Documento`: un archivo con nombre, que sabe dónde está escrito cada valor."""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.diagnostico import Ubicacion
from mesgepret.lectura import eventos

if TYPE_CHECKING:
    from mesgepret.lectura.eventos import Construido

Ruta = tuple[str | int, ...]
"""Tupla de claves e índices: el hilo que siguen el esquema, las posiciones y el modelo."""

Valor = Any
"""Lo que puede haber en un documento: mapa, lista, texto, número o booleano."""

_ANCHO = 1 << 24  # más columnas que octetos caben en un archivo


class Documento:
    """Un archivo leído.

    `datos` son mapas, listas, textos, números y booleanos; `escritos`, el texto de los números que no se
    reescriben igual («1.10»). El lugar de un mapa o de una lista se sabe desde que se leyó; el de un texto o un número
    se busca cuando alguien pregunta.
    """

    __slots__ = ("_contenedores", "_lugares", "_primero", "_saltos", "archivo", "contenido", "datos", "escritos",
                 "revision")  # fmt: skip

    def __init__(self, archivo: str, contenido: bytes, construido: Construido, revision: str = "") -> None:
        self.archivo = archivo
        self.contenido = contenido
        self.datos: Valor = construido.datos
        self.escritos: dict[Ruta, str] = construido.escritos
        self.revision = revision
        self._contenedores = construido.contenedores
        self._lugares: array[int] | None = None
        self._primero: tuple[int, int] | None = None
        self._saltos: dict[int, dict[str | int, _Salto]] = {}

    def __repr__(self) -> str:
        return f"Documento({self.archivo!r})"

    def en(self, *ruta: str | int) -> Ubicacion:
        """El lugar de un valor; el de su clave si es un mapa o una lista. Si no existe, el de su ancestro próximo."""
        _, salto, dato = self._seguir(ruta)
        if isinstance(dato, (dict, list)):
            return self._ubicacion(self._contenedores[salto.contenedores])
        return self._ubicacion(self._lugar(salto.nodos))

    def clave(self, *ruta: str | int) -> Ubicacion:
        """El lugar de la clave misma (o del valor, si está en una lista)."""
        con_clave, salto, dato = self._seguir(ruta)
        if isinstance(dato, (dict, list)):
            return self._ubicacion(self._contenedores[salto.contenedores])
        return self._ubicacion(self._lugar(salto.nodos - con_clave))

    def _ubicacion(self, lugar: int) -> Ubicacion:
        linea, columna = divmod(lugar, _ANCHO)
        return Ubicacion(self.archivo, linea + 1, columna + 1, self.revision)

    def _lugar(self, nodo: int) -> int:
        """Línea y columna de un nodo, en un número. El primero se busca solo; con el segundo, se anotan todos."""
        if self._primero is None:
            marca = next(islice(eventos.marcas(self.contenido), nodo, None))
            self._primero = nodo, marca.line * _ANCHO + marca.column
        if self._primero[0] == nodo:
            return self._primero[1]
        if self._lugares is None:
            self._lugares = array("Q", (m.line * _ANCHO + m.column for m in eventos.marcas(self.contenido)))
        return self._lugares[nodo]

    def _seguir(self, ruta: Ruta) -> tuple[bool, _Salto, Valor]:
        """Hasta donde la ruta existe: si lo último está bajo una clave, cuánto hay de la raíz a ello, y su valor."""
        con_clave, nodos, contenedores, dato = False, 0, 0, self.datos
        for paso in ruta:
            salto = self._salto(dato, paso)
            if salto is None:
                break
            con_clave = isinstance(dato, dict)
            nodos, contenedores, dato = nodos + salto.nodos, contenedores + salto.contenedores, dato[paso]
        return con_clave, _Salto(nodos, contenedores), dato

    def _salto(self, contenedor: Valor, paso: str | int) -> _Salto | None:
        """Cuánto hay de un contenedor a uno de sus valores; None si no lo tiene. Se cuenta una vez."""
        if not isinstance(contenedor, (dict, list)):
            return None
        saltos = self._saltos.get(id(contenedor))
        if saltos is None:
            saltos = self._saltos[id(contenedor)] = {}
            con_clave = isinstance(contenedor, dict)
            nodos, contenedores = 0, 1
            for clave, valor in contenedor.items() if isinstance(contenedor, dict) else enumerate(contenedor):
                nodos += 1 + con_clave
                saltos[clave] = _Salto(nodos, contenedores)
                dentro = _cuantos(valor)
                nodos, contenedores = nodos + dentro.nodos - 1, contenedores + dentro.contenedores
        return saltos.get(paso)


class _Salto(NamedTuple):
    """Nodos, claves incluidas, y contenedores que hay entre dos puntos del documento, en orden de lectura."""

    nodos: int
    contenedores: int


def _cuantos(dato: Valor) -> _Salto:
    """Los que hay en un valor, él incluido; sin recursión."""
    nodos = contenedores = 0
    pila = [dato]
    while pila:
        uno = pila.pop()
        nodos += 1
        if isinstance(uno, dict):
            nodos += len(uno)
            contenedores += 1
            pila.extend(uno.values())
        elif isinstance(uno, list):
            contenedores += 1
            pila.extend(uno)
    return _Salto(nodos, contenedores)
