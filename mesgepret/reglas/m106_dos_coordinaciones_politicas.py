"""De las coordinaciones del nivel político a las que rigen el mismo día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M106")
def dos_coordinaciones_politicas(expediente: Expediente) -> Iterator[Hallado]:
    """Dos personas en la coordinación política de una mesa el mismo día (R57, T13)."""
    for mesa in expediente.mesas.values():
        for una, otra, inicio, fin in mesa.coordinaciones_a_la_vez("politico"):
            if inicio > expediente.hoy or not expediente.juzga(fin):
                continue
            lapso = f"desde el {inicio}" if fin is None else f"del {inicio} al {fin}"
            yield (
                otra.en("desde"),
                (
                    f"«{otra.quien}» coordina el nivel político a la vez que «{una.quien}», {lapso}, y ha de hacerlo "
                    "una sola persona"
                ),
                str(otra.datos["miembro"]),
                (una.en("hasta"),),
            )
