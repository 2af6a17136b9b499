"""De una acreditación al cargo de quien representa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M133")
def acreditado_sin_cargo(expediente: Expediente) -> Iterator[Hallado]:
    """Sin `cargo` (R72)."""
    for mesa in expediente.mesas.values():
        for acreditacion in mesa.acreditaciones:
            if not acreditacion.tiene("cargo") and expediente.juzga(acreditacion.hasta):
                yield (
                    acreditacion.en("cargo"),
                    f"la acreditación de «{acreditacion.nombre}» por «{acreditacion.sigla}» no dice su cargo",
                    acreditacion.id,
                )
