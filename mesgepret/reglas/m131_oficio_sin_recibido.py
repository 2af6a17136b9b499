"""De un oficio de acreditación al día en que la DIGER lo recibió."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M131")
def oficio_sin_recibido(expediente: Expediente) -> Iterator[Hallado]:
    """El oficio consta y no dice su fecha de `recibido` (R71)."""
    for mesa in expediente.mesas.values():
        for acreditacion in mesa.acreditaciones:
            oficio = acreditacion.oficio
            if oficio and oficio.datos and not oficio.tiene("recibido") and expediente.juzga(acreditacion.desde):
                cual = f"el oficio «{oficio.numero}»" if oficio.numero else "el oficio"
                yield (
                    oficio.en("numero"),
                    f"{cual}, que acredita a «{acreditacion.nombre}», no dice qué día lo recibió la DIGER",
                    acreditacion.id,
                )
