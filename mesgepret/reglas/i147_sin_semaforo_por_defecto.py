"""De las tablas de semáforo a la que vale mientras nadie nombre otra."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mesgepret.expediente.mcr import Semaforos
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I147")
def sin_semaforo_por_defecto(expediente: Expediente) -> Iterator[Hallado]:
    """Ninguna tabla es `por_defecto`, o lo son dos de un mismo archivo."""
    elegidas = [tabla for tabla in expediente.semaforos.values() if tabla.por_defecto]
    if not elegidas:
        for raiz in expediente.raices:
            if isinstance(raiz, Semaforos):
                yield raiz.en("semaforos"), "ninguna tabla de semáforo está por defecto: se esperaba una", ""
    for antes, despues in pairwise(elegidas):
        if antes.doc.archivo == despues.doc.archivo:
            yield (
                despues.en("por_defecto"),
                f"los semáforos «{antes.id}» y «{despues.id}» están los dos por defecto: se esperaba uno",
                despues.id,
                (antes.en("por_defecto"),),
            )
