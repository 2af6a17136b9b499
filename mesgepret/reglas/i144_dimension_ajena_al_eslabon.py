"""De la dimensión que un indicador mide a las de su eslabón."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import llano
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I144")
def dimension_ajena_al_eslabon(expediente: Expediente) -> Iterator[Hallado]:
    """Dimensión que no está entre las que el catálogo da a su eslabón (R12); sin ellas, no se mira."""
    for indicador in expediente.indicadores.values():
        eslabon = indicador.eslabon
        if eslabon is None or not indicador.dimension or indicador.reserva("dimension") or eslabon.calla("dimensiones"):
            continue
        if eslabon.dimensiones and llano(indicador.dimension) not in map(llano, eslabon.dimensiones):
            yield (
                indicador.en("dimension"),
                (
                    f"«{indicador.id}» mide la dimensión «{indicador.dimension}», y en el eslabón «{eslabon.nombre}» "
                    f"se miden {', '.join(f'«{d}»' for d in eslabon.dimensiones)}"
                ),
                indicador.id,
                (indicador.en("eslabon"),),
            )
