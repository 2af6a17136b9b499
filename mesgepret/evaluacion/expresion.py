"""De la fórmula de un indicador a su valor: números, variables, + − × ÷ y paréntesis, y nada más."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import add, mul, sub, truediv
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion.exactitud import Negativa

if TYPE_CHECKING:
    from collections.abc import Mapping

MAS_HONDA = 50
"""Cuántos paréntesis caben unos dentro de otros."""
MAS_LARGA = 1000
"""Cuántos caracteres puede tener una fórmula."""

_PIEZAS = re.compile(r"\s*(?:(?P<numero>[0-9]+(?:\.[0-9]+)?)|(?P<nombre>[a-z][a-z0-9_]*)|(?P<signo>[-+*/()−×÷·]))")
_OPERACIONES = {"+": add, "-": sub, "*": mul, "/": truediv}
_AYUDA = "use números, variables, + - * / y ( )"
_IGUALES = {"−": "-", "×": "*", "·": "*", "÷": "/"}


class Falla(NamedTuple):
    """Por qué una fórmula no se entiende, en qué carácter (desde 1) y cómo se pone bien."""

    posicion: int
    mensaje: str
    ayuda: str


class Nodo(NamedTuple):
    """Una operación con sus dos lados; un número o una variable no tienen lados."""

    que: str
    izquierda: Nodo | None = None
    derecha: Nodo | None = None


@dataclass(frozen=True, slots=True)
class Expresion:
    """Una fórmula entendida: su árbol y las variables que pide, en el orden en que aparecen."""

    raiz: Nodo
    variables: tuple[str, ...]

    def valor(self, variables: Mapping[str, Decimal]) -> Decimal:
        """El valor con esas variables; se niega si falta alguna o se divide entre cero."""
        faltan = [una for una in self.variables if una not in variables]
        if faltan:
            raise Negativa(f"faltan variables de la fórmula: {', '.join(faltan)}")
        return _valor(self.raiz, variables)

    @property
    def partes(self) -> tuple[Expresion, Expresion] | None:
        """El numerador y el denominador, si la fórmula es una sola división, quizá por cien; si no, None."""
        nodo, era_por_cien = _sin_el_cien(self.raiz)
        if nodo.que != "/" or not nodo.izquierda or not nodo.derecha:
            return None
        arriba = nodo.izquierda if era_por_cien else _sin_el_cien(nodo.izquierda)[0]  # 100 * a / b
        return _de(arriba), _de(nodo.derecha)


def _sin_el_cien(nodo: Nodo) -> tuple[Nodo, bool]:
    """Lo que se multiplica por cien, y si algo se multiplicaba."""
    if nodo.que == "*" and nodo.izquierda and nodo.derecha:
        for lado, otro in ((nodo.derecha, nodo.izquierda), (nodo.izquierda, nodo.derecha)):
            if lado.que == "100":
                return otro, True
    return nodo, False


@lru_cache(maxsize=4096)
def entender(texto: str) -> Expresion | Falla:
    """El árbol de una fórmula, o por qué no se entiende.

    >>> entender("muertes / nacidos_vivos * 100000").variables
    ('muertes', 'nacidos_vivos')
    """
    if len(texto) > MAS_LARGA:
        return Falla(MAS_LARGA, f"la fórmula pasa de {MAS_LARGA} caracteres", "pártala en variables ya calculadas")
    try:
        lector = _Lector(texto)
        raiz = lector.suma(0)
        if lector.pieza:
            raise _NoSeEntiende(lector.por_que_sobra())
        return _de(raiz)
    except _NoSeEntiende as fallo:
        return fallo.falla


class _NoSeEntiende(Exception):
    """Lo que el lector halló; no sale de este módulo."""

    def __init__(self, falla: Falla) -> None:
        super().__init__(falla.mensaje)
        self.falla = falla


class _Lector:
    """Lee de izquierda a derecha: `pieza` es la que toca, vacía al final; `inicio`, su posición desde 0."""

    def __init__(self, texto: str) -> None:
        self.texto = texto
        self.pieza = self.clase = ""
        self.inicio = self.fin = 0
        self.avanzar()

    def avanzar(self) -> str:
        """Deja en `pieza` la siguiente, y devuelve la que tocaba."""
        antes = self.pieza
        resto = self.texto[self.fin :]
        if not resto.strip():
            self.inicio, self.pieza, self.clase = len(self.texto.rstrip()), "", ""
            return antes
        hallada = _PIEZAS.match(self.texto, self.fin)
        if hallada is None:
            self.inicio = len(self.texto) - len(resto.lstrip())
            raise _NoSeEntiende(self._signo_ajeno(self.texto[self.inicio]))
        self.clase = str(hallada.lastgroup)
        self.pieza = _IGUALES.get(hallada[self.clase], hallada[self.clase])
        self.inicio, self.fin = hallada.start(self.clase), hallada.end()
        return antes

    def suma(self, hondo: int) -> Nodo:
        """Sumas y restas de productos."""
        nodo = self.producto(hondo)
        while self.pieza in ("+", "-"):
            nodo = Nodo(self.avanzar(), nodo, self.producto(hondo))
        return nodo

    def producto(self, hondo: int) -> Nodo:
        """Productos y divisiones de factores."""
        nodo = self.factor(hondo)
        while self.pieza in ("*", "/"):
            nodo = Nodo(self.avanzar(), nodo, self.factor(hondo))
        return nodo

    def factor(self, hondo: int) -> Nodo:
        """Un número, una variable, algo entre paréntesis, o cualquiera de ellos con un menos delante."""
        if hondo > MAS_HONDA:
            raise _NoSeEntiende(self._falla("hay demasiados paréntesis o signos seguidos", "simplifique la fórmula"))
        if self.clase in ("numero", "nombre"):
            return Nodo(self.avanzar())
        if self.pieza == "-":
            self.avanzar()
            return Nodo("-", Nodo("0"), self.factor(hondo + 1))
        if self.pieza == "(":
            abierto = self.inicio
            self.avanzar()
            nodo = self.suma(hondo + 1)
            if self.pieza != ")":
                self.inicio = abierto if not self.pieza else self.inicio
                raise _NoSeEntiende(
                    self._falla("este paréntesis no se cierra", "ciérrelo con )") if not self.pieza
                    else self.por_que_sobra()
                )  # fmt: skip
            self.avanzar()
            return nodo
        if not self.pieza:
            raise _NoSeEntiende(self._falla("la fórmula se acaba antes de tiempo", "falta un número o una variable"))
        raise _NoSeEntiende(
            self._falla(f"«{self.pieza}» no puede ir aquí", "aquí va un número, una variable o un paréntesis")
        )

    def por_que_sobra(self) -> Falla:
        """Lo que hay cuando la fórmula ya estaba entera."""
        if self.pieza == ")":
            return self._falla("este paréntesis no se abrió", "quítelo, o abra otro antes con (")
        return self._falla(f"antes de «{self.pieza}» falta un signo", "ponga +, -, * o / entre las dos partes")

    def _signo_ajeno(self, signo: str) -> Falla:
        ayudas = {
            ",": "los decimales llevan punto, y los miles no se separan: 100000",
            "^": "no hay potencias: repita el factor, como a * a",
            "%": "el porcentaje se escribe * 100",
        }
        if signo.isalpha():
            return self._falla(f"«{signo}» no puede ir en el nombre de una variable", "los nombres llevan minúsculas "
                               "sin tilde, cifras y guion bajo, como nacidos_vivos")  # fmt: skip
        return self._falla(f"«{signo}» no es de una fórmula", ayudas.get(signo, _AYUDA))

    def _falla(self, mensaje: str, ayuda: str) -> Falla:
        return Falla(self.inicio + 1, mensaje, ayuda)


def _de(raiz: Nodo) -> Expresion:
    """La expresión de un árbol, con sus variables."""
    nombres: dict[str, None] = {}
    pila = [raiz]
    while pila:
        nodo = pila.pop()
        if nodo.izquierda and nodo.derecha:
            pila += [nodo.derecha, nodo.izquierda]
        elif nodo.que[0].isalpha():
            nombres[nodo.que] = None
    return Expresion(raiz, tuple(nombres))


def _valor(nodo: Nodo, variables: Mapping[str, Decimal]) -> Decimal:
    """El valor de un árbol, sin recursión: una suma de mil sumandos es mil niveles de árbol."""
    pendientes: list[tuple[Nodo, bool]] = [(nodo, False)]
    valores: list[Decimal] = []
    while pendientes:
        uno, listo = pendientes.pop()
        if not uno.izquierda or not uno.derecha:
            valores.append(variables[uno.que] if uno.que[0].isalpha() else Decimal(uno.que))
        elif not listo:
            pendientes += [(uno, True), (uno.derecha, False), (uno.izquierda, False)]
        else:
            derecha, izquierda = valores.pop(), valores.pop()
            if uno.que == "/" and derecha == 0:
                raise Negativa("la fórmula divide entre cero")
            valores.append(_OPERACIONES[uno.que](izquierda, derecha))
    return valores[0]
