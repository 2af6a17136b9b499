"""De una sesión celebrada a los analistas que la DIGER tenía en la mesa ese día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M128")
def sesion_sin_analista(expediente: Expediente) -> Iterator[Hallado]:
    """Hay ayuda memoria de la mesa y ese día no estaba asignado ningún analista de la DIGER (R59)."""
    for mesa in expediente.mesas.values():
        if mesa.reserva("diger") or (mesa.diger and mesa.diger.reserva("analistas")):
            continue
        analistas = mesa.diger.analistas if mesa.diger else ()
        for acta in mesa.celebradas:
            if not any(analista.vigente(acta.fecha) for analista in analistas):
                yield (
                    acta.en("nivel"),
                    f"la sesión «{acta.id}» no tuvo analista de la DIGER: no había ninguno asignado el {acta.fecha}",
                    acta.id,
                    (mesa.en("diger", "analistas"),),
                )
