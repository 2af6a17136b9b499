"""De una meta sectorial a la sesión en que se concertó."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I126")
def indicador_sin_concertar(expediente: Expediente) -> Iterator[Hallado]:
    """Meta sectorial con valores anuales que no dice la sesión en que se concertó (R106).

    Donde la mesa no ha celebrado ninguna sesión no hay cuál decir.
    """
    con_sesiones = {mesa.sector.id for mesa in expediente.mesas.values() if mesa.actas}
    for meta in expediente.metas_en_vigor("sectorial"):
        concertable = meta.sector is not None and meta.sector.id in con_sesiones
        if concertable and not meta.tiene("concertada_en") and any(i.con_valor_anual for i in meta.propios):
            yield (
                meta.en("concertada_en"),
                f"la meta sectorial «{meta.id}» tiene valores anuales y no dice en qué sesión se concertaron",
                meta.id,
            )
