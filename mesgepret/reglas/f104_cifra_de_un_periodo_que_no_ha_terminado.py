"""De una cifra al fin del periodo que dice medir."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F104")
def cifra_de_un_periodo_que_no_ha_terminado(expediente: Expediente) -> Iterator[Hallado]:
    """Cifra de un periodo que hoy no ha terminado, cortada o informada hoy o antes (R25).

    De la que no dice ningún día no se sabe si es prematura o si se mira un día pasado: no se dice.
    """
    hoy = expediente.hoy
    for avance in expediente.avances:
        dias = [dia for dia in (avance.fecha_reporte, avance.fecha_corte) if dia is not None]
        if avance.fin > hoy and avance.tiene("valor") and dias and max(dias) <= hoy:
            indicador = str(avance.datos["indicador"])
            yield (
                avance.en("valor"),
                (
                    f"la cifra de «{indicador}», dada el {max(dias)}, es de todo el periodo {avance.periodo}, que no "
                    f"acaba hasta el {avance.fin}"
                ),
                indicador,
                (avance.en("fecha_reporte" if avance.fecha_reporte else "fecha_corte"),),
            )
