"""De lo que una orden hizo a lo que se lee en la terminal: líneas, cierre y barra de avance."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mesgepret.compilador import Revision

_MUCHAS = 300


def decir(texto: str, **opciones: Any) -> None:
    """Escribe; si quien leía se fue («| head»), se sigue trabajando y lo demás no se dice."""
    try:
        click.echo(texto, **opciones)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def cierre(revision: Revision, comienzo: float) -> str:
    """La línea con que toda orden acaba: documentos, hallazgos y tiempo."""
    from time import monotonic

    from mesgepret.avisos import contar_hallazgos

    cuenta = contar_hallazgos(revision.hallazgos)
    cierre = f"{len(revision.documentos)} documentos: {cuenta}. {monotonic() - comienzo:.1f} s."
    if "" in revision.sin_juzgar:
        return cierre + "\nLas reglas no se han mirado: primero corrija los errores."
    if revision.sin_juzgar:
        mesas = ", ".join(revision.sin_juzgar)
        return cierre + f"\nLas reglas no se han mirado en {mesas}: primero corrija sus errores."
    return cierre


def corta(ruta: Path) -> Path:
    """La ruta desde donde se está, si es más corta de leer."""
    try:
        return ruta.relative_to(os.getcwd())
    except ValueError:
        return ruta


def con_barra(cosas: Iterable[Any], cuantas: int, rotulo: str) -> Iterable[Any]:
    """Las mismas cosas, con una barra de avance si son muchas y alguien mira."""
    if cuantas < _MUCHAS or not sys.stderr.isatty():
        yield from cosas
        return
    with click.progressbar(cosas, length=cuantas, label=rotulo, file=sys.stderr) as barra:
        yield from barra
