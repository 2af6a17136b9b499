"""De las variables que un indicador declara a las que su fórmula no usa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.cifras import formula_de
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I137")
def variable_sin_usar(expediente: Expediente) -> Iterator[Hallado]:
    """Variable declarada que la fórmula no nombra; de la fórmula que pide otra, sin declarar, habla I136."""
    for indicador in expediente.indicadores.values():
        metodo, formula = indicador.metodo_calculo, formula_de(indicador)
        if metodo is None or formula is None or not {v.id for v in metodo.variables}.issuperset(formula.variables):
            continue
        for variable in metodo.variables:
            if variable.id and variable.id not in formula.variables:
                yield (
                    variable.en("id"),
                    f"la fórmula de «{indicador.id}» no usa la variable «{variable.id}», que su ficha declara",
                    indicador.id,
                )
