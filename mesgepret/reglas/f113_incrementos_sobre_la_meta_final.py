"""De los incrementos informados de un indicador a su meta final."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import evaluar, exacto
from mesgepret.evaluacion.coherencia import suma_de_incrementos
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F113")
def incrementos_sobre_la_meta_final(expediente: Expediente) -> Iterator[Hallado]:
    """Los incrementos de un indicador ascendente, si hay más de uno, suman más que su meta final (R25).

    La final es la suma de las de todos sus años o, si la del año es la última, la del último.
    """
    evaluacion = evaluar(expediente)
    for indicador in expediente.indicadores_en_vigor():
        if indicador.sentido != "ascendente" or indicador.avances_son != "incremento":
            continue
        hallado = suma_de_incrementos(evaluacion.serie(indicador))
        if hallado is not None and hallado[0] > hallado[1]:
            yield (
                indicador.en("avances_son"),
                (
                    f"los incrementos informados de «{indicador.id}» suman {exacto(hallado[0])}, y su meta final es "
                    f"{exacto(hallado[1])}"
                ),
                indicador.id,
                (indicador.en("metas_anuales"),),
            )
