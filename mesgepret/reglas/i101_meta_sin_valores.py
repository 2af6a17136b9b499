"""De una meta a los años en que sus indicadores tienen valor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I101")
def meta_sin_valores(expediente: Expediente) -> Iterator[Hallado]:
    """Ningún valor anual en ninguno de sus indicadores, propios o compartidos (R02); si dicen por qué, se repite."""
    for meta in expediente.metas.values():
        if any(indicador.con_valor_anual for indicador in meta.indicadores):
            continue
        explicados = [i.propio.sin_meta for i in meta.indicadores]
        motivos = dict.fromkeys(s.motivo.rstrip(".") for s in explicados if s)
        porque = f"; se explica así: «{'; '.join(motivos)}»" if motivos and all(explicados) else ""
        yield (
            meta.en("indicadores"),
            f"la meta «{meta.id}» no tiene valor de ningún año en sus indicadores ({len(meta.indicadores)}){porque}",
            meta.id,
        )
