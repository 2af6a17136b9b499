"""De un indicador al que sirve, en los eslabones de la cadena de valor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I143")
def efecto_bajo_su_causa(expediente: Expediente) -> Iterator[Hallado]:
    """El indicador se vincula a uno de un eslabón anterior al suyo: el efecto colgaría de su causa (R12)."""
    for indicador in expediente.indicadores_en_vigor():
        for superior in indicador.vinculo:
            suyo, de_arriba = indicador.eslabon, superior.propio.eslabon
            if suyo is None or de_arriba is None or suyo.orden is None or de_arriba.orden is None:
                continue
            if suyo.orden > de_arriba.orden:
                yield (
                    indicador.donde("vinculo", superior.id),
                    (
                        f"«{indicador.id}» mide «{suyo.nombre}» y se vincula a «{superior.id}», que mide "
                        f"«{de_arriba.nombre}», un eslabón anterior"
                    ),
                    indicador.id,
                    (indicador.en("eslabon"), superior.propio.en("eslabon")),
                )
