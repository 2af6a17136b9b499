"""De la manera de juntar lo que contribuye a una meta a lo que hay que juntar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import RESERVADO
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I134")
def agregacion_sin_partes(expediente: Expediente) -> Iterator[Hallado]:
    """La meta dice cómo se juntan las que contribuyen a ella, y no contribuye ninguna."""
    for meta in expediente.metas_en_vigor():
        como = meta.agregacion.contribuyentes if meta.agregacion else ""
        if meta.agregacion and como not in ("", "ninguna", RESERVADO) and not meta.contribuyentes:
            yield (
                meta.agregacion.en("contribuyentes"),
                f"la meta «{meta.id}» junta por «{como}» las metas que contribuyen a ella, y no contribuye ninguna",
                meta.id,
            )
