"""De un plan de la mesa a otro que rige los mismos días."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P117")
def planes_solapados(expediente: Expediente) -> Iterator[Hallado]:
    """Dos planes de la mesa vigentes a la vez (R61)."""
    for mesa in expediente.mesas.values():
        en_orden = sorted((p.desde, p.hasta, i, p) for i, p in enumerate(mesa.planes) if p.desde and p.hasta)
        for (_, antes, _, otro), (desde, hasta, _, plan) in pairwise(en_orden):
            if desde <= antes:
                mensaje = f"del {desde} al {min(antes, hasta)} rigen a la vez los planes «{otro.id}» y «{plan.id}»"
                yield plan.en("desde"), mensaje, plan.id, (otro.en("hasta"),)
