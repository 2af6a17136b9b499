"""De las variables de una cifra a las que pide su fórmula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.cifras import formula_de
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F116")
def cifra_sin_las_variables_de_su_formula(expediente: Expediente) -> Iterator[Hallado]:
    """Cifra que da variables, y no todas las que la fórmula de su indicador pide: no se puede comprobar (R25)."""
    for indicador in expediente.indicadores.values():
        formula = formula_de(indicador.propio)
        for avance in indicador.avances if formula is not None else ():
            faltan = [v for v in formula.variables if v not in avance.datos.get("variables", ())] if formula else []
            if faltan and avance.tiene("variables") and not avance.reserva("variables"):
                yield (
                    avance.en("variables"),
                    (
                        f"la cifra de «{indicador.id}» en {avance.periodo} no da "
                        f"{', '.join(f'«{v}»' for v in faltan)}, que su fórmula pide"
                    ),
                    indicador.id,
                    (indicador.propio.en("metodo_calculo", "expresion"),),
                )
