"""De una reunión convocada y ya pasada a la ayuda memoria que falta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A102")
def reunion_sin_ayuda_memoria(expediente: Expediente) -> Iterator[Hallado]:
    """Convocatoria ni cancelada ni reprogramada por otra, sin ayuda memoria al octavo día (R83); no si es de A101."""
    for sesion in expediente.sesiones.values():
        convocatoria = sesion.convocatoria
        if convocatoria is None or sesion.acta is not None or expediente.hoy <= sesion.limite_acta:
            continue
        if not convocatoria.tiene("cancelada") and not sesion.reprogramada_por and not sesion.citas:
            dias = (expediente.hoy - sesion.fecha).days
            mensaje = (
                f"la reunión convocada para el «{sesion.fecha}» no tiene ayuda memoria {dias} días después, ni se dice "
                "que se cancelara o se reprogramara"
            )
            yield convocatoria.en(), mensaje, sesion.id
