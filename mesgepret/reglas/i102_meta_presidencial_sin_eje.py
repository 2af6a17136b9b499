"""De una meta presidencial a su eje estratégico y a la vertiente de ese eje."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I102")
def meta_presidencial_sin_eje(expediente: Expediente) -> Iterator[Hallado]:
    """Meta presidencial sin `eje`, o con una `vertiente` que es de otro eje (R03).

    La fuente no pide la vertiente: un eje que las tiene, sin decir cuál, se admite.
    """
    for meta in expediente.metas_de("presidencial"):
        vertiente = meta.vertiente
        if not meta.tiene("eje"):
            yield meta.en("eje"), f"la meta presidencial «{meta.id}» no dice a qué eje estratégico pertenece", meta.id
        elif meta.eje and vertiente and vertiente not in meta.eje.vertientes:
            yield (
                meta.en("vertiente"),
                (
                    f"la meta presidencial «{meta.id}» es del eje «{meta.eje.id}», y su vertiente «{vertiente.id}» es "
                    f"del eje «{vertiente.padre.id}»"
                ),
                meta.id,
                (vertiente.en("id"), meta.en("eje")),
            )
