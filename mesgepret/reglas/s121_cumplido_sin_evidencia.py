"""De los acuerdos que se dan por cumplidos a los que no dicen cómo se sabe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Acuerdo
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S121")
def cumplido_sin_evidencia(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo que se da por cumplido sin evidencia ni comentario.

    No se mira el que otro resolvió, que es su constancia, ni las actividades y cursos, que dicen en su plan qué dejan.
    """
    for entrada in (entrada for mesa in expediente.mesas.values() for entrada in mesa.entradas):
        que = entrada.sobre
        toca = not que.resoluciones if isinstance(que, Acuerdo) else not entrada.tiene("sobre")
        if toca and entrada.estado == "cumplido" and not entrada.tiene("evidencia") and not entrada.tiene("comentario"):
            mensaje = f"«{entrada.de_que}» se da por cumplido, sin evidencia ni comentario que lo diga"
            yield entrada.en("estado"), mensaje, entrada.de_que
