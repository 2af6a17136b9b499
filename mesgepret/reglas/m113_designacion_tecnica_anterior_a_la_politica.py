"""De la designación técnico-operativa a la primera designación política."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M113")
def designacion_tecnica_anterior_a_la_politica(expediente: Expediente) -> Iterator[Hallado]:
    """Anterior a la primera designación política de la mesa, si se sabe su día; los relevos no cuentan (R75, T3)."""
    for mesa in expediente.mesas.values():
        primera = mesa.primera_designacion_politica
        for coordinacion in mesa.coordinaciones("tecnico"):
            dia = coordinacion.designada
            if primera is not None and dia < primera.fecha and expediente.juzga(dia):
                yield (
                    coordinacion.en("designacion", "fecha"),
                    (
                        f"la coordinación técnico-operativa de «{coordinacion.quien}» es del {dia}, y la primera "
                        f"designación política de la mesa, del {primera.fecha}: lo político va antes"
                    ),
                    str(coordinacion.datos["miembro"]),
                    (primera.en("fecha"),),
                )
