"""De un desafío del diagnóstico a lo que lo muestra."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D115")
def desafio_sin_evidencia(expediente: Expediente) -> Iterator[Hallado]:
    """Desafío sin `evidencia` (R43)."""
    for mesa in expediente.mesas.values():
        for desafio in mesa.diagnostico.desafios if mesa.diagnostico else ():
            if not desafio.tiene("evidencia"):
                mensaje = f"el desafío «{desafio.titulo}» no trae ningún documento ni dato que lo muestre"
                yield desafio.en("titulo"), mensaje, desafio.id
