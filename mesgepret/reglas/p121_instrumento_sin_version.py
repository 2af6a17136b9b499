"""De un instrumento de la DIGER a cuál de sus versiones se usó."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P121")
def instrumento_sin_version(expediente: Expediente) -> Iterator[Hallado]:
    """Documento metodológico o instrumento sin `version` (R60)."""
    for mesa in expediente.mesas.values():
        for instrumento in mesa.diger.instrumentos if mesa.diger else ():
            if not instrumento.tiene("version"):
                mensaje = f"el instrumento «{instrumento.nombre}» no dice qué versión se usa"
                yield instrumento.en("nombre"), mensaje, mesa.id
