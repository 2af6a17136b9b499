"""De una actividad a quien responde de ella sin estar en la mesa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Institucion, Miembro
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P119")
def actividad_de_un_responsable_fuera_de_mesa(expediente: Expediente) -> Iterator[Hallado]:
    """Responsable que en algún momento de la actividad no está en la mesa (R64).

    Un miembro, algún día sin acreditación; una institución, ni del sector ni acreditante el día en que empieza. De
    quien consta solo por su nombre, de un grupo o de un analista no se dice nada.
    """
    for plan in expediente.planes:
        for actividad in plan.actividades:
            desde = actividad.inicio or actividad.fin
            if desde is None:
                continue
            hasta = actividad.fin or desde
            for quien in actividad.responsables:
                if isinstance(quien, Miembro) and (dia := quien.sin_acreditar(desde, hasta)):
                    mensaje = f"«{quien.nombre}» responde de «{actividad.actividad}» del {desde} al {hasta}"
                    mensaje += f", y el {dia} no está acreditado"
                    yield actividad.en("responsables"), mensaje, actividad.id, (quien.por_que_no(dia),)
                elif isinstance(quien, Institucion) and not plan.mesa.integra(quien, desde):
                    mensaje = f"«{quien.sigla}» responde de «{actividad.actividad}», y el {desde} no es de la mesa"
                    yield actividad.en("responsables"), mensaje, actividad.id, (quien.en("sectores"),)
