"""De un grupo de trabajo que acabó a las sesiones que trataron lo suyo."""

from __future__ import annotations

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
    for mesa in expediente.mesas.values():
        for grupo in mesa.grupos:
            desde, hasta = grupo.desde, grupo.hasta
            if desde is None or hasta is None or hasta >= expediente.hoy or not expediente.juzga(hasta):
                continue
            actas = [acta for acta in mesa.celebradas if acta.fin >= desde]
            despues = [acta for acta in actas if acta.fecha > hasta]
            nombrados = {punto.datos.get("grupo") for acta in actas for punto in acta.agenda}
            if despues and nombrados.isdisjoint((grupo.id, RESERVADO)) and not any(a.reserva("agenda") for a in actas):
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
