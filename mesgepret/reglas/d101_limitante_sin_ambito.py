"""De una limitante a si es del sector o de una institución."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D101")
def limitante_sin_ambito(expediente: Expediente) -> Iterator[Hallado]:
    """Sin `ambito`: los Lineamientos las piden tanto sectoriales como institucionales (R21)."""
    for mesa in expediente.mesas.values():
        for limitante in mesa.limitantes:
            if not limitante.tiene("ambito"):
                yield (
                    limitante.en(),
                    f"la limitante «{limitante.titulo}» no dice su ámbito: se esperaba sectorial o institucional",
                    limitante.id,
                )
