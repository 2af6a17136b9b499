"""De los acuerdos que seguían abiertos a la ayuda memoria que no habla de ninguno."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import situacion
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S103")
def acta_sin_seguimiento(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria técnica o conjunta de la mesa sin seguimiento, ni en un anexo, habiendo acuerdos abiertos (R91).

    Abierto: de una ayuda memoria definitiva de un día anterior, surtía efecto y todavía se esperaba el de la sesión.
    """
    for acta in (a for a in expediente.actas if a.exigible(expediente.hoy)):
        if acta.consta("seguimiento") or acta.tiene("grupo") or not acta.sesion.del_nivel("tecnico"):
            continue
        firmes = (a for a in acta.mesa.acuerdos if a.acta.fecha < acta.fecha and a.acta.definitiva)
        abiertos = [a.id for a in firmes if not a.rectificado_por and situacion(a, acta.fecha).exigible]
        if abiertos:
            cuantos = "un acuerdo abierto" if len(abiertos) == 1 else f"{len(abiertos)} acuerdos abiertos"
            mensaje = (
                f"la ayuda memoria del «{acta.fecha}» no da seguimiento a nada, y de sesiones anteriores había "
                f"{cuantos}: «{'», «'.join(abiertos[:5])}»{'…' if len(abiertos) > 5 else ''}"
            )
            yield acta.en(), mensaje, acta.sesion.id
