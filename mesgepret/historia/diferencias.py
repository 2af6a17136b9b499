"""De dos valores canónicos a lo que cambió entre ellos: cada cambio, en su ruta de antes y en la de después."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.historia.canonica import canonica

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.lectura.documento import Ruta

AUSENTE = object()
"""Lo que no está: distinto de todo valor."""

_CLAVES = ("id", "anio", "periodo", "punto")
"""Por qué clave se reconoce un elemento de una lista aunque cambie de sitio."""


class Diferencia(NamedTuple):
    """Un valor que cambió, apareció o desapareció (`AUSENTE`). Las rutas son las de cada lado."""

    ruta: Ruta
    ruta_antes: Ruta
    antes: Any
    despues: Any


def diferencias(antes: Any, despues: Any, ruta: Ruta = (), ruta_antes: Ruta = ()) -> Iterator[Diferencia]:
    """Los cambios más hondos: de un mapa, por clave; de una lista, por el id de sus elementos o por su orden."""
    if type(antes) is type(despues) and antes == despues:
        return
    if isinstance(antes, dict) and isinstance(despues, dict):
        for clave in dict.fromkeys([*antes, *despues]):
            yield from diferencias(
                antes.get(clave, AUSENTE), despues.get(clave, AUSENTE), (*ruta, clave), (*ruta_antes, clave)
            )
    elif isinstance(antes, list) and isinstance(despues, list):
        yield from _de_listas(antes, despues, ruta, ruta_antes)
    else:
        yield Diferencia(ruta, ruta_antes, antes, despues)


def _de_listas(antes: list[Any], despues: list[Any], ruta: Ruta, ruta_antes: Ruta) -> Iterator[Diferencia]:
    clave = next((c for c in _CLAVES if _se_reconocen(antes, c) and _se_reconocen(despues, c)), None)
    if clave is None:
        parejas = [(i if i < len(antes) else None, i if i < len(despues) else None)
                   for i in range(max(len(antes), len(despues)))]  # fmt: skip
    else:
        donde = {uno[clave]: i for i, uno in enumerate(antes)}
        parejas = [(donde.pop(uno[clave], None), i) for i, uno in enumerate(despues)]
        parejas += [(i, None) for i in donde.values()]
    for i, j in parejas:
        yield from diferencias(
            AUSENTE if i is None else antes[i], AUSENTE if j is None else despues[j],
            (*ruta, j) if j is not None else ruta, (*ruta_antes, i) if i is not None else ruta_antes,
        )  # fmt: skip


def _se_reconocen(lista: list[Any], clave: str) -> bool:
    valores = [uno.get(clave) for uno in lista if isinstance(uno, dict)]
    return len(valores) == len(lista) and None not in valores and len({str(v) for v in valores}) == len(lista)


def perdidos(antes: list[Any], despues: list[Any]) -> list[int]:
    """Los elementos de una lista que ya no están en la otra, por su índice de antes: lo que se acortó."""
    quedan = Counter(canonica(uno) for uno in despues)
    faltan = []
    for i, uno in enumerate(antes):
        forma = canonica(uno)
        quedan[forma] -= 1
        if quedan[forma] < 0:
            faltan.append(i)
    return faltan
