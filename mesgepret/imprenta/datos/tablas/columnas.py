"""De una tabla declarada a sus filas: cada columna con su nombre, su tipo, lo que dice y de dónde sale."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion import exacto

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mesgepret.imprenta.consultas import Consultas

TIPOS = ("texto", "entero", "numero", "fecha", "logico")
"""Los tipos de una columna; una hora, un periodo y un id son textos."""


@dataclass(frozen=True, slots=True)
class Columna:
    """Una columna.

    `de`: la propiedad de los esquemas que la describe («acta.acuerdos.plazo»); si no la describe ninguna, `dice`.
    `valor`: de una fila a su dato; sin él, el atributo que se llama igual. Un número puede venir ya escrito.
    `apunta`: la tabla cuya clave repite.
    """

    nombre: str
    tipo: str = "texto"
    de: str = ""
    dice: str = ""
    valor: Callable[[Any], Any] | None = None
    apunta: str = ""


@dataclass(frozen=True, slots=True)
class Tabla:
    """Una tabla: una fila por cada cosa que `filas` da, y sus columnas.

    `clave`: las columnas que la distinguen. `apuntan`: las claves ajenas de más de una columna. `busca`: las columnas
    en que se busca por palabras. `ruta`: la de su CSV en `datos/`.
    """

    nombre: str
    dice: str
    clave: tuple[str, ...]
    filas: Callable[[Consultas], Iterable[Any]]
    propias: tuple[Columna, ...]
    apuntan: tuple[tuple[tuple[str, ...], str], ...] = ()
    busca: tuple[str, ...] = ()
    ruta: str = ""
    columnas: tuple[Columna, ...] = field(init=False)
    _leer: tuple[Callable[[Any], Any], ...] = field(init=False)

    def __post_init__(self) -> None:
        suyas = self.propias if any(c.nombre == "muestra" for c in self.propias) else (*self.propias, MUESTRA)
        columnas = tuple(suyas)
        object.__setattr__(self, "ruta", self.ruta or f"{self.nombre}.csv")
        object.__setattr__(self, "columnas", columnas)
        object.__setattr__(self, "_leer", tuple([c.valor or attrgetter(c.nombre) for c in columnas]))

    def fila(self, cosa: Any) -> list[Any]:
        """Los datos de una cosa, uno por columna: texto, número, día, sí o no; None donde no hay."""
        return [None if (dato := leer(cosa)) == "" or dato == () else dato for leer in self._leer]

    def ficha(self, cosa: Any) -> dict[str, Any]:
        """Lo mismo con el nombre de cada columna, y los números como texto, para que no pierdan cifras."""
        return {c.nombre: _en_json(c.tipo, d) for c, d in zip(self.columnas, self.fila(cosa), strict=True)}

    def sin(self, nombres: Iterable[str]) -> Tabla:
        """La misma sin unas columnas."""
        quitadas = frozenset(nombres)
        return replace(self, propias=tuple([c for c in self.propias if c.nombre not in quitadas]))

    @property
    def ajenas(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Todas sus claves ajenas: las columnas y la tabla a que apuntan."""
        return (*(((c.nombre,), c.apunta) for c in self.columnas if c.apunta), *self.apuntan)


class Renglon:
    """Una pieza y lo que se sabe de ella además: lo segundo, y si no lo primero, por su nombre."""

    def __init__(self, pieza: Any, **sabido: Any) -> None:
        self.__dict__.update(sabido, pieza=pieza)

    def __getattr__(self, nombre: str) -> Any:
        return getattr(self.__dict__["pieza"], nombre)


def id_en(atributo: str) -> Callable[[Any], str | None]:
    """De una fila al id de la pieza que tiene en un atributo."""
    return lambda fila: id_de(getattr(fila, atributo))


def id_de(cosa: Any) -> str | None:
    """El id de una pieza que está; None si no."""
    return cosa.id if cosa is not None else None


def nombres(cosas: Iterable[Any]) -> str:
    """Los nombres de quienes actúan, en una celda."""
    return "; ".join(cosa.nombre for cosa in cosas)


def descripcion(columna: Columna, propiedades: Mapping[str, Mapping[str, Any]]) -> str:
    """Lo que una columna dice: lo que el esquema le dice a quien la escribe o, si no viene de él, sus palabras."""
    return str(propiedades[columna.de]["description"]) if columna.de else columna.dice


def _de_muestra(cosa: Any) -> bool:
    pieza = getattr(cosa, "pieza", cosa)
    while getattr(pieza, "padre", None) is not None:
        pieza = pieza.padre
    return bool(getattr(pieza, "muestra", False))


def _en_json(tipo: str, dato: Any) -> Any:
    if dato is not None and tipo == "numero":
        return escrito(dato)
    if isinstance(dato, date):
        return str(dato)
    return "; ".join(dato) if isinstance(dato, tuple) else dato


def escrito(numero: str | int | Decimal) -> str:
    """Un número de una columna, escrito; el que ya viene escrito no se toca."""
    return numero if isinstance(numero, str) else exacto(Decimal(numero))


MUESTRA = Columna(
    "muestra", "logico", dice="Sí, si el documento de que sale la fila es de muestra y no es real.", valor=_de_muestra
)
"""La última de todas las tablas: quien se lleva una sola no se lleva un dato inventado por uno de verdad."""
