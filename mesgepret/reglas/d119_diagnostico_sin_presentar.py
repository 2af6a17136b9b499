"""De un diagnóstico escrito a la sesión en que la mesa lo conoció."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D119")
def diagnostico_sin_presentar(expediente: Expediente) -> Iterator[Hallado]:
    """Diagnóstico sin `presentado_en` (R43)."""
    for mesa in expediente.mesas.values():
        if mesa.diagnostico and not mesa.diagnostico.tiene("presentado_en"):
            del_dia = f" del {mesa.diagnostico.fecha}" if mesa.diagnostico.fecha else ""
            mensaje = f"el Diagnóstico Sectorial{del_dia} no dice en qué sesión se presentó a la mesa"
            yield mesa.diagnostico.en("presentado_en"), mensaje, mesa.id
