"""De los plazos que se ponen a los que ya habían pasado al ponerlos."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S104")
def plazo_anterior_a_la_sesion(expediente: Expediente) -> Iterator[Hallado]:
    """Plazo de un acuerdo o de un hito anterior a la sesión, o nuevo plazo anterior al día en que se dice.

    El del acuerdo se mira con la fe de erratas que lo haya corregido.
    """
    for acuerdo in expediente.acuerdos.values():
        dia = acuerdo.acta.fecha
        plazo = acuerdo.plazo_vigente(date.max)
        if plazo and plazo < dia:
            mensaje = f"el plazo de «{acuerdo.id}» es el «{plazo}», y la sesión fue el {dia}"
            yield acuerdo.en("plazo"), mensaje, acuerdo.id
        for hito in acuerdo.hitos:
            if hito.plazo and hito.plazo < dia:
                mensaje = f"el plazo de «{acuerdo.id}» para «{hito.que}» es el «{hito.plazo}», y la sesión fue el {dia}"
                yield hito.en("plazo"), mensaje, acuerdo.id
    for entrada in (e for mesa in expediente.mesas.values() for e in mesa.entradas if e.tiene("nuevo_plazo")):
        if entrada.nuevo_plazo and entrada.nuevo_plazo < entrada.fecha:
            mensaje = (
                f"el {entrada.fecha} se da a «{entrada.de_que}» un nuevo plazo que ya pasó: «{entrada.nuevo_plazo}»"
            )
            yield entrada.en("nuevo_plazo"), mensaje, entrada.de_que
