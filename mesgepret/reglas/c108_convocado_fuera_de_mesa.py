"""De los convocados a una reunión a los que ese día no eran de la mesa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Institucion, Miembro
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("C108")
def convocado_fuera_de_mesa(expediente: Expediente) -> Iterator[Hallado]:
    """Miembro convocado sin acreditación vigente el día de la reunión, o institución que no integra la mesa ese día.

    Los invitados, que se escriben como texto, y los grupos de trabajo no se miran.
    """
    for sesion in expediente.sesiones.values():
        convocatoria = sesion.convocatoria
        if convocatoria is None:
            continue
        for quien in convocatoria.convocados:
            if isinstance(quien, Miembro) and not quien.vigentes(sesion.fecha):
                mensaje = f"se convoca a «{quien.nombre}», que el {sesion.fecha} no tiene acreditación vigente"
                lugar = quien.por_que_no(sesion.fecha)
            elif isinstance(quien, Institucion) and not sesion.mesa.integra(quien, sesion.fecha):
                mensaje = (
                    f"se convoca a «{quien.nombre}», que el {sesion.fecha} no integra la mesa de {sesion.mesa.nombre}"
                )
                lugar = quien.en("sectores")
            else:
                continue
            yield convocatoria.donde("convocados", quien.id), mensaje, sesion.id, (lugar,)
