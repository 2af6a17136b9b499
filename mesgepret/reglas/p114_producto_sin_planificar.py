"""De un plan en curso a los productos de la mesa que no dará."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P114")
def producto_sin_planificar(expediente: Expediente) -> Iterator[Hallado]:
    """Producto del catálogo que ninguna actividad del plan que rige al corte da (R43–R49).

    Los informes de avance (PRO7) son a solicitud: solo se esperan si alguno se pidió mientras el plan rige. Si una
    actividad reserva su producto no puede saberse cuál falta, y se calla.
    """
    for plan in expediente.planes:
        if not plan.vigente(expediente.hoy) or any(actividad.reserva("producto") for actividad in plan.actividades):
            continue
        dados = {actividad.producto for actividad in plan.actividades}
        pedidos = any(informe.fecha and plan.vigente(informe.fecha) for informe in plan.mesa.informes)
        debidos = [producto for producto in expediente.catalogos.productos if pedidos or producto.id != "PRO7"]
        faltan = [f"«{producto.id}» {producto.nombre}" for producto in debidos if producto not in dados]
        if faltan:
            mensaje = (
                f"productos que ninguna actividad del plan da: {len(faltan)} de los {len(debidos)} que se esperan, "
            )
            yield plan.en("actividades"), mensaje + ", ".join(faltan), plan.id
