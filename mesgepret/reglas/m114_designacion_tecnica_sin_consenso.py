"""De una designación técnico-operativa a las instituciones que la consintieron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M114")
def designacion_tecnica_sin_consenso(expediente: Expediente) -> Iterator[Hallado]:
    """Sin `designacion`, o con una que no dice quiénes `consintieron` (R75, T3)."""
    for mesa in expediente.mesas.values():
        for coordinacion in mesa.coordinaciones("tecnico"):
            acto = coordinacion.designacion
            consta = acto.tiene("consintieron") if acto else coordinacion.reserva("designacion")
            if not consta and expediente.juzga(coordinacion.designada):
                yield (
                    coordinacion.en("designacion", "consintieron"),
                    (
                        f"la designación de «{coordinacion.quien}» en la coordinación técnico-operativa no dice qué "
                        "instituciones la consintieron: se esperaba el consenso de las de la mesa"
                    ),
                    str(coordinacion.datos["miembro"]),
                )
