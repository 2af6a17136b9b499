"""De los acuerdos de una sesión a los que no dicen qué resultado se espera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S101")
def acuerdo_sin_resultado(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo sin su resultado relevante, ni añadido por fe de erratas (R90)."""
    for acuerdo in (a for a in expediente.acuerdos.values() if a.acta.exigible(expediente.hoy)):
        if acuerdo.rige("resultado") is None:
            yield acuerdo.en(), f"el acuerdo «{acuerdo.id}» no dice su resultado relevante", acuerdo.id
