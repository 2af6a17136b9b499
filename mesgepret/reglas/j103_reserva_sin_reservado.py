"""De la constancia de una reserva al dato que no está reservado."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("J103")
def reserva_sin_reservado(expediente: Expediente) -> Iterator[Hallado]:
    """El `campo` de una reserva no existe en su documento, o ni él ni nada suyo está `reservado`."""
    for raiz in expediente.raices:
        reservados = list(raiz.reservados) if raiz.reservas else []
        for reserva in raiz.reservas:
            ruta, dato = raiz.seguir(reserva.campo)
            if dato is None:
                yield reserva.en("campo"), f"la reserva nombra «{reserva.campo}», y el documento no dice nada ahí"
            elif not any(otra[: len(ruta)] == ruta for otra in reservados):
                mensaje = f"la reserva nombra «{reserva.campo}», y ahí no se escribió «reservado»"
                yield reserva.en("campo"), mensaje, "", (raiz.en(*ruta),)
