"""De los pasos de un acuerdo a los que acaban después que él."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S114")
def hito_fuera_de_plazo(expediente: Expediente) -> Iterator[Hallado]:
    """Hito con plazo posterior al del acuerdo, corregido por fe de erratas si la hay."""
    for acuerdo in expediente.acuerdos.values():
        plazo = acuerdo.plazo_vigente(date.max)
        for hito in acuerdo.hitos if plazo else ():
            if plazo and hito.plazo and hito.plazo > plazo:
                mensaje = (
                    f"«{hito.que}» tiene plazo hasta el «{hito.plazo}», y el acuerdo «{acuerdo.id}», hasta el {plazo}"
                )
                yield hito.en("plazo"), mensaje, acuerdo.id, (acuerdo.en("plazo"),)
