"""De los acuerdos abiertos a los que nadie menciona en las dos últimas sesiones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S108")
def acuerdo_en_silencio(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo abierto que surte efecto, del que nada se ha dicho ni en las dos últimas sesiones técnicas ni para ellas.

    Cuentan las técnicas y conjuntas con ayuda memoria, de la mesa y no de un grupo, posteriores al acuerdo; si una trae
    el seguimiento en un anexo, no se sabe y no se avisa. También vale lo dicho entre sesiones o en una política.
    """
    for alerta in de_la_clase(expediente, "acuerdo-en-silencio"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
