"""De los acuerdos abiertos a los que han cambiado de plazo más de una vez."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S116")
def plazo_dos_veces_reprogramado(expediente: Expediente) -> Iterator[Hallado]:
    """Lo que sigue abierto y lleva dos o más nuevos plazos: cuántos, y de cuándo a cuándo."""
    for alerta in de_la_clase(expediente, "plazo-dos-veces-reprogramado"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
