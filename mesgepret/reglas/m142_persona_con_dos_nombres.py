"""De las acreditaciones de un id a los nombres que le dan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import llano
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M142")
def persona_con_dos_nombres(expediente: Expediente) -> Iterator[Hallado]:
    """Dos acreditaciones con el mismo id y distinto nombre, sin mirar tildes, mayúsculas ni espacios de más (R72)."""
    for mesa in expediente.mesas.values():
        for miembro in mesa.miembros.values():
            primera, *demas = miembro.acreditaciones
            otra = next((a for a in demas if llano(a.nombre) != llano(primera.nombre)), None)
            if otra is not None:
                yield (
                    otra.en("nombre"),
                    f"«{miembro.id}» se llama aquí «{otra.nombre}» y en otra acreditación «{primera.nombre}»",
                    miembro.id,
                    (primera.en("nombre"),),
                )
