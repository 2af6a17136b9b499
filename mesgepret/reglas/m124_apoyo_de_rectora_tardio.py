"""De un apoyo pedido a una rectora a si se prestó, y a tiempo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M124")
def apoyo_de_rectora_tardio(expediente: Expediente) -> Iterator[Hallado]:
    """La respuesta lo niega, o es posterior al plazo con que se pidió (R41)."""
    for mesa in expediente.mesas.values():
        for apoyo in mesa.apoyos:
            respuesta, tema = apoyo.respuesta, apoyo.tema
            if respuesta is None or respuesta.fecha is None or tema is None or not expediente.juzga(apoyo.pedido):
                continue
            quien = f"la rectora de «{tema.nombre}»"
            if respuesta.resultado == "negado":
                hecho = f"{quien} negó el {respuesta.fecha} el apoyo que se le pidió el {apoyo.pedido}: «{apoyo.que}»"
                yield respuesta.en("resultado"), hecho, tema.id, (apoyo.en("pedido"),)
            elif apoyo.plazo and respuesta.fecha > apoyo.plazo:
                dias = (respuesta.fecha - apoyo.plazo).days
                hecho = (
                    f"{quien} prestó el {respuesta.fecha} el apoyo que se le pidió para el {apoyo.plazo}, "
                    f"{dias} {'día' if dias == 1 else 'días'} tarde: «{apoyo.que}»"
                )
                yield respuesta.en("fecha"), hecho, tema.id, (apoyo.en("plazo"),)
