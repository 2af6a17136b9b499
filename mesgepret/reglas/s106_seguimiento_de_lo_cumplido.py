"""De lo que ya constaba cerrado a la entrada que lo vuelve a cerrar."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mesgepret.expediente import Acta
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S106")
def seguimiento_de_lo_cumplido(expediente: Expediente) -> Iterator[Hallado]:
    """Entrada que da por cumplido o sin efecto lo que ya constaba así en una ayuda memoria anterior.

    No se avisa si lo anterior se dijo entre sesiones o en un borrador: entonces la mesa lo conoce ahora.
    """
    for que in (que for mesa in expediente.mesas.values() for que in mesa.en_seguimiento):
        for antes, entrada in pairwise(que.entradas):
            conocido = isinstance(antes.origen, Acta) and antes.origen.definitiva and antes.origen is not entrada.origen
            if conocido and antes.cierra and entrada.cierra:
                mensaje = (
                    f"se da «{que.id}» por «{entrada.estado}» el {entrada.fecha}, y ya constaba «{antes.estado}» "
                    f"desde el {antes.fecha}"
                )
                yield entrada.en("estado"), mensaje, que.id, (antes.en("estado"),)
