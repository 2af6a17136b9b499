"""De los acuerdos abiertos a los que ya pasó su plazo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S117")
def acuerdo_vencido(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo abierto cuyo plazo, con sus reprogramaciones y erratas, pasó: cuántos días, y de quién (R07, R91).

    El que nació vencido es de S104; no se avisa del que otro rectificó.
    """
    for alerta in de_la_clase(expediente, "acuerdo-vencido"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
