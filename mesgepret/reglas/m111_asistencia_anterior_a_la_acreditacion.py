"""De quien asistió a una sesión al día en que empezó su acreditación."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M111")
def asistencia_anterior_a_la_acreditacion(expediente: Expediente) -> Iterator[Hallado]:
    """Todas sus acreditaciones empiezan después de la sesión de la mesa a la que asistió como representante (R70).

    Quien asistió de invitado o de asesor no representaba a nadie; quien ya no la tenía vigente es otro caso.
    """
    for mesa in expediente.mesas.values():
        for acta in mesa.actas:
            for participante in acta.participantes if not acta.tiene("grupo") else ():
                primera = participante.primera_acreditacion
                if primera and primera.desde and acta.fin < primera.desde and participante.representa:
                    yield (
                        participante.en("miembro"),
                        (
                            f"«{participante.miembro.nombre}» asistió a la sesión del {acta.fecha} y su acreditación "
                            f"empezó el {primera.desde}: se acredita antes de trabajar en la mesa"
                        ),
                        participante.miembro.id,
                        (primera.en("desde"),),
                    )
