"""De una meta a la institución que responde por ella."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I107")
def meta_sin_responsable(expediente: Expediente) -> Iterator[Hallado]:
    """Meta presidencial o sectorial sin `responsable` (R09); por la institucional responde la de su archivo."""
    for meta in expediente.metas_en_vigor("presidencial", "sectorial"):
        if not meta.tiene("responsable"):
            yield (
                meta.en("responsable"),
                f"la meta {meta.nivel} «{meta.id}» no dice qué institución responde por ella",
                meta.id,
            )
