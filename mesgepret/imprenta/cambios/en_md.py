"""De una comparación al Markdown de un comentario: cabe en una solicitud de cambio, y nada de lo ajeno manda en él.

El texto de un documento va sin HTML, sin menciones, sin referencias y sin direcciones que se vuelvan enlaces; los
únicos enlaces son los de la forja que la base declara.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from mesgepret.imprenta import lengua
from mesgepret.imprenta.cambios.bloques import capitulos, entre_que, resumen
from mesgepret.imprenta.prosa import escapar_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mesgepret.diagnostico import Ubicacion
    from mesgepret.historia import Comparacion
    from mesgepret.imprenta.cambios.bloques import Celda, Tabla

CABEN = 60_000
"""Los caracteres de un comentario: las forjas admiten 65 536, y hay que dejar sitio a quien lo publica."""

_TOPES = (200, 60, 25, 10, 4, 1, 0)
"""Cuántas filas de cada tabla se enseñan; si con un tope no cabe, se prueba con el siguiente."""

_CELDA = 300
_FORJA = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/-]*)?")
_MANDA = re.compile(r"(?<=[@#!])(?=[\w\"])|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH-)(?=[0-9])", re.IGNORECASE)
_NADA = "\u2060"
"""Un carácter que no se ve ni separa: rompe lo que la forja tomaría por mención, referencia o dirección."""


def en_md(comparacion: Comparacion) -> str:
    """El comentario entero, o con tantas filas por tabla como quepan y las demás contadas."""
    for tope in _TOPES:
        escrito = "\n".join(_renglones(comparacion, tope)) + "\n"
        if len(escrito) < CABEN:
            return escrito
    return f"**{resumen(comparacion)}**\n\nEs demasiado para un comentario; véalo con `mesgepret comparar`.\n"


def _renglones(comparacion: Comparacion, tope: int) -> Iterator[str]:
    yield f"**{resumen(comparacion)}**"
    yield ""
    yield f"Se compara {_inerte(entre_que(comparacion))}{_a_la_forja(comparacion)}."
    if comparacion.errores:
        errores = lengua.contar(comparacion.errores, "error", "errores")
        yield ""
        yield f"La revisión nueva tiene {errores} de lectura o de enlace, que `mesgepret revisar` dice."
    for capitulo in capitulos(comparacion):
        yield from ("", f"### {_inerte(capitulo.titulo)}")
        if capitulo.nota:
            yield from ("", capitulo.nota)
        for tabla in capitulo.tablas:
            yield ""
            yield from _tabla(tabla, tope, comparacion)


def _tabla(tabla: Tabla, tope: int, comparacion: Comparacion) -> Iterator[str]:
    titulo = f"{tabla.titulo} ({len(tabla.filas)})"
    if tabla.plegada:
        yield from ("<details>", f"<summary>{titulo}</summary>", "")
    else:
        yield from (f"#### {titulo}", "")
    if tope:
        yield _fila(tabla.cabeza)
        yield _fila("---" for _ in tabla.cabeza)
        for fila in tabla.filas[:tope]:
            yield _fila(_celda(celda, comparacion) for celda in fila)
    if len(tabla.filas) > tope:
        quedan = len(tabla.filas) - tope
        yield from (("",) if tope else ())
        yield f"Y {lengua.contar(quedan, 'más que aquí no cabe', 'más que aquí no caben')}."
    if tabla.plegada:
        yield from ("", "</details>")


def _fila(celdas: Iterable[str]) -> str:
    return "| " + " | ".join(celdas) + " |"


def _celda(celda: Celda, comparacion: Comparacion) -> str:
    texto = _inerte(lengua.en_una_linea(celda.texto, _CELDA))
    enlace = _enlace(celda.lugar, comparacion) if celda.lugar is not None else ""
    return f"[{texto}]({enlace})" if enlace and texto else texto


def _inerte(texto: str) -> str:
    """Un texto que la forja enseña como se escribió, y no obedece."""
    return _MANDA.sub(_NADA, str(escapar_markdown(texto)))


def _enlace(lugar: Ubicacion, comparacion: Comparacion) -> str:
    """El renglón en la forja; vacío si la base no dice dónde está, o si aún no se ha confirmado."""
    revision = lugar.revision or comparacion.hasta
    if not revision or not _FORJA.fullmatch(comparacion.forja):
        return ""
    ruta = quote(f"{comparacion.dentro}{lugar.archivo}")
    return f"{_visor(comparacion.forja)}/blob/{revision}/{ruta}#L{lugar.linea}"


def _a_la_forja(comparacion: Comparacion) -> str:
    if not comparacion.hasta or not _FORJA.fullmatch(comparacion.forja):
        return ""
    return f" ([los archivos]({_visor(comparacion.forja)}/compare/{comparacion.desde}...{comparacion.hasta}))"


def _visor(forja: str) -> str:
    """Donde empiezan las direcciones de archivos: GitLab pone un guion que GitHub y Gitea no."""
    return f"{forja}/-" if "gitlab" in forja.split("/")[2] else forja
