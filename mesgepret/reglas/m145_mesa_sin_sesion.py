"""De las sesiones de una mesa a los días que lleva sin ninguna."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M145")
def mesa_sin_sesion(expediente: Expediente) -> Iterator[Hallado]:
    """Mesa cuya última sesión acabó hace noventa días o más, o de la que no consta ninguna desde hace tantos (R07)."""
    for alerta in de_la_clase(expediente, "mesa-sin-sesion"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
