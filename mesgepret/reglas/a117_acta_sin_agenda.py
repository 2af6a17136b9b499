"""De las ayudas memoria a las que no dicen de qué se trató."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A117")
def acta_sin_agenda(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria de la mesa sin agenda de trabajo, ni añadida por fe de erratas (R89); no las de un grupo."""
    for acta in (a for a in expediente.actas if a.exigible(expediente.hoy)):
        if acta.rige("agenda") is None and not acta.tiene("grupo"):
            yield acta.en(), f"la ayuda memoria del «{acta.fecha}» no trae la agenda de trabajo", acta.sesion.id
