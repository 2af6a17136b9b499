"""De las variables de una fórmula a las que su lista no declara."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.cifras import formula_de
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I136")
def variable_sin_declarar(expediente: Expediente) -> Iterator[Hallado]:
    """La fórmula nombra una variable que no está en `metodo_calculo.variables`, si esa lista consta (R25)."""
    for indicador in expediente.indicadores.values():
        metodo, formula = indicador.metodo_calculo, formula_de(indicador)
        if metodo is None or formula is None or not metodo.variables:
            continue
        declaradas = {v.id for v in metodo.variables}
        sin = [v for v in formula.variables if v not in declaradas]
        if sin:
            yield (
                metodo.en("expresion"),
                (
                    f"la fórmula de «{indicador.id}» pide {', '.join(f'«{v}»' for v in sin)}, y sus variables son "
                    f"{', '.join(f'«{v}»' for v in sorted(declaradas))}"
                ),
                indicador.id,
                (metodo.en("variables"),),
            )
