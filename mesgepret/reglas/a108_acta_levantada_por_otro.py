"""De quien levantó la ayuda memoria a quien coordinaba la mesa ese día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import RESERVADO
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A108")
def acta_levantada_por_otro(expediente: Expediente) -> Iterator[Hallado]:
    """Sin `levanta`, o sin nadie en él que coordinara a nivel técnico-operativo el día de la sesión (R93).

    No se juzga la de un grupo de trabajo; sin coordinación ese día, la falta es esa y no se repite aquí.
    """
    for acta in (a for a in expediente.actas if a.exigible(expediente.hoy)):
        dicho = acta.rige("levanta") or []
        levantan = dicho if isinstance(dicho, list) else [dicho]
        if acta.tiene("grupo") or RESERVADO in levantan:
            continue
        if not levantan:
            yield acta.en("levanta"), "la ayuda memoria no dice quién la levantó", acta.sesion.id
            continue
        vigentes = (c for dia in (acta.fecha, acta.fin) for c in acta.mesa.coordina("tecnico", dia))
        coordinan = {c.miembro.id or c.miembro.nombre for c in vigentes if c.miembro}
        if coordinan and coordinan.isdisjoint(levantan):
            mensaje = (
                f"la ayuda memoria la levantó «{'», «'.join(map(str, levantan))}», y ese día coordinaba a nivel "
                f"técnico-operativo «{'», «'.join(sorted(coordinan))}»"
            )
            yield acta.en("levanta"), mensaje, acta.sesion.id
