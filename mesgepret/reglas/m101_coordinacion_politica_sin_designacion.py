"""De una coordinación política a quién la designó."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M101")
def coordinacion_politica_sin_designacion(expediente: Expediente) -> Iterator[Hallado]:
    """Sin `designacion` o sin `por`: la Presidencia (R35) o la instancia que ella defina (R33)."""
    for mesa in expediente.mesas.values():
        for coordinacion in mesa.coordinaciones("politico"):
            if not expediente.juzga(coordinacion.desde) or coordinacion.reserva("designacion"):
                continue
            if coordinacion.designacion is None or not coordinacion.designacion.tiene("por"):
                yield (
                    coordinacion.en("designacion", "por"),
                    (
                        f"«{coordinacion.quien}» coordina el nivel político desde el {coordinacion.desde} y no consta "
                        "quién designó esa coordinación: se esperaba la Presidencia, o la instancia que ella defina"
                    ),
                    str(coordinacion.datos["miembro"]),
                )
