"""De números y palabras a medidas de un dibujo: dónde cae cada valor, cuánto ocupa un texto y cómo se parte."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion import redondear
from mesgepret.imprenta import lengua

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ANCHO = 288
"""Los píxeles que quedan para un dibujo en un teléfono de 320: lo que aquí cabe, cabe en todas partes."""

CUERPO = 12
"""El de la letra más pequeña, en píxeles."""

CIEN, MITAD = Decimal(100), Decimal(50)
_SIGNOS = 16
_ESTRECHAS = frozenset("iIjlíÍ.,:;'|!¡()[]·-  ftr1")
_ANCHAS = frozenset("mwMW%@—…&")
_EXPONENTES = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Rotulo(NamedTuple):
    """Un texto en su sitio: `x` en centésimas del ancho, `y` en píxeles, y por dónde se sujeta."""

    x: str
    y: int
    texto: str
    ancla: str = "start"
    clase: str = ""


class Franja(NamedTuple):
    """Un trozo del ancho: dónde empieza y cuánto ocupa, en centésimas."""

    x: str
    ancho: str


class Escala(NamedTuple):
    """De unos valores a un eje de 0 a 100; si todos son el mismo, todo cae en medio."""

    desde: Decimal
    hasta: Decimal

    def en(self, valor: Decimal) -> Decimal:
        """Dónde cae un valor; lo que se sale se queda en el borde."""
        if self.hasta <= self.desde:
            return MITAD
        return min(CIEN, max(Decimal(0), (valor - self.desde) / (self.hasta - self.desde) * CIEN))

    def franja(self, uno: Decimal, otro: Decimal) -> Franja:
        """Lo que va de un valor a otro, en el orden que sea."""
        return franja(*sorted((self.en(uno), self.en(otro))))


def franja(desde: Decimal, hasta: Decimal) -> Franja:
    """De un punto a otro del eje; el ancho sale de los puntos ya redondeados, para que no se pase del borde."""
    uno, otro = redondear(desde, 1), redondear(hasta, 1)
    return Franja(punto(uno), punto(otro - uno))


def punto(valor: Decimal | int) -> str:
    """Una coordenada como se escribe: con un decimal a lo sumo."""
    dicha = f"{redondear(Decimal(valor), 1):f}"
    return dicha.removesuffix(".0")


def repartir(cuantos: Sequence[int], menor: int = 5) -> list[int]:
    """El ancho de cada parte, en milésimas: suman mil justas, y lo que existe se ve aunque sea poco.

    Lo que sobra de redondear va a las partes con mayor resto; lo que se presta a las pequeñas sale de la mayor.
    """
    total = sum(cuantos)
    if total <= 0:
        return [0] * len(cuantos)
    anchos = [1000 * n // total for n in cuantos]
    restos = sorted(range(len(cuantos)), key=lambda i: (-(1000 * cuantos[i] % total), i))
    for i in restos[: 1000 - sum(anchos)]:
        anchos[i] += 1
    for i, n in enumerate(cuantos):
        mayor = max(range(len(anchos)), key=lambda j: anchos[j])
        prestado = max(0, min(menor - anchos[i], anchos[mayor] - menor)) if n > 0 else 0
        anchos[i] += prestado
        anchos[mayor] -= prestado
    return anchos


# --- textos ------------------------------------------------------------------------------------------------------


def cifra(valor: Decimal) -> str:
    """Un número para un rótulo: con dos decimales a lo sumo; el que no cabe, o se queda en cero, por su exponente."""
    dicho = valor
    if int(valor.as_tuple().exponent) < -2 and abs(valor.adjusted()) < 2 * _SIGNOS:
        dicho = redondear(valor, 2).normalize()
    escrito = lengua.cifra(dicho) if abs(dicho.adjusted()) < 2 * _SIGNOS else ""
    if escrito and len(escrito) <= _SIGNOS and (dicho != 0 or valor == 0):
        return escrito
    mantisa, _, exponente = f"{valor:.2e}".partition("e")
    return f"{mantisa} × 10{str(int(exponente)).translate(_EXPONENTES)}"


def largo(texto: str, cuerpo: int = CUERPO) -> Decimal:
    """Los píxeles que ocupa un texto, a lo sumo, en la más ancha de las letras con que puede salir."""
    return Decimal(sum(map(_de_letra, texto))) * cuerpo / 100


def cortar(texto: str, ancho: int, cuerpo: int = CUERPO) -> str:
    """El texto en una línea; si no cabe, lo que quepa, hasta una palabra entera si puede ser, y puntos suspensivos."""
    linea = " ".join(texto.split())
    if largo(linea, cuerpo) <= ancho:
        return linea
    cabe = _que_cabe(linea, ancho - largo("…", cuerpo), cuerpo)
    palabras = cabe if linea[len(cabe)] == " " else cabe.rpartition(" ")[0]
    return (palabras if len(palabras) * 2 > len(cabe) else cabe).rstrip(" ,;:.") + "…"


def renglones(texto: str, ancho: int, cuerpo: int = CUERPO, maximo: int = 3) -> list[str]:
    """El texto partido en renglones que caben; el último lleva puntos suspensivos si aún quedaba."""
    hechos: list[str] = []
    resto = " ".join(texto.split())
    while resto and len(hechos) < maximo - 1 and largo(resto, cuerpo) > ancho:
        cabe = _que_cabe(resto, Decimal(ancho), cuerpo)
        if resto[len(cabe)] != " ":
            cabe = cabe.rpartition(" ")[0] or cabe
        hechos.append(cabe.rstrip())
        resto = resto[len(cabe) :].lstrip()
    return [*hechos, cortar(resto, ancho, cuerpo)] if resto else hechos


def rotular(x: Decimal, y: int, texto: str, clase: str = "", cuerpo: int = CUERPO) -> Rotulo:
    """Un texto lo más cerca que quepa de un punto del eje: centrado en él, a su derecha, a su izquierda o al borde."""
    dicho = cortar(texto, ANCHO, cuerpo)
    ocupa = largo(dicho, cuerpo) / ANCHO * 100
    if ocupa / 2 <= x <= CIEN - ocupa / 2:
        return Rotulo(punto(x), y, dicho, "middle", clase)
    izquierda = x < MITAD
    sale = x + ocupa > CIEN if izquierda else x - ocupa < 0
    borde = 0 if izquierda else 100
    return Rotulo(punto(borde if sale else x), y, dicho, "start" if izquierda else "end", clase)


def unir(partes: Iterable[str]) -> str:
    """Una frase por parte, cada una con su punto."""
    return " ".join(f"{lengua.con_mayuscula(parte.rstrip('.'))}." for parte in partes if parte)


def _que_cabe(texto: str, ancho: Decimal, cuerpo: int) -> str:
    """El comienzo más largo que cabe; una letra al menos."""
    va, tope = 0, ancho * 100 / cuerpo
    for i, letra in enumerate(texto):
        va += _de_letra(letra)
        if va > tope:
            return texto[: max(1, i)]
    return texto


@cache
def _de_letra(letra: str) -> int:
    """El ancho de una letra, en centésimas de su cuerpo."""
    if letra in _ESTRECHAS:
        return 42
    if letra in _ANCHAS or ord(letra) > 0x2FF:
        return 100
    return 74 if letra.isupper() else 64
