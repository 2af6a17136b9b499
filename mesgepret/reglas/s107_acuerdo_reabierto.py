"""De lo que se dio por cerrado a la entrada que lo vuelve a abrir."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S107")
def acuerdo_reabierto(expediente: Expediente) -> Iterator[Hallado]:
    """Entrada que devuelve a pendiente o en proceso lo que ya constaba cumplido o sin efecto."""
    for que in (que for mesa in expediente.mesas.values() for que in mesa.en_seguimiento):
        for antes, entrada in pairwise(que.entradas):
            if antes.cierra and not entrada.cierra and antes.origen is not entrada.origen:
                mensaje = (
                    f"«{que.id}» constaba «{antes.estado}» desde el {antes.fecha}, y el {entrada.fecha} vuelve a estar "
                    f"«{entrada.estado}»"
                )
                yield entrada.en("estado"), mensaje, que.id, (antes.en("estado"),)
