"""De un plan en curso a los productos que ya debía haber dado."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P122")
def producto_sin_entregar(expediente: Expediente) -> Iterator[Hallado]:
    """Producto cuyas actividades, en el plan que rige, debieron acabar, y que en la mesa no consta (R07, R43–R48)."""
    for alerta in de_la_clase(expediente, "producto-sin-entregar"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
