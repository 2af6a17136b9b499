"""De un apoyo pedido a una rectora a los días que lleva sin respuesta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M125")
def apoyo_de_rectora_sin_respuesta(expediente: Expediente) -> Iterator[Hallado]:
    """Pedido, y hoy sin `respuesta`; con plazo o sin él (R41)."""
    hoy = expediente.hoy
    for mesa in expediente.mesas.values():
        for apoyo in mesa.apoyos:
            pedido, tema = apoyo.pedido, apoyo.tema
            if (
                apoyo.tiene("respuesta")
                or tema is None
                or pedido is None
                or pedido > hoy
                or not expediente.juzga(pedido)
            ):
                continue
            dias = (hoy - pedido).days
            plazo = f", con plazo hasta el {apoyo.plazo}" if apoyo.plazo else ""
            yield (
                apoyo.en("pedido"),
                (
                    f"el apoyo que se pidió el {pedido} a la rectora de «{tema.nombre}»{plazo}, lleva "
                    f"{dias} {'día' if dias == 1 else 'días'} sin respuesta: «{apoyo.que}»"
                ),
                tema.id,
            )
