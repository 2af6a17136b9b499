"""De una meta a la vigencia de quien responde por ella."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I108")
def responsable_no_vigente(expediente: Expediente) -> Iterator[Hallado]:
    """La institución que responde por una meta en vigor no está en vigor hoy (R09, T5)."""
    for meta in expediente.metas_en_vigor():
        quien = meta.responde
        if quien is None or quien.vigente(expediente.hoy):
            continue
        vigencia = quien.vigencia
        acabo = f"dejó de existir el {vigencia.hasta}" if vigencia and vigencia.hasta else "no está en vigor"
        heredera = f"; la sucede «{vigencia.sucesora.sigla}»" if vigencia and vigencia.sucesora else ""
        yield (
            meta.en("responsable"),
            f"por la meta «{meta.id}» responde «{quien.sigla}», que {acabo}{heredera}",
            meta.id,
            (quien.en("vigencia"),),
        )
