"""De los plazos que se movieron a los que no dicen por qué."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S115")
def reprogramado_sin_motivo(expediente: Expediente) -> Iterator[Hallado]:
    """Entrada con `nuevo_plazo` y sin `motivo`."""
    for entrada in (entrada for mesa in expediente.mesas.values() for entrada in mesa.entradas):
        if entrada.nuevo_plazo and not entrada.tiene("motivo"):
            mensaje = f"el plazo de «{entrada.de_que}» se mueve al «{entrada.nuevo_plazo}», y no se dice por qué"
            yield entrada.en("nuevo_plazo"), mensaje, entrada.de_que
