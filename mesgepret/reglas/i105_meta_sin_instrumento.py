"""De una meta al documento en que se basa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I105")
def meta_sin_instrumento(expediente: Expediente) -> Iterator[Hallado]:
    """Meta en vigor que no dice en qué instrumento se basa (R06)."""
    for meta in expediente.metas_en_vigor():
        if not meta.tiene("instrumentos"):
            yield meta.en("instrumentos"), f"la meta «{meta.id}» no dice en qué instrumento se basa", meta.id
