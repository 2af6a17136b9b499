"""De un espacio de diálogo a la metodología con que se condujo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P120")
def espacio_sin_metodologia(expediente: Expediente) -> Iterator[Hallado]:
    """Espacio de diálogo sin metodología o sin instrumentos, si su día ya llegó (R55)."""
    for mesa in expediente.mesas.values():
        for espacio in mesa.espacios:
            faltan = [dicho for clave, dicho in _QUE.items() if not espacio.tiene(clave)]
            llegado = espacio.fecha is None or espacio.fecha <= expediente.hoy
            if faltan and llegado and expediente.juzga(espacio.fecha):
                cual = f"el espacio de diálogo del {espacio.fecha}" if espacio.fecha else "un espacio de diálogo"
                yield espacio.en(), f"{cual} no dice {' ni '.join(faltan)}", mesa.id


_QUE = {"metodologia": "con qué metodología se condujo", "instrumentos": "con qué instrumentos"}
