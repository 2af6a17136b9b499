"""De un plan que acabó a los temas transversales que nadie trabajó mientras regía."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import RESERVADO
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M126")
def tema_pertinente_ausente(expediente: Expediente) -> Iterator[Hallado]:
    """Un tema debido no consta en un plan cerrado ni en las agendas y acuerdos de sus sesiones, si las hubo (R42).

    Debidos: los de todas las mesas que la mesa integra y los que declara pertinentes; el suyo propio, no (T10).
    """
    for plan in expediente.planes:
        if not plan.cerrado(expediente.hoy) or all(acta.tiene("grupo") for acta in plan.actas):
            continue
        temas = plan.temas
        for transversal in plan.mesa.transversales if RESERVADO not in temas else ():
            tema = transversal.tema
            if tema and transversal.debido and tema.id not in temas and plan.mesa.sector not in tema.sectores:
                yield (
                    plan.en("actividades"),
                    (
                        f"«{tema.nombre}» ({tema.id}), que la mesa integra, no consta en las actividades de este plan "
                        f"ni en las agendas y acuerdos del {plan.desde} al {plan.hasta}"
                    ),
                    tema.id,
                    (transversal.en("tema"),),
                )
