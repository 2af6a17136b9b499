"""De los temas transversales de una mesa a los que se dicen dos veces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.expediente.mesa import Transversal
    from mesgepret.reglas.registro import Hallado


@regla("M143")
def tema_repetido(expediente: Expediente) -> Iterator[Hallado]:
    """El mismo tema dos veces en `transversales`."""
    for mesa in expediente.mesas.values():
        vistos: dict[str, Transversal] = {}
        for transversal in mesa.transversales:
            id = str(transversal.datos["tema"])
            antes = vistos.setdefault(id, transversal)
            if antes is not transversal:
                nombre = transversal.tema.nombre if transversal.tema else id
                yield (
                    transversal.en("tema"),
                    f"el tema «{nombre}» ({id}) ya está en la lista: de cada uno se habla una sola vez",
                    mesa.id,
                    (antes.en("tema"),),
                )
