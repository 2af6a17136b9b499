"""De un seguimiento entre sesiones a lo que en él solo la mesa podía decidir."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S102")
def decision_entre_sesiones(expediente: Expediente) -> Iterator[Hallado]:
    """Un archivo de seguimiento que cambia un plazo o deja algo sin efecto: solo la mesa puede, en sesión (R84)."""
    for mesa in expediente.mesas.values():
        for seguimiento in mesa.seguimientos:
            for entrada in seguimiento.seguimiento:
                sobre = entrada.sobre.id if entrada.sobre else entrada.sobre_texto
                if entrada.nuevo_plazo:
                    mensaje = f"el plazo de «{sobre}» se cambia al «{entrada.nuevo_plazo}» fuera de sesión"
                    yield entrada.en("nuevo_plazo"), mensaje, sobre
                if entrada.estado == "sin_efecto":
                    yield entrada.en("estado"), f"«{sobre}» se deja sin efecto fuera de sesión", sobre
