"""De una meta sectorial a los cortes en que se da seguimiento a su año."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I118")
def resultado_sin_programacion(expediente: Expediente) -> Iterator[Hallado]:
    """Meta sectorial con valor para el año en curso y menos de dos cortes programados en él (R45, T1).

    Cuenta el indicador que más tenga. De la que solo tiene valores de un año habla I115.
    """
    anio = expediente.hoy.year
    for meta in expediente.metas_en_vigor("sectorial"):
        cortes = meta.cortes(anio)
        if cortes is not None and len(cortes) < 2:
            cuantos = f"un solo corte programado, {cortes[0]}" if cortes else "ningún corte programado"
            yield (
                meta.en("indicadores"),
                f"la meta sectorial «{meta.id}» tiene valor para {anio} y {cuantos}: se piden al menos dos",
                meta.id,
            )
