"""De una sesión celebrada al equipo de apoyo que la mesa tenía ese día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M129")
def sesion_sin_equipo_de_apoyo(expediente: Expediente) -> Iterator[Hallado]:
    """Hay ayuda memoria de la mesa y ese día nadie integraba su equipo de apoyo (R67)."""
    for mesa in expediente.mesas.values():
        if mesa.reserva("equipo_apoyo") or (mesa.equipo_apoyo and mesa.equipo_apoyo.reserva("integrantes")):
            continue
        integrantes = mesa.equipo_apoyo.integrantes if mesa.equipo_apoyo else ()
        for acta in mesa.celebradas:
            if not any(integrante.vigente(acta.fecha) for integrante in integrantes):
                yield (
                    acta.en("nivel"),
                    f"la sesión «{acta.id}» no tuvo equipo de apoyo: nadie lo integraba el {acta.fecha}",
                    acta.id,
                    (mesa.en("equipo_apoyo", "integrantes"),),
                )
