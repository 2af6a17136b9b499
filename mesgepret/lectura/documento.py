"""De datos leídos a `Documento`: un archivo con nombre, que sabe dónde está escrito cada valor."""

from __future__ import annotations

from array import array
from itertools import islice
from typing import Any

from mesgepret.diagnostico import Ubicacion
from mesgepret.lectura import eventos

Ruta = tuple[str | int, ...]
"""Tupla de claves e índices: el hilo que siguen el esquema, las posiciones y el modelo."""

Valor = Any
"""Lo que puede haber en un documento: mapa, lista, texto, número o booleano."""

_ANCHO = 1 << 24  # más columnas que octetos caben en un archivo


class Documento:
    """Un archivo leído.

    `datos` son mapas, listas, textos, números y booleanos; `escritos`, el texto de los números que no se
    reescriben igual («1.10»). Las posiciones no se calculan hasta que alguien pregunta.
    """

    __slots__ = ("_lugares", "_primero", "_saltos", "archivo", "contenido", "datos", "escritos", "revision")

    def __init__(
        self,
        archivo: str,
        datos: Valor,
        contenido: bytes,
        escritos: dict[Ruta, str] | None = None,
        revision: str = "",
    ) -> None:
        self.archivo = archivo
        self.datos = datos
        self.contenido = contenido
        self.escritos = escritos or {}
        self.revision = revision
        self._lugares: array[int] | None = None
        self._primero: tuple[int, int] | None = None
        self._saltos: dict[int, dict[str | int, int]] = {}

    def __repr__(self) -> str:
        return f"Documento({self.archivo!r})"

    def en(self, *ruta: str | int) -> Ubicacion:
        """El lugar de un valor; el de su clave si es un mapa o una lista. Si no existe, el de su ancestro próximo."""
        clave, valor, dato = self._nodos(ruta)
        return self._ubicacion(clave if isinstance(dato, (dict, list)) and clave is not None else valor)

    def clave(self, *ruta: str | int) -> Ubicacion:
        """El lugar de la clave misma (o del valor, si está en una lista)."""
        clave, valor, _ = self._nodos(ruta)
        return self._ubicacion(valor if clave is None else clave)

    def _ubicacion(self, nodo: int) -> Ubicacion:
        linea, columna = divmod(self._lugar(nodo), _ANCHO)
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

    def _nodos(self, ruta: Ruta) -> tuple[int | None, int, Valor]:
        """El número de nodo de la clave y el del valor, contando como los da `eventos.marcas`."""
        clave: int | None = None
        nodo, dato = 0, self.datos
        for paso in ruta:
            salto = self._salto(dato, paso)
            if not salto:
                break
            clave = nodo + salto - 1 if isinstance(dato, dict) else None
            nodo, dato = nodo + salto, dato[paso]
        return clave, nodo, dato

    def _salto(self, contenedor: Valor, paso: str | int) -> int:
        """Cuántos nodos hay de un contenedor a uno de sus valores; 0 si no lo tiene. Se cuentan una vez."""
        if not isinstance(contenedor, (dict, list)):
            return 0
        saltos = self._saltos.get(id(contenedor))
        if saltos is None:
            saltos = self._saltos[id(contenedor)] = {}
            con_clave = isinstance(contenedor, dict)
            total = 0
            for clave, valor in contenedor.items() if isinstance(contenedor, dict) else enumerate(contenedor):
                total += 1 + con_clave
                saltos[clave] = total
                total += _cuantos(valor) - 1
        return saltos.get(paso, 0)


def _cuantos(dato: Valor) -> int:
    if isinstance(dato, dict):
        return 1 + len(dato) + sum(map(_cuantos, dato.values()))
    if isinstance(dato, list):
        return 1 + sum(map(_cuantos, dato))
    return 1
