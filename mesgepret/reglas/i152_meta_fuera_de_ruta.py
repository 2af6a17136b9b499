"""De los resultados de las metas a las que no van por su camino."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I152")
def meta_fuera_de_ruta(expediente: Expediente) -> Iterator[Hallado]:
    """Meta en rojo o, donde nada se programó en el año, por detrás de la recta que va a su meta final (R07)."""
    for alerta in de_la_clase(expediente, "meta-fuera-de-ruta"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
