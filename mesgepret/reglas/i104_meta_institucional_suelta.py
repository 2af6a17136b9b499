"""De una meta institucional a las metas sectoriales a las que contribuye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I104")
def meta_institucional_suelta(expediente: Expediente) -> Iterator[Hallado]:
    """Meta institucional en vigor que no contribuye a ninguna meta sectorial (R05)."""
    for meta in expediente.metas_en_vigor("institucional"):
        if not meta.reserva("contribuye_a") and not meta.superiores("sectorial"):
            dichas = ", ".join(f"«{c.meta.id}»" for c in meta.contribuye_a if c.meta)
            pero = (
                f"solo contribuye a {dichas}, y a ninguna sectorial" if dichas else "no contribuye a ninguna sectorial"
            )
            yield meta.en("contribuye_a"), f"la meta institucional «{meta.id}» {pero}", meta.id
