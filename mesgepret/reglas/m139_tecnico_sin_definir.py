"""De un técnico ajeno a la UPGRET a quién lo definió."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M139")
def tecnico_sin_definir(expediente: Expediente) -> Iterator[Hallado]:
    """Acreditado técnico con papel de equipo técnico y sin `definido_por` (R103)."""
    for mesa in expediente.mesas.values():
        for acreditacion in mesa.acreditaciones:
            if acreditacion.nivel != "tecnico" or acreditacion.papel != "equipo_tecnico":
                continue
            if not acreditacion.tiene("definido_por") and expediente.juzga(acreditacion.hasta):
                yield (
                    acreditacion.en("definido_por"),
                    (
                        f"«{acreditacion.nombre}» es del equipo técnico de «{acreditacion.sigla}», ajeno a su UPGRET, "
                        "y no consta qué máxima autoridad le definió"
                    ),
                    acreditacion.id,
                )
