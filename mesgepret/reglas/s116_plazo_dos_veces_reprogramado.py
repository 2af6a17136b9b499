"""De los acuerdos abiertos a los que han cambiado de plazo más de una vez."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import situacion
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S116")
def plazo_dos_veces_reprogramado(expediente: Expediente) -> Iterator[Hallado]:
    """Lo que sigue abierto y lleva dos o más nuevos plazos: cuántos, y de cuándo a cuándo."""
    for que in (que for mesa in expediente.mesas.values() for que in mesa.en_seguimiento):
        if sum(entrada.nuevo_plazo is not None for entrada in que.entradas) < 2:
            continue
        vista = situacion(que, expediente.hoy)
        if len(vista.reprogramaciones) >= 2 and vista.exigible:
            plazos = [
                f"«{plazo}»"
                for plazo in (vista.plazo_original, *(e.nuevo_plazo for e in vista.reprogramaciones))
                if plazo
            ]
            mensaje = (
                f"el plazo de «{que.id}» se ha movido {len(vista.reprogramaciones)} veces y sigue abierto: "
                f"{', '.join(plazos)}"
            )
            lugares = [entrada.en("nuevo_plazo") for entrada in reversed(vista.reprogramaciones)]
            yield lugares[0], mensaje, que.id, tuple(lugares[1:])
