"""De cada periodo programado a otro que lo contiene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.periodos import mayores
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I141")
def periodos_que_se_pisan(expediente: Expediente) -> Iterator[Hallado]:
    """En `programacion`, un periodo cae dentro de otro: 2024-T2 y 2024-S1; del repetido habla I129."""
    for indicador in expediente.indicadores.values():
        dichos = {p.periodo: p for p in indicador.programacion}
        for periodo, menor in dichos.items():
            mayor = next((dichos[p] for p in mayores(periodo) if p in dichos), None)
            if mayor is not None:
                yield (
                    menor.en("periodo"),
                    f"el indicador «{indicador.id}» programa {periodo} y también {mayor.periodo}, que lo contiene",
                    indicador.id,
                    (mayor.en("periodo"),),
                )
