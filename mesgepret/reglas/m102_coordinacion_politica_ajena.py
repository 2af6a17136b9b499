"""De una coordinación política a lo que quien coordina era en la mesa al empezar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Miembro
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M102")
def coordinacion_politica_ajena(expediente: Expediente) -> Iterator[Hallado]:
    """El día en que empezó no era máxima autoridad acreditada de una institución de la mesa (R35)."""
    for mesa in expediente.mesas.values():
        for coordinacion in mesa.coordinaciones("politico"):
            dia = coordinacion.desde
            if coordinacion.miembro is None or not expediente.juzga(dia):
                continue
            suyas = mesa.instituciones(dia)
            vigentes = coordinacion.miembro.vigentes(dia) if isinstance(coordinacion.miembro, Miembro) else []
            if not any(a.es_maxima_autoridad and a.institucion in suyas for a in vigentes):
                yield (
                    coordinacion.en("miembro"),
                    (
                        f"«{coordinacion.quien}» coordina el nivel político desde el {dia}, y ese día no constaba "
                        "como máxima autoridad acreditada de una institución de la mesa"
                    ),
                    str(coordinacion.datos["miembro"]),
                )
