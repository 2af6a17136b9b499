"""De las coordinaciones del nivel técnico-operativo a las que rigen el mismo día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M108")
def dos_coordinaciones_tecnicas(expediente: Expediente) -> Iterator[Hallado]:
    """Dos personas en la coordinación técnico-operativa de una mesa el mismo día (R58, T13)."""
    for mesa in expediente.mesas.values():
        for una, otra, inicio, fin in mesa.coordinaciones_a_la_vez("tecnico"):
            if inicio > expediente.hoy or not expediente.juzga(fin):
                continue
            lapso = f"desde el {inicio}" if fin is None else f"del {inicio} al {fin}"
            yield (
                otra.en("desde"),
                (
                    f"«{otra.quien}» coordina el nivel técnico-operativo a la vez que «{una.quien}», {lapso}, y ha de "
                    "hacerlo una sola persona"
                ),
                str(otra.datos["miembro"]),
                (una.en("hasta"),),
            )
