"""De una limitante dada por superada a la sesión que lo supo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Acuerdo
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D120")
def limitante_superada_sin_constancia(expediente: Expediente) -> Iterator[Hallado]:
    """Superada, sin que la nombre ninguna ayuda memoria posterior a la sesión en que se identificó (R46).

    Nombrarla es decir su id, el de una estrategia suya o el de un curso. Sin esa sesión no se sabe desde cuándo mirar.
    """
    for mesa in expediente.mesas.values():
        for limitante in mesa.limitantes:
            origen = limitante.identificada_en
            if origen is None or limitante.estado != "superada":
                continue
            sesion = origen.acta.sesion if isinstance(origen, Acuerdo) else origen
            despues = [acta for acta in mesa.actas if acta.sesion.momento > sesion.momento]
            if not any(acta.nombra(limitante.id) for acta in despues):
                mensaje = (
                    f"la limitante «{limitante.titulo}», identificada el {sesion.fecha}, consta como superada, y "
                    "ninguna ayuda memoria posterior la nombra"
                )
                yield limitante.en("estado"), mensaje, limitante.id, (limitante.en("identificada_en"),)
