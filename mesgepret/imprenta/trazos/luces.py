"""De un resultado a su señal: una forma, un color y una palabra, para que nunca lo diga solo el color."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mesgepret.diagnostico import llano
from mesgepret.imprenta import lengua

if TYPE_CHECKING:
    from mesgepret.evaluacion import Resultado, ResultadoDeMeta

CONTORNOS = {
    "circulo": "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z",
    "rombo": "M8 .8 15.2 8 8 15.2.8 8Z",
    "triangulo": "M8 1.5 15.2 14.3H.8Z",
    "cuadrado": "M2.2 2.2h11.6v11.6H2.2Z",
}
"""El contorno de cada forma, en un cuadro de 16 por 16."""

COLORES = frozenset(["verde", "amarillo", "naranja", "rojo", "azul"])
"""Los que la hoja de estilo sabe pintar; de otro color se pinta la forma, sin él."""

SIN_LUZ = "gris"


class Senal(NamedTuple):
    """Una forma, la clase que la pinta y la palabra que la acompaña."""

    clase: str
    forma: str
    palabra: str


def senal(resultado: Resultado | ResultadoDeMeta) -> Senal:
    """La de un resultado; en gris, un círculo hueco y el nombre de su estado."""
    if resultado.luz is None:
        return Senal(SIN_LUZ, "circulo", lengua.palabra(resultado.estado) if resultado.gris else "sin semáforo")
    tramo = resultado.luz.tramo
    return Senal(color(tramo.color), forma(tramo.forma), tramo.nombre)


def color(escrito: str) -> str:
    """La clase de un color; la de los que no se conocen, «otro»."""
    return llano(escrito) if llano(escrito) in COLORES else "otro"


def forma(escrita: str) -> str:
    """Una forma de las que se saben dibujar; las demás, un cuadrado."""
    return llano(escrita) if llano(escrita) in CONTORNOS else "cuadrado"
