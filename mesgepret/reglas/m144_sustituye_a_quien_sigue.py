"""De quien llega en lugar de otro a si el otro se fue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Miembro
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M144")
def sustituye_a_quien_sigue(expediente: Expediente) -> Iterator[Hallado]:
    """La acreditación del sustituido, en la misma institución, nivel y calidad, sigue al empezar la nueva.

    Un día en que se solapan es el del relevo y no se dice; si el fin se reserva, no se sabe.
    """
    for mesa in expediente.mesas.values():
        for nueva in mesa.acreditaciones:
            dia = nueva.desde
            if (
                not isinstance(nueva.sustituye_a, Miembro)
                or dia is None
                or dia > expediente.hoy
                or not expediente.juzga(dia)
            ):
                continue
            for vieja in nueva.sustituye_a.vigentes(dia, nueva.nivel):
                mismo_lugar = vieja.institucion is nueva.institucion and vieja.es_titular is nueva.es_titular
                if mismo_lugar and vieja.hasta != dia and not vieja.reserva("hasta"):
                    yield (
                        nueva.en("sustituye_a"),
                        (
                            f"«{nueva.nombre}» sustituye a «{vieja.nombre}» desde el {dia}, y la acreditación de "
                            f"«{vieja.nombre}» {f'sigue hasta el {vieja.hasta}' if vieja.hasta else 'no tiene fin'}"
                        ),
                        nueva.id,
                        (vieja.en("hasta"),),
                    )
