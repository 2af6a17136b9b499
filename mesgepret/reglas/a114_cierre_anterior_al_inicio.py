"""De las horas y los días de una sesión a los que acaban antes de empezar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.expediente import hora_escrita
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A114")
def cierre_anterior_al_inicio(expediente: Expediente) -> Iterator[Hallado]:
    """Fin anterior al inicio: de día, de hora, o de hora dentro de un punto (R86).

    Si la sesión acabó otro día (`fecha_cierre`), las horas de la jornada y de sus puntos pueden cruzar la medianoche.
    """
    for acta in expediente.actas:
        if acta.fin < acta.fecha:
            yield (
                acta.en("fecha_cierre"),
                f"la sesión empezó el {acta.fecha} y se dice que acabó el «{acta.fin}»",
                acta.sesion.id,
            )
        tramos: list[tuple[str, Any, str, str]] = [
            ("la sesión", acta, acta.rige("hora_inicio"), acta.rige("hora_cierre"))
        ]
        tramos += [(f"el punto {p.punto}", p, p.hora_inicio, p.hora_cierre) for p in acta.agenda]
        for que, pieza, *horas in tramos if acta.fin <= acta.fecha else ():
            inicio, cierre = map(hora_escrita, horas)
            if inicio and cierre and cierre < inicio:
                yield pieza.en("hora_cierre"), f"{que} empezó a las {inicio} y acabó a las «{cierre}»", acta.sesion.id
