"""De las ayudas memoria emitidas a las de una sesión que no se ha celebrado."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A132")
def acta_definitiva_de_un_dia_que_no_ha_llegado(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria definitiva de una fecha posterior a hoy (R83, R84)."""
    for acta in expediente.actas:
        if acta.definitiva and acta.fecha > expediente.hoy:
            mensaje = f"la ayuda memoria del «{acta.fecha}» ya es definitiva, y hoy es {expediente.hoy}"
            yield acta.en("estado"), mensaje, acta.sesion.id
