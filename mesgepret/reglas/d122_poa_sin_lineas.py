"""De un POA a las líneas que no trae."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D122")
def poa_sin_lineas(expediente: Expediente) -> Iterator[Hallado]:
    """POA con la lista de líneas vacía (R56)."""
    for mesa in expediente.mesas.values():
        for poa in mesa.poas:
            if not poa.lineas:
                mensaje = f"el POA {poa.anio} de «{poa.institucion.sigla}» no trae ninguna línea que cotejar con la MCR"
                yield poa.en("lineas"), mensaje, poa.id
