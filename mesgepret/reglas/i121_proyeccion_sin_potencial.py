"""De una proyección al potencial de crecimiento en que se apoya."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I121")
def proyeccion_sin_potencial(expediente: Expediente) -> Iterator[Hallado]:
    """Proyección de un indicador sectorial que no dice el potencial de crecimiento (R52)."""
    for indicador in expediente.indicadores_en_vigor("sectorial"):
        if indicador.proyeccion is not None and not indicador.proyeccion.tiene("potencial"):
            yield (
                indicador.proyeccion.en(),
                f"la proyección del indicador «{indicador.id}» no dice el potencial de crecimiento",
                indicador.id,
            )
