"""De las instituciones que consintieron una designación a las que faltan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M115")
def consenso_incompleto(expediente: Expediente) -> Iterator[Hallado]:
    """A `consintieron` le falta alguna institución de la mesa en vigor el día de la designación (R75, T3)."""
    for mesa in expediente.mesas.values():
        for coordinacion in mesa.coordinaciones("tecnico"):
            acto, dia = coordinacion.designacion, coordinacion.designada
            if acto is None or not acto.consintieron or acto.calla("consintieron") or not expediente.juzga(dia):
                continue
            esperadas = mesa.instituciones(dia)
            faltan = [i for i in esperadas if i not in acto.consintieron]
            if faltan:
                nombres = ", ".join(f"«{i.sigla}»" for i in faltan)
                yield (
                    acto.en("consintieron"),
                    (
                        f"de las {len(esperadas)} instituciones de la mesa el {dia}, en el consenso sobre "
                        f"«{coordinacion.quien}» {'falta' if len(faltan) == 1 else 'faltan'} {nombres}"
                    ),
                    str(coordinacion.datos["miembro"]),
                )
