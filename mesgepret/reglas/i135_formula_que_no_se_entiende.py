"""De la fórmula de un indicador a lo que en ella no se entiende."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.expresion import Falla, entender
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I135")
def formula_que_no_se_entiende(expediente: Expediente) -> Iterator[Hallado]:
    """`metodo_calculo.expresion` que no es una cuenta de números, variables, + − × ÷ y paréntesis (R25)."""
    for indicador in expediente.indicadores.values():
        metodo = indicador.metodo_calculo
        falla = entender(metodo.expresion) if metodo and metodo.expresion and not metodo.reserva("expresion") else None
        if metodo is not None and isinstance(falla, Falla):
            yield (
                metodo.en("expresion"),
                (
                    f"la fórmula de «{indicador.id}» no se entiende en el carácter {falla.posicion}: {falla.mensaje}; "
                    f"{falla.ayuda}"
                ),
                indicador.id,
            )
