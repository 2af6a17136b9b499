"""De los plazos que se ponen a los que ya habían pasado al ponerlos."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

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
        plazos: list[tuple[str, Any, date | None]] = [("", acuerdo, acuerdo.plazo_vigente(date.max))]
        plazos += [(f" para «{hito.que}»", hito, hito.plazo) for hito in acuerdo.hitos]
        for que, pieza, plazo in plazos:
            if plazo and plazo < dia:
                mensaje = f"el plazo de «{acuerdo.id}»{que} es el «{plazo}», y la sesión fue el {dia}"
                yield pieza.en("plazo"), mensaje, acuerdo.id
    for entrada in (entrada for mesa in expediente.mesas.values() for entrada in mesa.entradas):
        if entrada.nuevo_plazo and entrada.nuevo_plazo < entrada.fecha:
            mensaje = (
                f"el {entrada.fecha} se da a «{entrada.de_que}» un nuevo plazo que ya pasó: «{entrada.nuevo_plazo}»"
            )
            yield entrada.en("nuevo_plazo"), mensaje, entrada.de_que
