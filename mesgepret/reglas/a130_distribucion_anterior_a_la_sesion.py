"""De los envíos de una ayuda memoria a los que son de antes de la sesión."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A130")
def distribucion_anterior_a_la_sesion(expediente: Expediente) -> Iterator[Hallado]:
    """Envío de la ayuda memoria con fecha anterior a la sesión (R95)."""
    for acta in expediente.actas:
        for envio in acta.distribucion:
            if envio.fecha and envio.fecha < acta.fecha:
                mensaje = f"la ayuda memoria de la sesión del {acta.fecha} se da por distribuida el «{envio.fecha}»"
                yield envio.en("fecha"), mensaje, acta.sesion.id
