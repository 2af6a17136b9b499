"""De quienes asistieron como representantes a los que ya no estaban acreditados."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Miembro
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A118")
def participante_sin_acreditacion_vigente(expediente: Expediente) -> Iterator[Hallado]:
    """Miembro que asistió como titular o suplente con acreditaciones que ese día ya no regían (R70).

    A quien aún no la tenía lo dice M111; no se mira a delegados e invitados, ni las sesiones de un grupo de trabajo.
    """
    for acta in expediente.actas:
        for participante in acta.participantes if not acta.tiene("grupo") else ():
            quien = participante.miembro
            if not isinstance(quien, Miembro) or not participante.representa or participante.calidad == "delegado":
                continue
            if acta.mesa.acredita(quien, acta.fecha) or acta.mesa.acredita(quien, acta.fin):
                continue
            pasadas = [a for a in quien.acreditaciones if a.hasta and a.hasta < acta.fecha]
            if pasadas:
                ultima = max(pasadas, key=lambda a: str(a.hasta))
                mensaje = (
                    f"«{quien.nombre}» asistió por su institución a la sesión del {acta.fecha}, y su acreditación "
                    f"había terminado el {ultima.hasta}"
                )
                yield participante.en("miembro"), mensaje, acta.sesion.id, (ultima.en("hasta"),)
