"""De los responsables de un acuerdo a los que ese día no eran de la mesa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Institucion, Miembro
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A104")
def responsable_fuera_de_mesa(expediente: Expediente) -> Iterator[Hallado]:
    """Responsable de un acuerdo o de un hito que el día de la sesión no tenía acreditación, o no integraba la mesa.

    Una institución integra la mesa si es de su sector, acredita a alguien, es rectora de un tema que la mesa aborda o
    es la DIGER. La que ya no existía es de A131; los grupos y los nombres escritos como texto no se juzgan.
    """
    for acuerdo in expediente.acuerdos.values():
        mesa, dia, ultimo = acuerdo.acta.mesa, acuerdo.acta.fecha, acuerdo.acta.fin
        for pieza, quien in acuerdo.encargos:
            if isinstance(quien, Miembro) and not mesa.acredita(quien, dia) and not mesa.acredita(quien, ultimo):
                mensaje = (
                    f"«{quien.nombre}» responde de «{acuerdo.id}», y el {dia} no tenía ninguna acreditación vigente"
                )
                lugar = quien.por_que_no(dia)
            elif isinstance(quien, Institucion) and not mesa.integra(quien, dia) and not quien.suprimida(dia):
                mensaje = (
                    f"«{quien.nombre}» responde de «{acuerdo.id}», y el {dia} no integraba la mesa de {mesa.nombre}"
                )
                lugar = quien.en("sectores")
            else:
                continue
            yield pieza.donde("responsables", quien.id), mensaje, acuerdo.id, (lugar,)
