"""De una cifra al valor que dan sus propias variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import exacto
from mesgepret.evaluacion.coherencia import segun_sus_variables
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F111")
def valor_distinto_de_sus_variables(expediente: Expediente) -> Iterator[Hallado]:
    """El valor informado no es el que la fórmula da con sus variables, con los decimales en que se escribió (R25).

    De la cifra que ya se corrigió, o que dice no ser exacta, no se mira.
    """
    for indicador in expediente.indicadores.values():
        for avance in indicador.avances:
            dado = segun_sus_variables(indicador.propio, avance)
            if dado is not None and not avance.corregido:
                yield (
                    avance.en("valor"),
                    (
                        f"la cifra de «{indicador.id}» en {avance.periodo} es {avance.valor}, y con sus variables la "
                        f"fórmula da {exacto(dado)}"
                    ),
                    indicador.id,
                    (avance.en("variables"),),
                )
