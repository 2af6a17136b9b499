"""De una meta y sus contribuyentes a los colores que se contradicen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I156")
def color_que_desdicen_las_de_abajo(expediente: Expediente) -> Iterator[Hallado]:
    """Meta verde de cuyas contribuyentes con color más de la mitad está en rojo, o al revés (R05, R07)."""
    for alerta in de_la_clase(expediente, "color-que-desdicen-las-de-abajo"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
