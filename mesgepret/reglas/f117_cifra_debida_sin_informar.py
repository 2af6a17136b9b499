"""De los periodos con meta a las cifras que ya se exigen y nadie dio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F117")
def cifra_debida_sin_informar(expediente: Expediente) -> Iterator[Hallado]:
    """Periodo con meta, pasado su rezago, sin cifra y sin que se diga por qué falta (R07, R25)."""
    for alerta in de_la_clase(expediente, "cifra-debida-sin-informar"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
