"""De las contribuciones de unas metas a otras a los círculos que forman."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I114")
def contribucion_en_circulo(expediente: Expediente) -> Iterator[Hallado]:
    """Metas que contribuyen unas a otras hasta volver a la primera (R18); cada círculo se dice una vez, entero."""
    for circulo in expediente.circulos:
        metas = [eslabon.padre.id for eslabon in circulo]
        camino = " → ".join(f"«{id}»" for id in (*metas, metas[0]))
        yield (
            circulo[0].en("meta"),
            f"la contribución de la meta «{metas[0]}» vuelve a ella: {camino}",
            metas[0],
            tuple(eslabon.en("meta") for eslabon in circulo[1:]),
        )
