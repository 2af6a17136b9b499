"""De las entradas de seguimiento a las que tratan de lo que es de otra mesa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S105")
def seguimiento_de_otra_mesa(expediente: Expediente) -> Iterator[Hallado]:
    """Entrada de seguimiento sobre un acuerdo, actividad o curso de otra mesa: allí no cuenta (R91)."""
    for mesa in expediente.mesas.values():
        for entrada in mesa.entradas:
            if entrada.ajena:
                mensaje = f"«{entrada.de_que}» es de otra mesa, y la de {mesa.nombre} no puede darle seguimiento"
                yield entrada.en("sobre"), mensaje, entrada.de_que, (entrada.sobre.en(),)
