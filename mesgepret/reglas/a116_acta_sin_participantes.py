"""De las ayudas memoria a las que no dicen quiénes asistieron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A116")
def acta_sin_participantes(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria de la mesa sin lista de participantes, ni en un anexo que la contenga (R88)."""
    for acta in (a for a in expediente.actas if a.exigible(expediente.hoy)):
        if not acta.consta("participantes") and not acta.tiene("grupo"):
            yield acta.en(), f"la ayuda memoria del «{acta.fecha}» no dice quiénes asistieron", acta.sesion.id
