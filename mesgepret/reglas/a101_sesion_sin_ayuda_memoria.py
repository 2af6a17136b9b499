"""De lo que los documentos dan por celebrado a la ayuda memoria que no existe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A101")
def sesion_sin_ayuda_memoria(expediente: Expediente) -> Iterator[Hallado]:
    """Sesión sin ayuda memoria que otro documento da por celebrada, desde el octavo día (R83, R95)."""
    for sesion in expediente.sesiones.values():
        if sesion.acta is None and sesion.citas and expediente.hoy > sesion.limite_acta:
            citas = tuple(pieza.en(*ruta) for pieza, ruta in sesion.citas)
            mensaje = (
                f"«{citas[0].archivo}» da por celebrada la sesión del «{sesion.fecha}», y no hay ayuda memoria de ella"
            )
            yield sesion.en(), mensaje, sesion.id, citas
