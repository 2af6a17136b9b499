"""De los acuerdos abiertos a los que nadie menciona en las dos últimas sesiones."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mesgepret.evaluacion import situacion
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S108")
def acuerdo_en_silencio(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo abierto que surte efecto, del que nada se ha dicho ni en las dos últimas sesiones técnicas ni para ellas.

    Cuentan las técnicas y conjuntas con ayuda memoria, de la mesa y no de un grupo, posteriores al acuerdo; si una trae
    el seguimiento en un anexo, no se sabe y no se avisa. También vale lo dicho entre sesiones o en una política.
    """
    for mesa in expediente.mesas.values():
        de_la_mesa = [a for a in mesa.actas if a.sesion.del_nivel("tecnico") and not a.tiene("grupo")]
        celebradas = [a for a in de_la_mesa if a.fecha <= expediente.hoy]
        ultimas, anterior = celebradas[-2:], celebradas[-3].fecha if len(celebradas) > 2 else date.min
        if len(ultimas) < 2 or any(a.consta("seguimiento") and not a.seguimiento for a in ultimas):
            continue
        penultima, ultima = (a.fecha for a in ultimas)
        for acuerdo in (acuerdo for acuerdo in mesa.acuerdos if acuerdo.acta.fecha < penultima):
            mudo = not acuerdo.rectificado_por and not any(e.fecha > anterior for e in reversed(acuerdo.entradas))
            if mudo and situacion(acuerdo, expediente.hoy).exigible:
                mensaje = (
                    f"«{acuerdo.id}» sigue abierto, y las dos últimas sesiones técnicas, del {penultima} y del "
                    f"{ultima}, no dicen nada de él"
                )
                yield acuerdo.en(), mensaje, acuerdo.id, tuple(a.en("seguimiento") for a in ultimas)
