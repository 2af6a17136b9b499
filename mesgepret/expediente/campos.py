"""De un valor del documento a un valor del modelo: los campos con que se declara cada pieza.

Un campo se lee la primera vez que se pide y se queda en la pieza. Las referencias no se leen aquí: las pone `enlace`,
una sola vez, cuando ya está todo.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mesgepret.expediente.pieza import Pieza

T = TypeVar("T")
P = TypeVar("P", bound="Pieza")

RESERVADO = "reservado"
"""Lo que ocupa el sitio de un dato protegido por ley: está, y no se dice."""


def dia_escrito(dato: Any) -> date | None:
    """El día que un texto dice, o None si no dice ninguno."""
    try:
        return date.fromisoformat(dato)
    except (TypeError, ValueError):
        return None


def hora_escrita(dato: Any) -> str:
    """La hora que un texto dice, con sus dos cifras; vacía si no dice ninguna."""
    return dato.rjust(5, "0") if isinstance(dato, str) and ":" in dato and len(dato) <= 5 else ""


def en_linea(dato: Any) -> str:
    """Un texto, un número o una lista de ellos en una línea; vacío si no es ninguna de esas cosas."""
    if isinstance(dato, list):
        return "" if any(isinstance(uno, (dict, list)) for uno in dato) else ", ".join(map(en_linea, dato))
    if dato is None or isinstance(dato, dict):
        return ""
    return str(dato).lower() if isinstance(dato, bool) else " ".join(str(dato).split())


class Campo(Generic[T]):
    """Una clave del YAML: el nombre del atributo es el de la clave."""

    clave: str
    falta: Any = None
    """El valor de una clave que no está."""

    def __set_name__(self, clase: type, nombre: str) -> None:
        self.clave = nombre

    @overload
    def __get__(self, pieza: None, clase: type) -> Campo[T]: ...
    @overload
    def __get__(self, pieza: Pieza, clase: type) -> T: ...
    def __get__(self, pieza: Pieza | None, clase: type) -> Campo[T] | T:
        if pieza is None:
            return self
        dato = pieza.datos.get(self.clave)
        if dato is None:  # lo más corriente: nada que leer ni que guardar
            falta: T = self.falta
            return falta
        valor = self.leer(pieza, dato)
        setattr(pieza, self.clave, valor)
        return valor

    def leer(self, pieza: Pieza, dato: Any) -> T:
        """El valor del modelo de una clave que está; sin más, lo que haya."""
        valor: T = dato
        return valor


class Texto(Campo[str]):
    """Texto como se escribió, números incluidos («1.10» sigue siendo «1.10»); vacío si no está."""

    falta = ""

    def leer(self, pieza: Pieza, dato: Any) -> str:
        if isinstance(dato, str):
            return dato
        return pieza.doc.escritos.get((*pieza.ruta, self.clave), str(dato))


class Fecha(Campo["date | None"]):
    """Un día; None si no está o está reservado."""

    def leer(self, pieza: Pieza, dato: Any) -> date | None:
        return dia_escrito(dato)


class Hora(Campo[str]):
    """«09:30», con sus dos cifras aunque se escribiera «9:30»; vacío si no está."""

    falta = ""

    def leer(self, pieza: Pieza, dato: Any) -> str:
        return "" if dato is None else dato if dato == RESERVADO else dato.rjust(5, "0")


class Entero(Campo["int | None"]):
    """Un número entero («03» vale 3); None si no está o está reservado."""

    def leer(self, pieza: Pieza, dato: Any) -> int | None:
        return None if dato == RESERVADO else int(dato)


class Numero(Campo["Decimal | None"]):
    """Un número exacto, con las cifras que se escribieron; None si no está o está reservado."""

    def leer(self, pieza: Pieza, dato: Any) -> Decimal | None:
        if isinstance(dato, (str, bool)):
            return None
        return Decimal(pieza.doc.escritos.get((*pieza.ruta, self.clave), str(dato)))


class Logico(Campo[bool]):
    """true o false; false si no está."""

    falta = False

    def leer(self, pieza: Pieza, dato: Any) -> bool:
        return dato is True


class Crudo(Campo[Any]):
    """Lo que haya, tal como se leyó: para los valores cuya forma depende de otra cosa."""


class Palabras(Campo["tuple[str, ...]"]):
    """Una lista de textos; una sola palabra vale por una lista de una."""

    falta = ()

    def leer(self, pieza: Pieza, dato: Any) -> tuple[str, ...]:
        escritos, ruta = pieza.doc.escritos, (*pieza.ruta, self.clave)
        if not isinstance(dato, list):
            return (escritos.get(ruta, str(dato)),)
        return tuple(d if isinstance(d, str) else escritos.get((*ruta, i), str(d)) for i, d in enumerate(dato))


class Numeros(Campo["Mapping[str, Decimal]"]):
    """Números con nombre: las variables de una cifra."""

    falta = MappingProxyType({})

    def leer(self, pieza: Pieza, dato: Any) -> Mapping[str, Decimal]:
        if not isinstance(dato, dict):
            return {}
        escritos, ruta = pieza.doc.escritos, (*pieza.ruta, self.clave)
        return {k: Decimal(escritos.get((*ruta, k), str(v))) for k, v in dato.items() if not isinstance(v, (str, bool))}


class Una(Campo["P | None"]):
    """Un grupo de claves con nombre propio en el modelo; None si no está o está reservado."""

    def __init__(self, clase: type[P]) -> None:
        self.clase = clase

    def leer(self, pieza: Pieza, dato: Any) -> P | None:
        return self.clase(pieza.doc, (*pieza.ruta, self.clave), dato, pieza) if isinstance(dato, dict) else None


class Varias(Campo["tuple[P, ...]"]):
    """Una lista de grupos de claves; vacía si no está o está reservada."""

    falta = ()

    def __init__(self, clase: type[P]) -> None:
        self.clase = clase

    def leer(self, pieza: Pieza, dato: Any) -> tuple[P, ...]:
        if not isinstance(dato, list):
            return ()
        clase, doc, ruta = self.clase, pieza.doc, (*pieza.ruta, self.clave)
        return tuple([clase(doc, (*ruta, i), d, pieza) for i, d in enumerate(dato) if isinstance(d, dict)])


class Referencia(Campo[T]):
    """La base de las referencias: `clases` son los nombres de las piezas a que puede apuntar.

    `tolerante`: lo apuntado puede no existir todavía (lo que una propuesta crea) y no es un error.
    """

    varias = False
    de_quien = False
    """Si apunta a quien actúa, que puede ser nadie que se conozca."""

    def __init__(self, *clases: str, tolerante: bool = False) -> None:
        self.clases = clases
        self.tolerante = tolerante


class Ref(Referencia[Any]):
    """Otra pieza, por su id; None si no está (o si su documento no pudo leerse)."""

    def leer(self, pieza: Pieza, dato: Any) -> Any:
        return None


class Refs(Referencia["tuple[Any, ...]"]):
    """Otras piezas, por sus ids, en el orden en que se escribieron."""

    varias = True
    falta = ()

    def leer(self, pieza: Pieza, dato: Any) -> tuple[Any, ...]:
        return ()


class Quien(Ref):
    """Quien actúa: un miembro, analista, grupo o institución por su id, o el nombre de quien no lo es."""

    de_quien = True


class Quienes(Refs):
    """Varios que actúan, como en `Quien`."""

    de_quien = True
