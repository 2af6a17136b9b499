"""De lo que hay que preparar para una reunión a lo que nadie prepara."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("C107")
def insumo_sin_responsable(expediente: Expediente) -> Iterator[Hallado]:
    """Insumo de una convocatoria que no dice quién lo prepara (R82)."""
    for sesion in expediente.sesiones.values():
        for insumo in sesion.convocatoria.insumos if sesion.convocatoria else ():
            if not insumo.tiene("responsable"):
                que = f"«{insumo.que}»" if insumo.que else "un insumo"
                yield insumo.en(), f"la convocatoria pide {que}, y no dice quién lo prepara", sesion.id
