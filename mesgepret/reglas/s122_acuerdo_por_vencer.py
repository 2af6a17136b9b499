"""De los acuerdos abiertos a los que vencen dentro de poco."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S122")
def acuerdo_por_vencer(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo abierto cuyo plazo es hoy o en los quince días que siguen (R07, R91). El que ya pasó es de S117."""
    for alerta in de_la_clase(expediente, "acuerdo-por-vencer"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
