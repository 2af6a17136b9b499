"""De un indicador sectorial al indicador presidencial al que sirve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I111")
def indicador_sectorial_sin_vinculo(expediente: Expediente) -> Iterator[Hallado]:
    """Indicador sectorial sin `vinculo` con un indicador presidencial (R17)."""
    for indicador in expediente.indicadores_en_vigor("sectorial"):
        if not indicador.vinculos("presidencial") and not indicador.calla("vinculo"):
            yield (
                indicador.en("vinculo"),
                f"el indicador sectorial «{indicador.id}» no está vinculado a ningún indicador presidencial",
                indicador.id,
            )
