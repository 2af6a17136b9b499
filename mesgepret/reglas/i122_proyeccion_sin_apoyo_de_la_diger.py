"""De una proyección al apoyo metodológico de la DIGER."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I122")
def proyeccion_sin_apoyo_de_la_diger(expediente: Expediente) -> Iterator[Hallado]:
    """Proyección de un indicador sectorial sin constancia del apoyo metodológico de la DIGER (R53)."""
    for indicador in expediente.indicadores_en_vigor("sectorial"):
        if indicador.proyeccion is not None and not indicador.proyeccion.tiene("apoyo_diger"):
            yield (
                indicador.proyeccion.en(),
                f"la proyección del indicador «{indicador.id}» no deja constancia del apoyo metodológico de la DIGER",
                indicador.id,
            )
