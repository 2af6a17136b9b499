"""De los indicadores a los que dejan su meta muy atrás."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I154")
def meta_muy_superada(expediente: Expediente) -> Iterator[Hallado]:
    """Indicador cuyo cumplimiento pasa del 130 % (R07)."""
    for alerta in de_la_clase(expediente, "meta-muy-superada"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
