"""De las ayudas memoria a las que no dicen dónde fue la sesión."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import RESERVADO
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A115")
def acta_sin_lugar(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria de la mesa sin lugar, dirección ni enlace, y que no dice que fue virtual (R87)."""
    for acta in (a for a in expediente.actas if a.exigible(expediente.hoy)):
        dicho = any(acta.rige(clave) is not None for clave in ("lugar", "direccion", "enlace"))
        if not dicho and not acta.tiene("grupo") and acta.rige("modalidad") not in ("virtual", RESERVADO):
            yield acta.en(), f"la ayuda memoria del «{acta.fecha}» no dice dónde se celebró la sesión", acta.sesion.id
