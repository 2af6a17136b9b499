"""De un sector del catálogo a su mesa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M118")
def sector_sin_mesa(expediente: Expediente) -> Iterator[Hallado]:
    """Sin `mesas/<sector>/mesa.yaml` (tampoco sin leer), ni el nombre de otro sector que sí la tiene (R14, R39)."""
    con_mesa = {nombre for sector in expediente.sectores.values() if sector.mesa for nombre in sector.denominaciones}
    en_duda = expediente.en_duda
    if not en_duda <= expediente.sectores.keys():  # la carpeta que no es de ningún sector puede ser la suya
        return
    for sector in expediente.sectores.values():
        if sector.mesa is None and sector.id not in en_duda and con_mesa.isdisjoint(sector.denominaciones):
            yield (
                sector.en("id"),
                f"el sector «{sector.nombre}» no tiene mesa: no existe mesas/{sector.id}/mesa.yaml",
                sector.id,
            )
