"""De una comparación a los renglones que se leen en la terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.imprenta.cambios.bloques import capitulos, entre_que, resumen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.historia import Comparacion
    from mesgepret.imprenta.cambios.bloques import Capitulo, Tabla


def en_texto(comparacion: Comparacion) -> str:
    """Qué se compara y el resumen; después, capítulo a capítulo. Si no hay nada que decir, una línea."""
    if comparacion.nada:
        return f"{resumen(comparacion)} Se comparó {entre_que(comparacion)}.\n"
    renglones = [f"Se compara {entre_que(comparacion)}.", resumen(comparacion)]
    for capitulo in capitulos(comparacion):
        renglones += ["", *_capitulo(capitulo)]
    return "\n".join(renglones) + "\n"


def _capitulo(capitulo: Capitulo) -> Iterator[str]:
    yield capitulo.titulo
    if capitulo.nota:
        yield f"  {capitulo.nota}"
    for tabla in capitulo.tablas:
        yield f"  {tabla.titulo} ({len(tabla.filas)})"
        yield from (f"    {renglon}" for renglon in _filas(tabla))


def _filas(tabla: Tabla) -> Iterator[str]:
    for fila in tabla.filas:
        yield " · ".join(" ".join(celda.texto.split()) for celda in fila if celda.texto)
