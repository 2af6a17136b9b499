"""De un POA de un año que acabó a la revisión que la mesa no le hizo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D109")
def poa_sin_revision(expediente: Expediente) -> Iterator[Hallado]:
    """POA de un año cerrado sin `revision` (R56)."""
    for mesa in expediente.mesas.values():
        for poa in mesa.poas:
            fin = date(max(1, int(poa.anio)), 12, 31)
            if fin < expediente.hoy and expediente.juzga(fin) and not poa.tiene("revision"):
                mensaje = (
                    f"el año {poa.anio} acabó y no consta que la mesa revisara si el POA de "
                    f"«{poa.institucion.sigla}» es coherente con la MCR"
                )
                yield poa.en("revision"), mensaje, poa.id
