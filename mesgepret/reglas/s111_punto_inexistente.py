"""De los acuerdos y la correspondencia al punto de agenda que dicen y no está."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.expediente import Acuerdo
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S111")
def punto_inexistente(expediente: Expediente) -> Iterator[Hallado]:
    """`punto` de un acuerdo o de la correspondencia que no está en la agenda de su ayuda memoria (R89, R90)."""
    for acta in expediente.actas:
        puntos = {punto.punto for punto in acta.agenda}
        piezas: tuple[Any, ...] = (*acta.acuerdos, *acta.correspondencia)
        for pieza in piezas if puntos and not acta.con_errata("agenda") else ():
            corregido = isinstance(pieza, Acuerdo) and pieza.con_errata("punto")
            if pieza.punto is not None and pieza.punto not in puntos and not corregido:
                que = f"el acuerdo «{pieza.id}»" if isinstance(pieza, Acuerdo) else "una correspondencia"
                mensaje = f"{que} es del punto «{pieza.punto}», que no está en la agenda de su ayuda memoria"
                yield pieza.en("punto"), mensaje, acta.sesion.id, (acta.en("agenda"),)
