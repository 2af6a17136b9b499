"""De cada meta de un indicador a la del año siguiente."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import exacto
from mesgepret.evaluacion.coherencia import empeora, metas_en_orden
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I139")
def metas_que_van_al_reves(expediente: Expediente) -> Iterator[Hallado]:
    """La meta de un año, con los reajustes que hoy rigen, queda peor que la de antes según su sentido.

    La primera se mira con la línea base. De la última que queda peor que la base habla I138.
    """
    for indicador in expediente.indicadores.values():
        base, metas = indicador.linea_base, metas_en_orden(indicador, expediente.hoy)
        partida = base.valor if base is not None else None
        de_fondo = partida is not None and metas and empeora(indicador, partida, metas[-1][1])
        if de_fondo and indicador.meta_anual_es != "suma":
            continue
        antes, cuando = partida, "la línea base"
        for anual, valor in metas:
            if antes is not None and empeora(indicador, antes, valor):
                yield (
                    anual.en("valor"),
                    (
                        f"el indicador «{indicador.id}» es {indicador.sentido}, y de {cuando} a {anual.anio} pasa de "
                        f"{exacto(antes)} a {exacto(valor)}"
                    ),
                    indicador.id,
                    (indicador.en("sentido"),),
                )
            antes, cuando = valor, str(anual.anio)
