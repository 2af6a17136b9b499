"""De lo que se convocó a la sesión que fue en otro lugar o empezó antes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import llano
from mesgepret.expediente import hora_escrita
from mesgepret.expediente.campos import RESERVADO
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A120")
def lugar_u_hora_distintos_de_lo_convocado(expediente: Expediente) -> Iterator[Hallado]:
    """Sesión en un lugar distinto del convocado, o que empezó antes de la hora convocada.

    Dos lugares son el mismo si uno contiene al otro, sin mirar tildes ni mayúsculas. Empezar más tarde no se avisa.
    """
    for acta in expediente.actas:
        convocatoria = acta.sesion.convocatoria
        if convocatoria is None:
            continue
        lugar, convocado = (str(lugar or "") for lugar in (acta.rige("lugar"), convocatoria.lugar))
        mismo = llano(lugar) in llano(convocado) or llano(convocado) in llano(lugar)  # el vacío está en todos
        if not mismo and RESERVADO not in (lugar, convocado):
            mensaje = f"se sesionó en «{lugar}», y se había convocado en «{convocado}»"
            yield acta.en("lugar"), mensaje, acta.sesion.id, (convocatoria.en("lugar"),)
        hora, prevista = hora_escrita(acta.rige("hora_inicio")), hora_escrita(convocatoria.hora_inicio)
        if hora and hora < prevista:
            mensaje = f"la sesión empezó a las «{hora}», y se había convocado a las {prevista}"
            yield acta.en("hora_inicio"), mensaje, acta.sesion.id, (convocatoria.en("hora_inicio"),)
