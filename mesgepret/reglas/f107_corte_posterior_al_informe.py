"""Del día en que se informa una cifra al día hasta el que cuenta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F107")
def corte_posterior_al_informe(expediente: Expediente) -> Iterator[Hallado]:
    """`fecha_corte` posterior a `fecha_reporte`: se informó lo que aún no había pasado (R25)."""
    for avance in expediente.avances:
        corte, reporte = avance.fecha_corte, avance.fecha_reporte
        if corte is not None and reporte is not None and corte > reporte:
            indicador = str(avance.datos["indicador"])
            yield (
                avance.en("fecha_corte"),
                (
                    f"la cifra de «{indicador}» en {avance.periodo} llega hasta el {corte} y se informó antes, "
                    f"el {reporte}"
                ),
                indicador,
                (avance.en("fecha_reporte"),),
            )
