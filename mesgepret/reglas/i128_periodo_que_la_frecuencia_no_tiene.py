"""De la frecuencia de un indicador a los periodos en que se programa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado

CORTES = {"mensual": "MT", "trimestral": "T", "semestral": "S", "anual": "A", "bienal": "A", "quinquenal": "A"}
"""Las clases de periodo que cada frecuencia tiene, por su letra."""


@regla("I128")
def periodo_que_la_frecuencia_no_tiene(expediente: Expediente) -> Iterator[Hallado]:
    """Programación en periodos de otra frecuencia que la del indicador ; uno por indicador, con todos.

    Lo que se mide cada mes puede programarse por trimestres, que es lo que la fuente pide.
    """
    for indicador in expediente.indicadores_en_vigor():
        corte = CORTES.get(indicador.frecuencia)
        ajenos = [p for p in indicador.programacion if corte is not None and p.corte not in corte]
        if ajenos:
            yield (
                ajenos[0].en("periodo"),
                (
                    f"el indicador «{indicador.id}» es de frecuencia {indicador.frecuencia}, y está programado en "
                    f"{', '.join(f'«{p.periodo}»' for p in ajenos)}"
                ),
                indicador.id,
                (indicador.en("frecuencia"),),
            )
