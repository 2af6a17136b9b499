"""De lo que la MCR ya dice a la aprobación que no tiene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D114")
def cambio_en_la_mcr_sin_aprobar(expediente: Expediente) -> Iterator[Hallado]:
    """La MCR del sector dice ya lo que pide una propuesta sin aprobar, que la halló diciendo otra cosa (R31).

    Una meta institucional no pide acto político. No se acusa lo que otra propuesta aprobada dejó así, ni lo que un
    borrador aprueba.
    """
    propuestas = [p for mesa in expediente.mesas.values() for p in mesa.propuestas]
    buenos = [c for p in propuestas if p.aprobacion for c in p.cambios]
    aprobados = {(c.datos["sobre"], c.campo, str(c.a)) for c in buenos}
    for propuesta in propuestas:
        for cambio in () if propuesta.aprobacion else propuesta.cambios:
            dicho = cambio.hoy_dice if cambio.tiene("a") and not cambio.reserva("a") and cambio.del_sector else None
            if dicho is None or not cambio.cumplido_por(dicho[2]) or cambio.cumplido_por(cambio.de):
                continue
            if (cambio.datos["sobre"], cambio.campo, str(cambio.a)) in aprobados:
                continue
            resuelta = propuesta.resuelta
            suerte = f"{_SUERTE[resuelta.resolucion]} el {resuelta.fecha}" if resuelta else "no ha resuelto"
            yield (
                dicho[0].en(*dicho[1]),
                (
                    f"la MCR ya dice «{dicho[2]}» en «{cambio.campo}», como pide la propuesta «{propuesta.titulo}», "
                    f"que el nivel político {suerte}"
                ),
                dicho[0].id,
                (cambio.en("a"), *([resuelta.en("resolucion")] if resuelta else [])),
            )


_SUERTE = {"rechazado": "rechazó", "devuelto": "devolvió"}
