"""De las últimas cifras de un indicador a la meta a la que así no llegará."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I153")
def tendencia_que_no_llega(expediente: Expediente) -> Iterator[Hallado]:
    """Indicador que, si sigue como en sus tres o cuatro últimas cifras, no alcanza su meta (R07)."""
    for alerta in de_la_clase(expediente, "tendencia-que-no-llega"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
