"""La fórmula de un indicador: da lo que dan los números de Python, y lo que no se entiende se dice con su sitio."""

from __future__ import annotations

import ast
import operator
import re
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mesgepret.evaluacion import expresion
from mesgepret.evaluacion.exactitud import Negativa, cuentas
from mesgepret.evaluacion.expresion import MAS_HONDA, MAS_LARGA, Expresion, Falla, entender
from tests.conftest import RAIZ

if TYPE_CHECKING:
    from collections.abc import Callable

VALORES = {"a": Decimal(7), "b": Decimal("0.5"), "nacidos_vivos": Decimal(180000), "x2": Decimal(-3)}


def valor(texto: str) -> Decimal:
    entendida = entender(texto)
    assert isinstance(entendida, Expresion), entendida
    with cuentas():
        return entendida.valor(VALORES)


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("1", "1"), ("a", "7"), ("1.50", "1.5"), ("a + b", "7.5"), ("a-b", "6.5"), ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"),
        ("20 / 4 / 5", "1"), ("20 - 4 - 5", "11"), ("20 / (4 / 5)", "25"), ("-a", "-7"), ("--a", "7"), ("2 * -a", "-14"),
        ("- (a + b) * 2", "-15"), ("  a\n/ 7 ", "1"), ("a / nacidos_vivos * 180000", "7"), ("x2 * x2", "9"),
        ("7 − 2", "5"), ("7 × 2", "14"), ("7 · 2", "14"), ("7 ÷ 2", "3.5"), ("−a", "-7"),
    ],
)  # fmt: skip
def test_se_cuenta_como_en_la_escuela(texto: str, esperado: str) -> None:
    assert abs(valor(texto) - Decimal(esperado)) < Decimal("1e-30")


@pytest.mark.parametrize(
    ("texto", "posicion", "mensaje"),
    [
        ("", 1, "la fórmula se acaba antes de tiempo"),
        ("   ", 1, "la fórmula se acaba antes de tiempo"),
        ("a +", 4, "la fórmula se acaba antes de tiempo"),
        ("a + * b", 5, "«*» no puede ir aquí"),
        ("+ a", 1, "«+» no puede ir aquí"),
        ("a b", 3, "antes de «b» falta un signo"),
        ("2a", 2, "antes de «a» falta un signo"),
        ("(a + b", 1, "este paréntesis no se cierra"),
        ("a + (b * (a)", 5, "este paréntesis no se cierra"),
        ("(a b)", 4, "antes de «b» falta un signo"),
        ("a + b)", 6, "este paréntesis no se abrió"),
        ("()", 2, "«)» no puede ir aquí"),
        ("a ^ 2", 3, "«^» no es de una fórmula"),
        ("a ** 2", 4, "«*» no puede ir aquí"),
        ("1,000", 2, "«,» no es de una fórmula"),
        ("a % b", 3, "«%» no es de una fórmula"),
        ("Nacidos / b", 1, "«N» no puede ir en el nombre de una variable"),
        ("año / b", 2, "«ñ» no puede ir en el nombre de una variable"),
        ("a.b", 2, "«.» no es de una fórmula"),
        ("a = 3", 3, "«=» no es de una fórmula"),
        ("__import__('os')", 1, "«_» no es de una fórmula"),
        ("a / b €", 7, "«€» no es de una fórmula"),
        ("٣ + a", 1, "«٣» no es de una fórmula"),
        ("1" * (MAS_LARGA + 1), MAS_LARGA, f"la fórmula pasa de {MAS_LARGA} caracteres"),
        ("(" * (MAS_HONDA + 2) + "a", MAS_HONDA + 2, "hay demasiados paréntesis o signos seguidos"),
        ("-" * (MAS_HONDA + 2) + "a", MAS_HONDA + 2, "hay demasiados paréntesis o signos seguidos"),
    ],
    ids=lambda v: v[:20] if isinstance(v, str) else str(v),
)
def test_lo_que_no_se_entiende_se_dice_con_su_sitio_y_su_remedio(texto: str, posicion: int, mensaje: str) -> None:
    falla = entender(texto)
    assert isinstance(falla, Falla)
    assert (falla.posicion, falla.mensaje) == (posicion, mensaje)
    assert len(falla.ayuda) > 10


