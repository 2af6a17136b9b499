"""De una reunión cancelada a la ayuda memoria que la da por celebrada."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A121")
def sesion_cancelada_con_acta(expediente: Expediente) -> Iterator[Hallado]:
    """Convocatoria con `cancelada` y ayuda memoria definitiva de la misma sesión (R83)."""
    for acta in expediente.actas:
        convocatoria = acta.sesion.convocatoria
        if convocatoria and convocatoria.tiene("cancelada") and acta.definitiva:
            dia = convocatoria.cancelada.fecha if convocatoria.cancelada else None
            mensaje = (
                f"la reunión del «{acta.fecha}» consta cancelada{f' el {dia}' if dia else ''}, y tiene ayuda memoria "
                "definitiva"
            )
            yield acta.en("estado"), mensaje, acta.sesion.id, (convocatoria.en("cancelada"),)
