"""De un indicador a su lugar en la cadena de valor público."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I109")
def indicador_sin_eslabon(expediente: Expediente) -> Iterator[Hallado]:
    """Indicador sin `eslabon` (R12)."""
    for indicador in expediente.indicadores_en_vigor():
        if not indicador.tiene("eslabon"):
            yield (
                indicador.en("eslabon"),
                f"el indicador «{indicador.id}» no dice en qué eslabón de la cadena de valor se ubica",
                indicador.id,
            )
