"""De los eventos de libyaml a datos: diccionarios, listas, textos y números, sin nada de lo que YAML 1.1 adivina.

No hay recursión, ni aquí ni en C: la profundidad de un documento hostil no puede tumbar el proceso.
"""

from __future__ import annotations

import re
from array import array
from contextlib import suppress
from itertools import islice
from math import isfinite
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from mesgepret.lectura import limites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yaml.error import Mark

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:  # sin libyaml no se lee nada: lo dice `comprobar_entorno` antes de empezar
    CParser = None  # type: ignore[assignment,misc]


class Tropiezo(Exception):
    """El documento no puede seguir leyéndose. Nunca sale de esta sala."""

    def __init__(self, codigo: str, marca: Mark) -> None:
        super().__init__(codigo)
        self.codigo = codigo
        self.marca = marca


class Aviso(Protocol):
    """Recibe un tropiezo que deja seguir: código, lugar y lo escrito."""

    def __call__(self, codigo: str, marca: Mark, escrito: str = "") -> None:
        """Toma nota; no lanza."""


_NUMERO = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?").fullmatch
_INICIOS = frozenset(["", "-", *"0123456789tfn~TFN"])
_PALABRAS: dict[str, bool] = {"true": True, "false": False}
_VACIOS = frozenset(["", "~", "null", "Null", "NULL"])
_CLAVE = object()  # en un mapa, toca leer una clave
_LISTA = object()  # el contenedor abierto es una lista


class Construido(NamedTuple):
    """Los datos de un documento y lo que de ellos se perdería al leerlos."""

    datos: Any
    escritos: dict[tuple[str | int, ...], str]
    """Lo escrito, por su ruta, de los números que no se reescriben igual."""
    contenedores: array[int]
    """Dónde está la clave de cada mapa o lista, o él mismo si no la tiene, por orden: `línea << 24 | columna`."""


def construir(contenido: bytes, avisar: Aviso) -> Construido:
    """El único documento de `contenido`.

    Un número es un número de JSON (`1.10` vale 1.1, y se guarda que se escribió «1.10»); todo lo demás es texto.
    Lanza `Tropiezo` o `yaml.YAMLError` donde no se puede seguir; lo demás lo pasa a `avisar` y sigue.
    """
    siguiente: Callable[[], Any] = CParser(contenido).get_event
    siguiente()
    evento = siguiente()
    if type(evento) is not DocumentStartEvent:
        raise Tropiezo("L112", evento.start_mark)
    # Anclas y etiquetas son raras: solo se mira evento por evento donde aparecen sus signos.
    con_signos = b"&" in contenido or b"!" in contenido
    escritos: dict[tuple[str | int, ...], str] = {}
    contenedores = array("Q")
    raiz: list[Any] = []
    destino: Any = raiz
    clave: Any = _LISTA
    ultima_clave: Any = evento
    pila: list[tuple[Any, Any]] = []
    # Un nodo da uno o dos sucesos: leyendo el doble de los que caben, lo que no cabe se nota sin contarlos uno a uno.
    for evento in islice(iter(siguiente, None), 2 * limites.NODOS + 2):
        clase = type(evento)
        if clase is ScalarEvent:
            if con_signos and (evento.anchor is not None or evento.tag is not None):
                avisar("L104" if evento.anchor is not None else "L105", evento.start_mark)
            valor = evento.value
            if clave is _CLAVE:
                if valor in destino:
                    avisar("L103", evento.start_mark, valor)
                elif not valor or valor == "<<":
                    avisar("L115", evento.start_mark, valor)
                ultima_clave = evento
                clave = intern(valor)  # las claves se repiten en cada documento: una de cada ocupa lo que todas
                continue
            if valor[:1] in _INICIOS and evento.implicit[0]:
                if valor in _PALABRAS:
                    valor = _PALABRAS[valor]
                elif valor in _VACIOS:
                    if not pila:
                        raise Tropiezo("L112", evento.start_mark)
                    avisar("L114", evento.start_mark, "-" if clave is _LISTA else clave)
                elif _NUMERO(valor):
                    numero = _numero(valor)
                    if numero is None:
                        avisar("L116", evento.start_mark, valor)
                    else:
                        if str(numero) != valor:
                            escritos[_ruta(pila, destino, clave)] = valor
                        valor = numero
            if clave is _LISTA:
                destino.append(valor)
            else:
                destino[clave] = valor
                clave = _CLAVE
        elif clase is MappingStartEvent or clase is SequenceStartEvent:
            if clave is _CLAVE:
                raise Tropiezo("L115", evento.start_mark)
            if len(pila) >= limites.HONDURA:
                raise Tropiezo("L109", evento.start_mark)
            if con_signos and (evento.anchor is not None or evento.tag is not None):
                avisar("L104" if evento.anchor is not None else "L105", evento.start_mark)
            hijo: Any = {} if clase is MappingStartEvent else []
            if clave is _LISTA:
                marca = evento.start_mark
                destino.append(hijo)
            else:
                marca = ultima_clave.start_mark
                destino[clave] = hijo
            contenedores.append(marca.line << 24 | marca.column)
            pila.append((destino, clave))
            destino = hijo
            clave = _CLAVE if clase is MappingStartEvent else _LISTA
        elif clase is MappingEndEvent or clase is SequenceEndEvent:
            destino, clave = pila.pop()
            if clave is not _LISTA:
                clave = _CLAVE
        elif clase is AliasEvent:
            raise Tropiezo("L104", evento.start_mark)
        elif clase is DocumentEndEvent:
            break
    if (sobra := _el_que_sobra(contenido)) is not None:
        raise Tropiezo("L110", sobra)
    evento = siguiente()
    if type(evento) is not StreamEndEvent:
        raise Tropiezo("L111", evento.start_mark)
    return Construido(raiz[0], escritos, contenedores)


