"""De los desafíos de un sector al problema del país de que forman parte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D116")
def desafio_sin_problema_nacional(expediente: Expediente) -> Iterator[Hallado]:
    """Desafío sin `problema_nacional`; si ninguno del diagnóstico lo dice, un solo hallazgo (R96)."""
    for mesa in expediente.mesas.values():
        desafios = mesa.diagnostico.desafios if mesa.diagnostico else ()
        callados = [desafio for desafio in desafios if not desafio.tiene("problema_nacional")]
        if mesa.diagnostico and len(callados) > 1 and len(callados) == len(desafios):
            mensaje = f"ninguno de los {len(desafios)} desafíos dice a qué problema del desarrollo nacional responde"
            yield mesa.diagnostico.en("desafios"), mensaje, mesa.id
            continue
        for desafio in callados:
            mensaje = f"el desafío «{desafio.titulo}» no dice a qué problema del desarrollo nacional responde"
            yield desafio.en("titulo"), mensaje, desafio.id
