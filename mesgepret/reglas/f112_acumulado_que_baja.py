"""De un acumulado al anterior del mismo año."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.coherencia import acumulados_que_bajan
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F112")
def acumulado_que_baja(expediente: Expediente) -> Iterator[Hallado]:
    """Acumulado menor que el anterior de la misma institución y el mismo año, y que no dice que corrija nada (R25).

    Lo ya corregido no cuenta; con otro año, el acumulado puede volver a empezar.
    """
    for indicador in expediente.indicadores.values():
        if indicador.propio.avances_son != "acumulado":
            continue
        for antes, despues in acumulados_que_bajan(indicador):
            yield (
                despues.en("valor"),
                (
                    f"lo acumulado de «{indicador.id}» baja de {antes.valor}, en {antes.periodo}, a {despues.valor}, "
                    f"en {despues.periodo}"
                ),
                indicador.id,
                (antes.en("valor"),),
            )
