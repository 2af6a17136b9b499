"""De los acuerdos a los que no se sabe cuándo se cumplen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S110")
def acuerdo_sin_plazo(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo sin plazo y sin decir por qué no lo tiene, que no se agota en resolver sobre otra cosa."""
    for acuerdo in (a for a in expediente.acuerdos.values() if a.acta.exigible(expediente.hoy)):
        sin_plazo = acuerdo.rige("plazo") is None and acuerdo.rige("sin_plazo") is None
        if sin_plazo and not acuerdo.tiene("resuelve"):
            yield acuerdo.en(), f"el acuerdo «{acuerdo.id}» no tiene plazo, y no dice por qué", acuerdo.id
