"""De la línea base de un indicador a su última meta, en el sentido que dice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import exacto
from mesgepret.evaluacion.coherencia import empeora, metas_en_orden
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I138")
def sentido_contrario_a_la_meta(expediente: Expediente) -> Iterator[Hallado]:
    """La última meta, con los reajustes que hoy rigen, queda peor que la línea base según su sentido.

    Lo que se suma en cada año (`meta_anual_es: suma`) empieza de cero: de ello habla, en alerta, I139.
    """
    for indicador in expediente.indicadores.values():
        base, metas = indicador.linea_base, metas_en_orden(indicador, expediente.hoy)
        if base is None or base.valor is None or not metas or indicador.meta_anual_es == "suma":
            continue
        ultima, valor = metas[-1]
        if empeora(indicador, base.valor, valor):
            yield (
                ultima.en("valor"),
                (
                    f"el indicador «{indicador.id}» es {indicador.sentido}, y va de {exacto(base.valor)} en su línea "
                    f"base a {exacto(valor)} en {ultima.anio}, su última meta"
                ),
                indicador.id,
                (indicador.en("sentido"), base.en("valor")),
            )
