"""De los días en que se distribuyó una ayuda memoria al plazo que había."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A111")
def distribucion_tardia(expediente: Expediente) -> Iterator[Hallado]:
    """El último acreditado la recibió después del séptimo día del fin de la sesión (R95, T6).

    El día 0 es el del fin; de varios envíos a una persona cuenta el primero. Los que no la recibieron son de A109.
    """
    for acta in expediente.actas:
        entregas = [entrega for _, entrega in acta.entregas if entrega]
        tardias = [entrega for entrega in entregas if entrega > acta.limite_distribucion]
        if tardias:
            ultima = max(tardias)
            envio = next(d for d in acta.distribucion if d.fecha == ultima)
            mensaje = (
                f"la ayuda memoria llegó tarde a {len(tardias)} de {len(entregas)} acreditados; la última entrega, el "
                f"«{ultima}»: {(ultima - acta.fin).days} días desde que acabó la sesión ({acta.fin}), y el plazo "
                f"es de {acta.sesion.dias_distribucion}: acababa el {acta.limite_distribucion}"
            )
            yield envio.en("fecha"), mensaje, acta.sesion.id
