"""De un indicador sectorial con meta a su proyección a varios años."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I120")
def indicador_sin_proyeccion(expediente: Expediente) -> Iterator[Hallado]:
    """Indicador sectorial con valor de un solo año y sin `proyeccion`, en una meta que sí mira a varios años (R52).

    De la meta que no mira a varios años habla I115.
    """
    for indicador in expediente.indicadores_en_vigor("sectorial"):
        if len(indicador.anios) == 1 < len(indicador.meta.anios) and not indicador.tiene("proyeccion"):
            yield (
                indicador.en("metas_anuales"),
                (
                    f"el indicador sectorial «{indicador.id}» solo tiene la meta de {indicador.anios[0]} y ninguna "
                    "proyección: se pide la de varios años"
                ),
                indicador.id,
            )
