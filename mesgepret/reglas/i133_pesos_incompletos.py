"""De los indicadores de una meta a los que no dicen su peso."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I133")
def pesos_incompletos(expediente: Expediente) -> Iterator[Hallado]:
    """Unos indicadores de la meta llevan `peso` y otros no; cuánto sumen no importa: son relativos."""
    for meta in expediente.metas.values():
        sin = [i for i in meta.indicadores if not i.tiene("peso")]
        con = [i for i in meta.indicadores if i.tiene("peso")]
        if sin and con:
            nombres = ", ".join(f"«{i.propio.id}»" for i in sin)
            yield (
                sin[0].en(),
                (
                    f"de los {len(meta.indicadores)} indicadores de la meta «{meta.id}», unos dicen su peso y otros "
                    f"no: {nombres}"
                ),
                meta.id,
                tuple(i.en("peso") for i in con),
            )
