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
    """Una meta, su señal, las que contribuyen a ella y cómo van. `honda`: cuántas tiene encima."""

    meta: Meta
    senal: Senal
    ramas: tuple[Rama, ...]
    resumen: str
    honda: int = 0


def arbol(metas: Iterable[Meta], resultado_de: Callable[[Meta], ResultadoDeMeta]) -> list[Rama]:
    """El de unas metas; la que vuelve a aparecer debajo de sí misma se corta ahí."""
    return [_rama(meta, resultado_de, ()) for meta in metas]


def _rama(meta: Meta, resultado_de: Callable[[Meta], ResultadoDeMeta], encima: tuple[str, ...]) -> Rama:
    hasta_aqui = (*encima, meta.id)
    ramas = tuple(_rama(m, resultado_de, hasta_aqui) for m in meta.contribuyentes if m.id not in hasta_aqui)
    como = Counter(rama.senal.palabra for rama in ramas)
    dichas = "; ".join(f"{palabra}, {cuantas}" for palabra, cuantas in como.items())
    contribuyen = "meta contribuye a ella" if len(ramas) == 1 else "metas contribuyen a ella"
    resumen = f"{lengua.contar(len(ramas), contribuyen, contribuyen)}: {dichas}" if ramas else ""
    return Rama(meta, senal(resultado_de(meta)), ramas, resumen, len(encima))
