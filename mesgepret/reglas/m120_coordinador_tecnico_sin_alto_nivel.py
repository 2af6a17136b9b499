"""De quien coordina lo técnico-operativo a su rango."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M120")
def coordinador_tecnico_sin_alto_nivel(expediente: Expediente) -> Iterator[Hallado]:
    """No consta `alto_nivel: true` en una coordinación técnico-operativa (R30)."""
    for mesa in expediente.mesas.values():
        for coordinacion in mesa.coordinaciones("tecnico"):
            if (
                coordinacion.alto_nivel
                or coordinacion.reserva("alto_nivel")
                or not expediente.juzga(coordinacion.desde)
            ):
                continue
            consta = "consta que no" if coordinacion.tiene("alto_nivel") else "no consta que"
            yield (
                coordinacion.en("alto_nivel"),
                (
                    f"«{coordinacion.quien}» coordina el nivel técnico-operativo desde el {coordinacion.desde} y "
                    f"{consta} sea funcionario o funcionaria de alto nivel"
                ),
                str(coordinacion.datos["miembro"]),
            )
