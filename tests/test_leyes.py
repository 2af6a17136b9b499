"""Las leyes de la arquitectura, cada una con su prueba."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.conftest import RAIZ, leer_recursos

PAQUETE = RAIZ / "mesgepret"
PISOS = {
    "diagnostico": 1, "lectura": 2, "esquema": 3, "expediente": 4, "evaluacion": 5, "reglas": 6,
    "cumplimiento": 7, "historia": 7, "imprenta": 8, "avisos": 9, "deposito": 10, "compilador": 11, "cli": 12, "__main__": 13, "__init__": 0,
}  # fmt: skip
MODULOS = sorted(PAQUETE.rglob("*.py"))
NUCLEO = [m for m in MODULOS if m.relative_to(PAQUETE).parts[0] not in ("deposito", "cli", "__main__.py")]


def _nombre(modulo: Path) -> str:
    return ".".join(("mesgepret", *modulo.relative_to(PAQUETE).with_suffix("").parts)).removesuffix(".__init__")


def _sala(nombre: str) -> str:
    partes = nombre.split(".")
    return partes[1] if len(partes) > 1 else "__init__"


def _importados(arbol: ast.AST) -> set[str]:
    nombres = set()
    for nodo in ast.walk(arbol):
        if isinstance(nodo, ast.ImportFrom) and nodo.module and nodo.module.startswith("mesgepret"):
            for alias in nodo.names:
                hijo = PAQUETE.parent / Path(*nodo.module.split("."), alias.name)
                es_modulo = hijo.is_dir() or hijo.with_suffix(".py").is_file()
                nombres.add(f"{nodo.module}.{alias.name}" if es_modulo else nodo.module)
        elif isinstance(nodo, ast.Import):
            nombres |= {alias.name for alias in nodo.names if alias.name.startswith("mesgepret")}
    return nombres


def _sin_tipos(arbol: ast.Module) -> ast.Module:
    """El módulo sin lo que solo importa para los tipos ni lo que importa dentro de sus funciones."""
    cuerpo = [n for n in arbol.body if not (isinstance(n, ast.If) and "TYPE_CHECKING" in ast.dump(n.test))]
    return ast.Module([n for n in cuerpo if isinstance(n, ast.Import | ast.ImportFrom)], [])


@pytest.mark.parametrize("modulo", MODULOS, ids=_nombre)
def test_ley_1_los_imports_solo_miran_hacia_abajo(modulo: Path) -> None:
    aqui = _sala(_nombre(modulo))
    for importado in _importados(ast.parse(modulo.read_text("utf-8"))):
        sala = _sala(importado)
        assert sala == aqui or PISOS[sala] < PISOS[aqui], f"{_nombre(modulo)} importa de {importado}"


def test_ley_1_no_hay_ciclos_entre_modulos() -> None:
    grafo = {_nombre(m): _importados(_sin_tipos(ast.parse(m.read_text("utf-8")))) for m in MODULOS}
    visitados: dict[str, int] = defaultdict(int)

    def visitar(nombre: str, camino: tuple[str, ...]) -> None:
        assert visitados[nombre] != 1, " → ".join((*camino, nombre))
        if visitados[nombre] == 2:
            return
        visitados[nombre] = 1
        for otro in sorted(grafo.get(nombre, ())):
            if not nombre.startswith(otro):  # un módulo puede importar de la puerta de su propia sala solo tipos
                visitar(otro, (*camino, nombre))
        visitados[nombre] = 2

    for nombre in sorted(grafo):
        visitar(nombre, ())


@pytest.mark.parametrize("modulo", NUCLEO, ids=_nombre)
def test_ley_2_el_nucleo_no_toca_disco_ni_reloj_ni_pantalla(modulo: Path) -> None:
    arbol = ast.parse(modulo.read_text("utf-8"))
    prohibidos = {"os", "pathlib", "subprocess", "time", "shutil", "sys", "socket", "random", "locale", "tempfile"}
    for nodo in ast.walk(arbol):
        if isinstance(nodo, ast.Import):
            assert not prohibidos & {alias.name.split(".")[0] for alias in nodo.names}
        elif isinstance(nodo, ast.ImportFrom):
            assert {alias.name for alias in nodo.names} == {"intern"} or (nodo.module or "").split(".")[
                0
            ] not in prohibidos
        elif isinstance(nodo, ast.Call):
            llamado = nodo.func.id if isinstance(nodo.func, ast.Name) else getattr(nodo.func, "attr", "")
            assert llamado not in {"open", "print", "input", "now", "today", "utcnow", "read_text", "write_text"}


def test_ley_8_cada_codigo_tiene_pagina_y_cada_pagina_codigo() -> None:
    paginas = set(leer_recursos().paginas)
    emitidos = set()
    for sala, letra in (("lectura", "L"), ("esquema", "E"), ("expediente", "V"), ("historia", "H")):
        for modulo in (PAQUETE / sala).glob("*.py"):
            emitidos |= set(re.findall(rf'"({letra}[0-9]{{3}})"', modulo.read_text("utf-8")))
    for modulo in (PAQUETE / "reglas").glob("[a-z][0-9][0-9][0-9]_*.py"):
        emitidos |= set(re.findall(r'@regla(?:_de_cierre)?\("([A-Z][0-9]{3})"\)', modulo.read_text("utf-8")))
    assert emitidos == paginas


def _repite_un_signo(nodo: nodes.BinExpr) -> bool:
    """`"#" * nivel` no es una cuenta: es un título de Markdown."""
    return isinstance(nodo, nodes.Mul) and isinstance(nodo.left, nodes.Const) and isinstance(nodo.left.value, str)


@pytest.mark.parametrize("nombre", sorted(n for n in leer_recursos().plantillas if n.endswith(".j2")))
def test_ley_9_ninguna_plantilla_hace_aritmetica(nombre: str) -> None:
    arbol = Environment(autoescape=True).parse(leer_recursos().plantillas[nombre])
    for clase in (nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow):
        calculos = [n for n in arbol.find_all(clase) if not _repite_un_signo(n)]
        assert not calculos, f"{nombre} calcula: {clase.__name__}"


@pytest.mark.parametrize("modulo", sorted((PAQUETE / "reglas").glob("[a-z][0-9][0-9][0-9]_*.py")), ids=lambda m: m.stem)
def test_ley_9_ninguna_regla_hace_aritmetica_con_cifras(modulo: Path) -> None:
    for nodo in ast.walk(ast.parse(modulo.read_text("utf-8"))):
        if isinstance(nodo, ast.BinOp):
            assert not isinstance(nodo.op, ast.Mult | ast.Div | ast.FloorDiv | ast.Mod | ast.Pow)
            assert not any(getattr(hijo, "attr", "") in ("valor", "ponderador", "peso") for hijo in ast.walk(nodo))


@pytest.mark.parametrize("modulo", MODULOS, ids=_nombre)
def test_cada_modulo_se_presenta_en_una_frase(modulo: Path) -> None:
    primera = (ast.get_docstring(ast.parse(modulo.read_text("utf-8"))) or "").split("\n", 1)[0]
    assert re.match(r"(De|Del) ", primera), primera
    assert primera.endswith(".")
