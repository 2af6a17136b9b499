"""De lo que una sesión aprueba a lo que solo el nivel político podía aprobar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Acuerdo, Estrategia, Indicador, Meta, Propuesta
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S118")
def resuelve_sin_ser_politico(expediente: Expediente) -> Iterator[Hallado]:
    """Una propuesta, meta, indicador, estrategia o acuerdo que lo requería, aprobado sin el nivel político (R31).

    Lo rechazado o devuelto no se avisa; la aprobación de un plan la dice P109.
    """
    for acuerdo in expediente.acuerdos.values():
        for resolucion in acuerdo.resuelve:
            que = resolucion.sobre
            toca = isinstance(que, (Propuesta, Meta, Indicador, Estrategia)) or (
                isinstance(que, Acuerdo) and que.tiene("requiere_aprobacion")
            )
            if toca and resolucion.resolucion == "aprobado" and not resolucion.politica:
                mensaje = f"«{acuerdo.id}» aprueba «{que.id}» en una sesión en que no tomó parte el nivel político"
                yield resolucion.en("sobre"), mensaje, acuerdo.id, (acuerdo.acta.en("nivel"),)
