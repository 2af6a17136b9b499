"""De una meta a los años para los que está programada."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I115")
def meta_de_un_solo_anio(expediente: Expediente) -> Iterator[Hallado]:
    """Meta sectorial o institucional en vigor con valores de un solo año, contados todos sus indicadores (R20).

    La que no tiene ninguno es I101.
    """
    for meta in expediente.metas_en_vigor("sectorial", "institucional"):
        anuales = [i for i in meta.indicadores if i.anios]
        if len(meta.anios) == 1 and not any(i.propio.reserva("metas_anuales") for i in meta.indicadores):
            yield (
                anuales[0].en("metas_anuales"),
                f"la meta {meta.nivel} «{meta.id}» solo tiene valores de un año, {meta.anios[0]}: se piden varios",
                meta.id,
            )
