"""De una limitante a las metas que frena."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D102")
def limitante_sin_meta(expediente: Expediente) -> Iterator[Hallado]:
    """Sin `metas`: es limitante porque puede frenar alguna (R21)."""
    for mesa in expediente.mesas.values():
        for limitante in mesa.limitantes:
            if not limitante.tiene("metas"):
                yield (
                    limitante.en("metas"),
                    f"la limitante «{limitante.titulo}» no señala ninguna meta a la que afecte",
                    limitante.id,
                )
