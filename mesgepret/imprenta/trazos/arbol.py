"""De unas metas al árbol de lo que las sostiene: cada una con su señal, y debajo las que contribuyen a ella."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.imprenta import lengua
from mesgepret.imprenta.trazos.luces import Senal, senal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mesgepret.evaluacion import ResultadoDeMeta
    from mesgepret.expediente import Meta


class Rama(NamedTuple):
    """Una meta, su señal, las que contribuyen a ella y cómo van; sin `ramas`, si el árbol se corta ahí.

    `honda`: cuántas tiene encima.
    """

    meta: Meta
    senal: Senal
    ramas: tuple[Rama, ...]
    resumen: str
    honda: int = 0


def arbol(metas: Iterable[Meta], resultado_de: Callable[[Meta], ResultadoDeMeta], niveles: int) -> list[Rama]:
    """El de unas metas, hasta esos niveles; la que vuelve a aparecer debajo de sí misma se corta ahí."""
    return [_rama(meta, resultado_de, (), niveles) for meta in metas]


def _rama(meta: Meta, resultado_de: Callable[[Meta], ResultadoDeMeta], encima: tuple[str, ...], niveles: int) -> Rama:
    hasta_aqui = (*encima, meta.id)
    debajo = [m for m in meta.contribuyentes if m.id not in hasta_aqui]
    como = Counter(senal(resultado_de(m)).palabra for m in debajo)
    dichas = "; ".join(f"{palabra}, {cuantas}" for palabra, cuantas in como.items())
    resumen = f"{lengua.contar(len(debajo), 'meta contribuye', 'metas contribuyen')} a ella: {dichas}" if debajo else ""
    ramas = tuple(_rama(m, resultado_de, hasta_aqui, niveles - 1) for m in debajo) if niveles > 1 else ()
    return Rama(meta, senal(resultado_de(meta)), ramas, resumen, len(encima))
