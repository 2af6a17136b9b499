"""De un grupo de trabajo que acabó a las sesiones que trataron lo suyo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mesgepret.expediente.campos import RESERVADO
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M137")
def trabajo_de_grupo_sin_discutir(expediente: Expediente) -> Iterator[Hallado]:
    """Acabó, la mesa sesionó después, y ninguna agenda suya lo nombra desde que empezó (R78).

    Si tras acabar el grupo la mesa no ha vuelto a reunirse, todavía no se sabe.
    """
    hoy = expediente.hoy
    for mesa in expediente.mesas.values():
        cerrados = [g for g in mesa.grupos if g.hasta and g.hasta < hoy and expediente.juzga(g.hasta)]
        actas = list(mesa.celebradas) if cerrados else []
        # La última que nombra a cada grupo; una agenda reservada puede estar nombrándolos a todos.
        tratado = {p.datos["grupo"]: acta.fin for acta in actas for p in acta.agenda if p.tiene("grupo")}
        calla = max((acta.fin for acta in actas if acta.reserva("agenda")), default=date.min)
        for grupo in cerrados:
            desde, hasta = grupo.desde or date.min, grupo.hasta or hoy
            despues = [acta for acta in actas if acta.fecha > hasta]
            if despues and max(calla, *(tratado.get(q, date.min) for q in (grupo.id, RESERVADO))) < desde:
                yield (
                    grupo.en("hasta"),
                    (
                        f"el grupo de trabajo «{grupo.tema or grupo.id}» acabó el {hasta}, la mesa ha sesionado "
                        f"{len(despues)} {'vez' if len(despues) == 1 else 'veces'} después y ningún punto de agenda, "
                        f"desde el {desde}, trata su trabajo"
                    ),
                    grupo.id,
                    (despues[0].en("agenda"),),
                )
