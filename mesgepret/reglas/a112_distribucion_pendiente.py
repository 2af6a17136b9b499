"""De una ayuda memoria cuyo plazo de distribución pasó a la falta de todo envío."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A112")
def distribucion_pendiente(expediente: Expediente) -> Iterator[Hallado]:
    """Pasó el séptimo día del fin de la sesión y no consta ningún envío (R95); si consta alguno, es de A109 o A111."""
    for acta in expediente.actas:
        if (
            expediente.hoy > acta.limite_distribucion
            and acta.datos.get("distribucion", []) == []
            and not acta.tiene("grupo")
        ):
            mensaje = (
                f"el plazo para distribuir la ayuda memoria del «{acta.fecha}» acabó el {acta.limite_distribucion}, y "
                "no consta que se enviara a nadie"
            )
            yield acta.en("distribucion"), mensaje, acta.sesion.id
