"""De la próxima sesión que se anuncia a la que ya fue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import hora_escrita
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A133")
def proxima_sesion_anterior(expediente: Expediente) -> Iterator[Hallado]:
    """Próxima sesión anunciada para antes de la sesión, o para el mismo día sin que sea más tarde."""
    for acta in expediente.actas:
        proxima = acta.proxima_sesion
        if proxima is None or proxima.fecha is None or proxima.fecha > acta.fecha:
            continue
        if proxima.fecha < acta.fecha or hora_escrita(proxima.hora_inicio) <= hora_escrita(acta.rige("hora_inicio")):
            mensaje = f"la sesión fue el {acta.fecha}, y anuncia la próxima para el «{proxima.fecha}»"
            yield proxima.en("fecha"), mensaje, acta.sesion.id
