"""De cada cosa que rige entre dos días a si el último va antes que el primero."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M116")
def vigencia_que_acaba_antes_de_empezar(expediente: Expediente) -> Iterator[Hallado]:
    """`hasta` anterior a `desde` en una acreditación, coordinación, analista, integrante, grupo o institución."""
    instituciones = (i.vigencia for i in expediente.instituciones.values() if i.vigencia)
    for vigencia in chain(instituciones, *(mesa.vigencias for mesa in expediente.mesas.values())):
        if vigencia.desde and vigencia.hasta and vigencia.hasta < vigencia.desde:
            yield (
                vigencia.en("hasta"),
                f"acaba el «{vigencia.hasta}», antes de empezar: empieza el {vigencia.desde}",
                vigencia.id,
                (vigencia.en("desde"),),
            )