def test_caben_los_parentesis_justos_y_mil_caracteres_de_sumandos() -> None:
    assert valor("(" * MAS_HONDA + "a" + ")" * MAS_HONDA) == 7
    larga = "+".join(["a"] * (MAS_LARGA // 2))
    assert len(larga) == MAS_LARGA - 1
    assert valor(larga) == 7 * (MAS_LARGA // 2)
    assert valor("-".join(["a"] * (MAS_LARGA // 2))) == 7 - 7 * (MAS_LARGA // 2 - 1)


def test_dividir_entre_cero_y_una_variable_que_falta_se_niegan() -> None:
    for texto, porque in [
        ("a / (b - b)", "la fórmula divide entre cero"),
        ("a / c + d", "faltan variables de la fórmula: c, d"),
    ]:
        with pytest.raises(Negativa, match=re.escape(porque)):
            valor(texto)


def test_las_variables_se_dicen_una_vez_y_en_orden() -> None:
    entendida = entender("b / a * 100 + b - nacidos_vivos")
    assert isinstance(entendida, Expresion)
    assert entendida.variables == ("b", "a", "nacidos_vivos")


@pytest.mark.parametrize(
    ("texto", "son"),
    [
        ("a / b", (7, 0.5)), ("a / b * 100", (7, 0.5)), ("100 * a / b", (7, 0.5)), ("a * 100 / b", (7, 0.5)), ("a / b * 100 * 100", None), ("100 * (a / b)", (7, 0.5)),
        ("(a + b) / (a - b)", (7.5, 6.5)), ("a + b", None), ("a / b * 1000", None), ("a", None), ("a / b / a", (14, 7)),
    ],
)  # fmt: skip
def test_numerador_y_denominador_son_los_de_una_sola_division(texto: str, son: tuple[float, float] | None) -> None:
    entendida = entender(texto)
    assert isinstance(entendida, Expresion)
    partes = entendida.partes
    assert (partes and tuple(float(p.valor(VALORES)) for p in partes)) == son


# El mismo árbol, escrito como fórmula y contado por Python.
HOJAS = st.one_of(
    st.integers(0, 9999).map(lambda n: (str(n), Fraction(n))),
    st.sampled_from([(nombre, Fraction(numero)) for nombre, numero in VALORES.items()]),
    st.decimals("0.001", "99", places=3).map(lambda d: (f"{d:f}", Fraction(d))),
)
OPERACIONES: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "−": operator.sub, "×": operator.mul,
    "÷": operator.truediv,
}  # fmt: skip


def _juntar(lados: Any) -> Any:
    def operar(izquierda: Any, signo: str, derecha: Any, hueco: str) -> Any:
        texto = f"({izquierda[0]}{hueco}{signo}{hueco}{derecha[0]})"
        try:
            return texto, OPERACIONES[signo](izquierda[1], derecha[1])
        except (ZeroDivisionError, TypeError):
            return texto, None

    return st.builds(operar, lados, st.sampled_from(sorted(OPERACIONES)), lados, st.sampled_from(["", " ", "\n "]))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.recursive(HOJAS, _juntar, max_leaves=20))
def test_da_lo_que_dan_las_fracciones_de_python(arbol: tuple[str, Fraction | None]) -> None:
    texto, exacto = arbol
    if exacto is None:
        with pytest.raises(Negativa):
            valor(texto)
        return
    dado = Fraction(valor(texto))
    assert abs(dado - exacto) <= max(abs(exacto), Fraction(1, 10**9)) / 10**15


LLANAS = st.lists(st.sampled_from(["1", "2.5", "a", "b", "x2", "+", "-", "*", "/", "(", ")"]), max_size=25).map(
    " ".join
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(LLANAS)
def test_entiende_lo_que_python_entiende_y_le_da_lo_mismo(texto: str) -> None:
    """Con el mismo orden de las operaciones, y sin el «+» de delante, que aquí no es de una fórmula."""
    entendida = entender(texto)
    try:
        arbol = ast.parse(texto.strip() or "(", mode="eval")
    except SyntaxError:
        assert isinstance(entendida, Falla)
        return
    nodos = list(ast.walk(arbol))
    if any(isinstance(n, ast.UAdd | ast.Call | ast.Tuple | ast.Pow | ast.FloorDiv) for n in nodos):
        return
    assert isinstance(entendida, Expresion)
    python = _contar(arbol.body)
    if python is None:
        with pytest.raises(Negativa):
            valor(texto)
    else:
        assert abs(Fraction(valor(texto)) - python) <= max(abs(python), Fraction(1)) / 10**15


def _contar(nodo: Any) -> Fraction | None:
    if isinstance(nodo, ast.Constant):
        return Fraction(str(nodo.value))
    if isinstance(nodo, ast.Name):
        return Fraction(VALORES[nodo.id])
    if isinstance(nodo, ast.UnaryOp):
        dentro = _contar(nodo.operand)
        return None if dentro is None else -dentro
    izquierda, derecha = _contar(nodo.left), _contar(nodo.right)
    signo = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}[type(nodo.op)]
    if izquierda is None or derecha is None or (signo == "/" and derecha == 0):
        return None
    cuenta: Fraction = OPERACIONES[signo](izquierda, derecha)
    return cuenta


@settings(max_examples=500, deadline=None, derandomize=True)
@given(
    st.one_of(st.text(max_size=80), st.text("ab1.()+-*/−×÷ \n\t_,%^", max_size=200), st.binary(max_size=40).map(repr))
)
def test_ningun_texto_lanza_y_toda_falla_cae_dentro_del_texto(texto: str) -> None:
    entendida = entender(texto)
    if isinstance(entendida, Falla):
        assert 1 <= entendida.posicion <= len(texto) + 1
        assert entendida.mensaje
        return
    with suppress(Negativa), cuentas():
        assert entendida.valor(dict.fromkeys(entendida.variables, Decimal(3))).is_finite()


def test_una_formula_nunca_es_codigo() -> None:
    fuente = (RAIZ / "mesgepret/evaluacion/expresion.py").read_text("utf-8")
    llamados = {
        n.func.id for n in ast.walk(ast.parse(fuente)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert llamados & {"eval", "exec", "compile", "__import__", "getattr"} == set()
    assert not {"ast", "builtins"} & set(vars(expresion))
