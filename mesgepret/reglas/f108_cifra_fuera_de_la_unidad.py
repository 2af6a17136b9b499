"""De una cifra en porcentaje a los límites de su unidad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F108")
def cifra_fuera_de_la_unidad(expediente: Expediente) -> Iterator[Hallado]:
    """Cifra menor que 0 o mayor que 100 de un indicador en porcentaje cuyas propias metas y base no los pasan (R25).

    Si la línea base o una meta anual los pasa, el indicador lo admite: mide una variación, o una razón sin tope.
    """
    for indicador in expediente.indicadores.values():
        if indicador.unidad is None or indicador.unidad.codigo != "porcentaje" or indicador.pasa_de_cien:
            continue
        for avance in indicador.avances:
            if avance.valor is not None and not 0 <= avance.valor <= 100:
                yield (
                    avance.en("valor"),
                    (
                        f"la cifra de «{indicador.id}» en {avance.periodo} es {avance.valor}, y su unidad es un "
                        "porcentaje: se esperaba entre 0 y 100"
                    ),
                    indicador.id,
                    (indicador.en("unidad"),),
                )
