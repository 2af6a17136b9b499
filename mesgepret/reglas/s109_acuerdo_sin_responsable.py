"""De los acuerdos a los que nadie tiene a su cargo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S109")
def acuerdo_sin_responsable(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo sin responsables, ni añadidos por fe de erratas, que no se agota en resolver sobre otra cosa."""
    for acuerdo in (a for a in expediente.acuerdos.values() if a.acta.exigible(expediente.hoy)):
        if acuerdo.rige("responsables") is None and not acuerdo.tiene("resuelve"):
            yield acuerdo.en(), f"el acuerdo «{acuerdo.id}» no dice quién responde de él", acuerdo.id
