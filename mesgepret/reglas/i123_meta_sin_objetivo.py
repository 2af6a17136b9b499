"""De una meta al objetivo que hace medible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I123")
def meta_sin_objetivo(expediente: Expediente) -> Iterator[Hallado]:
    """Meta en vigor sin `resultado`: no enuncia el objetivo de su nivel (R99)."""
    for meta in expediente.metas_en_vigor():
        if not meta.tiene("resultado"):
            yield meta.en("resultado"), f"la meta {meta.nivel} «{meta.id}» no enuncia el objetivo que mide", meta.id
