"""De una ayuda memoria en borrador a los días que lleva así."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A103")
def borrador_viejo(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria aún en borrador al octavo día del fin de la sesión (R84)."""
    for acta in expediente.actas:
        if acta.estado == "borrador" and expediente.hoy > acta.limite_distribucion:
            dias = (expediente.hoy - acta.fin).days
            yield (
                acta.en("estado"),
                f"la ayuda memoria sigue en «borrador» {dias} días después de la sesión, que acabó el {acta.fin}",
                acta.sesion.id,
            )
