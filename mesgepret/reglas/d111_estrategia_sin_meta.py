"""De una estrategia a lo que con ella se quiere mejorar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D111")
def estrategia_sin_meta(expediente: Expediente) -> Iterator[Hallado]:
    """Estrategia sin `metas` ni `indicadores` (R101)."""
    for mesa in expediente.mesas.values():
        for limitante in mesa.limitantes:
            for estrategia in limitante.estrategias:
                if not estrategia.tiene("metas") and not estrategia.tiene("indicadores"):
                    mensaje = f"la estrategia «{estrategia.titulo}» no señala ninguna meta ni indicador que mejorar"
                    yield estrategia.en("titulo"), mensaje, estrategia.id
