"""De un porcentaje de avance al menor que se dijo después."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S120")
def avance_que_baja(expediente: Expediente) -> Iterator[Hallado]:
    """Avance menor que el anterior de lo mismo, en otro documento y sin comentario que lo explique."""
    for que in (que for mesa in expediente.mesas.values() for que in mesa.en_seguimiento):
        for antes, entrada in pairwise(entrada for entrada in que.entradas if entrada.avance is not None):
            baja = antes.avance is not None and entrada.avance is not None and entrada.avance < antes.avance
            if baja and not entrada.tiene("comentario") and antes.origen is not entrada.origen:
                mensaje = (
                    f"«{que.id}» llevaba el {antes.fecha} un avance de {antes.avance} %, y el {entrada.fecha}, de "
                    f"«{entrada.avance}» %"
                )
                yield entrada.en("avance"), mensaje, que.id, (antes.en("avance"),)
