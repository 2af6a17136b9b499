"""De una propuesta consensuada a la decisión política que aún no llega."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D105")
def propuesta_pendiente(expediente: Expediente) -> Iterator[Hallado]:
    """Consensuada en una sesión ya celebrada, y sin que el nivel político la resolviera desde entonces (R31)."""
    for mesa in expediente.mesas.values():
        for propuesta in mesa.propuestas:
            consenso = propuesta.consensuada_en
            if consenso is None or consenso.fecha > expediente.hoy:
                continue
            if propuesta.resuelta is None or propuesta.resuelta.fecha < consenso.fecha:
                dias = (expediente.hoy - consenso.fecha).days
                mensaje = (
                    f"la propuesta «{propuesta.titulo}» se consensuó el {consenso.fecha} y espera desde entonces al "
                    f"nivel político: {dias} días"
                )
                yield propuesta.en("consensuada_en"), mensaje, propuesta.id
