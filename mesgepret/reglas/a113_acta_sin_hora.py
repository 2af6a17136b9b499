"""De las ayudas memoria a las que no dicen a qué hora fue la sesión."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A113")
def acta_sin_hora(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria de la mesa sin hora de inicio, ni añadida por fe de erratas (R86); no se juzga la de un grupo."""
    for acta in (a for a in expediente.actas if a.exigible(expediente.hoy)):
        if acta.rige("hora_inicio") is None and not acta.tiene("grupo"):
            yield acta.en(), f"la ayuda memoria del «{acta.fecha}» no dice a qué hora empezó la sesión", acta.sesion.id
