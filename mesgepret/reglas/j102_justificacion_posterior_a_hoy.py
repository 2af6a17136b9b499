"""De una justificación a un día que aún no llega."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("J102")
def justificacion_posterior_a_hoy(expediente: Expediente) -> Iterator[Hallado]:
    """Justificación con fecha posterior al día en que se mira."""
    for raiz in expediente.raices:
        for justificacion in raiz.justificaciones:
            if justificacion.fecha and justificacion.fecha > expediente.hoy:
                mensaje = f"la justificación de «{justificacion.regla}» dice el «{justificacion.fecha}», y hoy es"
                yield justificacion.en("fecha"), f"{mensaje} {expediente.hoy}", justificacion.sobre
