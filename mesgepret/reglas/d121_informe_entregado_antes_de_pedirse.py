"""De la entrega de un informe a una solicitud que es posterior."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D121")
def informe_entregado_antes_de_pedirse(expediente: Expediente) -> Iterator[Hallado]:
    """Entregado antes del día de la solicitud (R49)."""
    for mesa in expediente.mesas.values():
        for informe in mesa.informes:
            entrega = informe.entregado.fecha if informe.entregado else None
            if informe.entregado and entrega and informe.fecha and entrega < informe.fecha:
                mensaje = f"el informe se entregó el «{entrega}», antes de pedirse, el «{informe.fecha}»"
                yield informe.entregado.en("fecha"), mensaje, informe.id, (informe.en("fecha"),)
