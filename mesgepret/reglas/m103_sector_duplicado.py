"""De los nombres de los sectores a los que dicen dos veces el mismo."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M103")
def sector_duplicado(expediente: Expediente) -> Iterator[Hallado]:
    """Dos sectores con un nombre o alias igual, sin mirar tildes, mayúsculas ni espacios de más (R39)."""
    for uno, otro in combinations(expediente.sectores.values(), 2):
        suyas, ajenas = otro.denominaciones, uno.denominaciones
        comun = next((nombre for nombre in suyas if nombre in ajenas), None)
        if comun is not None:
            escrito, clave = suyas[comun]
            yield (
                otro.en(*clave),
                (
                    f"el sector «{otro.id}» se llama «{escrito}», como el sector «{uno.id}»: el que tiene dos "
                    "ubicaciones se escribe una sola vez"
                ),
                otro.id,
                (uno.en(*ajenas[comun][1]),),
            )
