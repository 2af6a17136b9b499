"""De los responsables de un acuerdo a las instituciones que ya no existían."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Institucion
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A131")
def encargo_a_institucion_suprimida(expediente: Expediente) -> Iterator[Hallado]:
    """Institución responsable de un acuerdo o de un hito que ya no existía el día de la sesión (T5)."""
    for acuerdo in expediente.acuerdos.values():
        dia = acuerdo.acta.fecha
        for pieza, quien in acuerdo.encargos:
            if isinstance(quien, Institucion) and quien.vigencia and quien.suprimida(dia):
                vigencia = quien.vigencia
                mensaje = (
                    f"«{acuerdo.id}» se encargó el {dia} a «{quien.nombre}», que existió hasta el {vigencia.hasta}"
                )
                mensaje += f"; la sucedió «{vigencia.sucesora.nombre}»" if vigencia.sucesora else ""
                yield pieza.donde("responsables", quien.id), mensaje, acuerdo.id, (vigencia.en("hasta"),)
