"""De la ficha de un indicador a los datos que le faltan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado

FICHA = {
    "definicion": "la definición",
    "metodo_calculo": "el método de cálculo",
    "linea_base": "la línea base",
    "fuente": "la fuente",
    "frecuencia": "la frecuencia",
}
"""Lo que hace bien definido a un indicador: la clave y cómo se le nombra."""

SE_CUENTA = ("cantidad", "moneda", "cualitativo")
"""Las unidades de lo que se lee de su registro, sin fórmula."""


@regla("I106")
def ficha_incompleta(expediente: Expediente) -> Iterator[Hallado]:
    """Indicador sin definición, método de cálculo, línea base, fuente o frecuencia (R08); uno por indicador.

    Una línea base que dice por qué no la hay está dicha. Lo que se cuenta, y no se calcula, no pide método.
    """
    for indicador in expediente.indicadores_en_vigor():
        se_cuenta = indicador.unidad is not None and indicador.unidad.codigo in SE_CUENTA
        pedidos = [clave for clave in FICHA if not (clave == "metodo_calculo" and se_cuenta)]
        faltan = [FICHA[clave] for clave in pedidos if not indicador.tiene(clave)]
        if faltan:
            yield (
                indicador.en(),
                (
                    f"a la ficha del indicador «{indicador.id}» {'le falta' if len(faltan) == 1 else 'le faltan'} "
                    f"{', '.join(faltan)} ({len(faltan)} de {len(pedidos)} datos)"
                ),
                indicador.id,
            )
