"""De una limitante abierta a lo que se hará con ella."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D103")
def limitante_sin_estrategia(expediente: Expediente) -> Iterator[Hallado]:
    """Limitante que no está superada sin estrategias, o con alguna sin cursos de acción ni procesos (R22)."""
    for mesa in expediente.mesas.values():
        for limitante in mesa.limitantes:
            if limitante.estado == "superada" or limitante.reserva("estado"):
                continue
            if not limitante.tiene("estrategias"):
                mensaje = f"la limitante «{limitante.titulo}» sigue abierta y no tiene ninguna estrategia"
                yield limitante.en("titulo"), mensaje, limitante.id
            for estrategia in limitante.estrategias:
                if not estrategia.tiene("cursos") and not estrategia.tiene("procesos"):
                    mensaje = f"la estrategia «{estrategia.titulo}» no dice ningún curso de acción ni proceso"
                    yield estrategia.en("titulo"), mensaje, estrategia.id
