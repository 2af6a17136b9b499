"""De una sesión celebrada a la coordinación política que regía ese día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M107")
def sesion_sin_coordinacion_politica(expediente: Expediente) -> Iterator[Hallado]:
    """Hay ayuda memoria de la mesa y ese día no regía ninguna coordinación política (R57)."""
    for mesa in expediente.mesas.values():
        for acta in mesa.celebradas_sin_coordinacion("politico"):
            yield (
                acta.en("nivel"),
                f"la sesión «{acta.id}» no tuvo coordinación política: no regía ninguna el {acta.fecha}",
                acta.id,
                (mesa.en("politico", "coordinacion"),),
            )
