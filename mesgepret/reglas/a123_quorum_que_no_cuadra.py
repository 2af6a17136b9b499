"""Del quórum que se dio por comprobado a los presentes que constan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A123")
def quorum_que_no_cuadra(expediente: Expediente) -> Iterator[Hallado]:
    """Más presentes en el quórum que en la lista de participantes, o quórum comprobado con menos de los requeridos.

    En la lista puede haber más: los invitados asisten y no hacen quórum.
    """
    for acta in expediente.actas:
        quorum = acta.quorum
        if quorum is None or quorum.presentes is None:
            continue
        constan = acta.asistentes
        if constan is not None and quorum.presentes > constan:
            mensaje = (
                f"el quórum cuenta «{quorum.presentes}» presentes, y en la lista de participantes constan {constan}"
            )
            yield quorum.en("presentes"), mensaje, acta.sesion.id, (acta.en("participantes"),)
        if quorum.comprobado and quorum.requerido is not None and quorum.presentes < quorum.requerido:
            mensaje = (
                f"el quórum se dio por comprobado con {quorum.presentes} presentes, y se requerían {quorum.requerido}"
            )
            yield quorum.en("comprobado"), mensaje, acta.sesion.id
