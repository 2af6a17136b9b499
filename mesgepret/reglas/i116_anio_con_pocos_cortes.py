"""De una meta a los cortes que tiene programados en el año en curso."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I116")
def anio_con_pocos_cortes(expediente: Expediente) -> Iterator[Hallado]:
    """Meta sectorial o institucional con valor para el año en curso y menos de cuatro cortes en él (R20, T1).

    Cuenta el indicador que más tenga. De la sectorial con menos de dos habla I118.
    """
    anio = expediente.hoy.year
    for meta in expediente.metas_en_vigor("sectorial", "institucional"):
        cortes = meta.cortes(anio)
        minimo = 2 if meta.nivel == "sectorial" else 0
        if cortes is not None and minimo <= len(cortes) < 4:
            dichos = f": {', '.join(cortes)}" if cortes else ""
            yield (
                meta.en("indicadores"),
                f"la meta {meta.nivel} «{meta.id}» tiene {len(cortes)} de cuatro cortes programados en {anio}{dichos}",
                meta.id,
            )
