"""De las estrategias de una mesa al orden en que irían."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D112")
def estrategias_sin_prioridad(expediente: Expediente) -> Iterator[Hallado]:
    """Estrategias de limitantes abiertas sin `prioridad`, o con la de otra: un hallazgo por mesa (R101)."""
    for mesa in expediente.mesas.values():
        suyas = [e for limitante in mesa.limitantes if limitante.estado != "superada" for e in limitante.estrategias]
        sin_orden = [e for e in suyas if not e.tiene("prioridad")]
        cuantas = Counter(e.prioridad for e in suyas if e.prioridad is not None)
        repetidas = [e for e in suyas if e.prioridad is not None and cuantas[e.prioridad] > 1]
        if not (sin_orden or repetidas):
            continue
        dichos = []
        if sin_orden:
            nombres = ", ".join(f"«{e.titulo}»" for e in sin_orden)
            dichos.append(f"estrategias que no dicen su prioridad: {len(sin_orden)} de {len(suyas)}, {nombres}")
        for numero in sorted({e.prioridad or 0 for e in repetidas}):
            nombres = ", ".join(f"«{e.titulo}»" for e in repetidas if e.prioridad == numero)
            dichos.append(f"con la misma prioridad, «{numero}»: {cuantas[numero]}, {nombres}")
        lugares = [e.en("prioridad") for e in (*sin_orden, *repetidas)]
        yield lugares[0], "; ".join(dichos), mesa.id, tuple(lugares[1:])
