"""De una meta presidencial a los sectores cuyas metas contribuyen a ella."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I103")
def meta_presidencial_de_un_solo_sector(expediente: Expediente) -> Iterator[Hallado]:
    """A la meta presidencial contribuyen metas de menos de dos sectores, habiendo más de uno con metas (R03)."""
    con_metas = [sector for sector in expediente.sectores.values() if sector.metas]
    for meta in expediente.metas_en_vigor("presidencial") if len(con_metas) > 1 else ():
        suyas = [m for m in meta.contribuyentes if m.sector is not None and m.vigente(expediente.hoy)]
        nombres = sorted({m.sector.nombre for m in suyas if m.sector})
        if len(nombres) < 2:
            quien = f"solo contribuye el sector «{nombres[0]}»" if nombres else "no contribuye ningún sector"
            yield (
                meta.en(),
                f"a la meta presidencial «{meta.id}», que ha de medir un avance entre sectores, {quien}",
                meta.id,
                tuple(m.en("contribuye_a") for m in suyas),
            )
