"""De un cambio aprobado a lo que la MCR sigue diciendo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import RESERVADO
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D113")
def propuesta_aprobada_fuera_de_la_mcr(expediente: Expediente) -> Iterator[Hallado]:
    """La última propuesta aprobada en firme sobre un campo, y la MCR no dice lo que la propuesta cambia (R19).

    Lo reservado, lo que se aprueba en un borrador y lo que no es un solo valor no se acusa.
    """
    propuestas = (p for mesa in expediente.mesas.values() for p in mesa.propuestas)
    dichas = ((p.aprobacion, c) for p in propuestas if p.aprobacion for c in p.cambios)
    ultimos = {
        (cambio.datos["sobre"], cambio.campo): (aprobacion, cambio)
        for aprobacion, cambio in sorted(dichas, key=lambda dicha: dicha[0].fecha)
    }
    for (sobre, campo), (aprobacion, cambio) in ultimos.items():
        dicho = cambio.hoy_dice
        if aprobacion.provisional or not cambio.tiene("a") or cambio.reserva("a"):
            continue
        if dicho and (isinstance(dicho[2], (dict, list)) or dicho[2] == RESERVADO or cambio.cumplido_por(dicho[2])):
            continue
        if dicho is None:
            hecho = f"«{sobre}» no existe en la MCR"
        else:
            hecho = f"la MCR dice «{dicho[2]}»" if dicho[2] is not None else "la MCR no lo dice"
        yield (
            cambio.en("a"),
            f"se aprobó el {aprobacion.fecha} que «{campo}» de «{sobre}» sea «{cambio.a}», y {hecho}",
            cambio.propuesta.id,
            (aprobacion.en("resolucion"), *([dicho[0].en(*dicho[1])] if dicho else [])),
        )
