"""De los años ya cerrados en que la mesa sesionó a los que ningún plan cubre."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P101")
def anio_sin_plan(expediente: Expediente) -> Iterator[Hallado]:
    """Año cerrado al corte con sesiones celebradas de la mesa y sin un plan que rija siquiera un día de él (R61).

    Cuentan las sesiones con ayuda memoria, no las de sus grupos, desde que se juzga.
    """
    desde = expediente.repositorio.juzga_desde or date.min
    for mesa in expediente.mesas.values():
        celebradas = [acta for acta in mesa.actas if not acta.tiene("grupo") and acta.fecha >= desde]
        for anio, suyas in groupby(celebradas, key=lambda acta: acta.fecha.year):
            actas = list(suyas)
            if anio < expediente.hoy.year and not any(plan.cubre(anio) for plan in mesa.planes):
                cuantas = "una sesión" if len(actas) == 1 else f"{len(actas)} sesiones"
                mensaje = f"en «{anio}» la mesa celebró {cuantas}, y ningún Plan de Trabajo rige ese año"
                yield mesa.en(), mensaje, mesa.id, (actas[0].en(),)