def _el_que_sobra(contenido: bytes) -> Mark | None:
    """Dónde está el primer nodo de más, si los hay de más; un nodo ocupa al menos dos octetos."""
    return next(islice(marcas(contenido), limites.NODOS, None), None) if len(contenido) > 2 * limites.NODOS else None


def marcas(contenido: bytes) -> Iterator[Mark]:
    """Dónde empieza cada nodo, claves incluidas, en orden de aparición.

    Solo para contenido que `construir` ya leyó sin avisos: así los nodos se corresponden uno a uno con los datos.
    """
    siguiente: Callable[[], Any] = CParser(contenido).get_event
    while True:
        evento = siguiente()
        clase = type(evento)
        if clase is ScalarEvent or clase is MappingStartEvent or clase is SequenceStartEvent:
            yield evento.start_mark
        elif clase is StreamEndEvent:
            return


def escalares(contenido: bytes) -> Iterator[tuple[str, Any, Any]]:
    """Cada texto o número del documento, claves incluidas: lo escrito, dónde empieza y dónde acaba."""
    siguiente: Callable[[], Any] = CParser(contenido).get_event
    while type(evento := siguiente()) is not StreamEndEvent:
        if type(evento) is ScalarEvent:
            yield evento.value, evento.start_mark, evento.end_mark


def sin_cerrar(contenido: bytes) -> Mark | None:
    """Dónde se abrió el último corchete o la última llave que un documento roto deja sin cerrar; None si ninguno."""
    siguiente: Callable[[], Any] = CParser(contenido).get_event
    pila: list[Any] = []
    with suppress(YAMLError):
        while type(evento := siguiente()) is not StreamEndEvent:
            if type(evento) is MappingStartEvent or type(evento) is SequenceStartEvent:
                pila.append(evento.start_mark if evento.flow_style else None)
            elif type(evento) is MappingEndEvent or type(evento) is SequenceEndEvent:
                pila.pop()
    return next((marca for marca in reversed(pila) if marca), None)


def primeras(contenido: bytes) -> Iterator[Mark]:
    """Por cada clave que repite otra de su mapa, en el orden en que `construir` avisa: dónde estaba la primera."""
    siguiente: Callable[[], Any] = CParser(contenido).get_event
    pila: list[dict[str, Mark] | None] = []
    claves: dict[str, Mark] | None = None
    toca_clave = False
    while type(evento := siguiente()) is not StreamEndEvent:
        clase = type(evento)
        if clase is ScalarEvent and toca_clave and claves is not None:
            if evento.value in claves:
                yield claves[evento.value]
            claves.setdefault(evento.value, evento.start_mark)
            toca_clave = False
            continue
        if clase is MappingStartEvent or clase is SequenceStartEvent:
            pila.append(claves)
            claves = {} if clase is MappingStartEvent else None
        elif clase is MappingEndEvent or clase is SequenceEndEvent:
            claves = pila.pop()
        toca_clave = claves is not None


def _numero(escrito: str) -> int | float | None:
    if len(escrito) > limites.DIGITOS and sum(c.isdigit() for c in escrito) > limites.DIGITOS:
        return None
    if escrito.lstrip("-").isdigit():
        return int(escrito)
    numero = float(escrito)
    return numero if isfinite(numero) else None


def _ruta(pila: list[tuple[Any, Any]], destino: Any, clave: Any) -> tuple[str | int, ...]:
    abiertos = [*pila[1:], (destino, clave)]
    pasos: list[str | int] = []
    for i, (contenedor, paso) in enumerate(abiertos):
        if paso is not _LISTA:
            pasos.append(paso)
        else:  # el hijo abierto ya está en la lista; el valor que se lee, todavía no
            pasos.append(len(contenedor) - (i < len(abiertos) - 1))
    return tuple(pasos)
