"""De un año que la ficha da por cerrado a lo que después lo cambió."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I149")
def meta_cerrada_cambiada(expediente: Expediente) -> Iterator[Hallado]:
    """Reajuste, sin `acuerdo`, de un año con `cerrada: true` o de un periodo suyo (R84)."""
    for indicador in expediente.indicadores.values():
        for reajuste in indicador.reajustes:
            cerrado = reajuste.cerrada
            if cerrado is not None and not reajuste.tiene("acuerdo"):
                yield (
                    reajuste.en(),
                    (
                        f"la meta de «{indicador.id}» en {cerrado.anio} está cerrada, y la cifra de {reajuste.periodo} "
                        f"cambia a {reajuste.valor} el {reajuste.desde} sin un acuerdo"
                    ),
                    indicador.id,
                    (cerrado.en("cerrada"),),
                )
