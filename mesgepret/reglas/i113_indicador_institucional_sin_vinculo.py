"""De un indicador institucional al indicador sectorial al que sirve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I113")
def indicador_institucional_sin_vinculo(expediente: Expediente) -> Iterator[Hallado]:
    """Indicador institucional sin `vinculo` con un indicador sectorial (R18)."""
    for indicador in expediente.indicadores_en_vigor("institucional"):
        if not indicador.vinculos("sectorial") and not indicador.calla("vinculo"):
            yield (
                indicador.en("vinculo"),
                f"el indicador institucional «{indicador.id}» no está vinculado a ningún indicador sectorial",
                indicador.id,
            )
