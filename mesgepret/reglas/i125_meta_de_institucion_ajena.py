"""De una meta institucional a las mesas de las metas a las que contribuye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I125")
def meta_de_institucion_ajena(expediente: Expediente) -> Iterator[Hallado]:
    """Meta institucional que contribuye a la de un sector en cuya mesa la institución no está (R100)."""
    for meta in expediente.metas_en_vigor("institucional"):
        for contribucion in meta.contribuye_a:
            sector = contribucion.meta.sector if contribucion.meta else None
            if sector is None or meta.institucion is None or meta.institucion.calla("sectores"):
                continue
            if sector not in meta.institucion.sectores:
                yield (
                    contribucion.en("meta"),
                    (
                        f"la meta «{meta.id}» contribuye a «{contribucion.meta.id}», y «{meta.institucion.sigla}» no "
                        f"está en la mesa «{sector.nombre}»"
                    ),
                    meta.id,
                    (meta.institucion.en("sectores"),),
                )
