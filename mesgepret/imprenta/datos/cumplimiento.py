"""De requisitos y tablero a los mismos datos para una máquina: cómo se sostiene cada uno y cómo está cada mesa."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mesgepret.cumplimiento import Requisito, Tablero


def cumplimiento(requisitos: Iterable[Requisito], tablero: Tablero) -> bytes:
    """Los requisitos con lo que sostiene cada uno y cómo está cada mesa («pais», lo que no es de ninguna)."""
    dicho = [
        {
            "requisito": requisito.id,
            "campos": requisito.campos,
            "reglas": requisito.reglas,
            "informes": requisito.informes,
            "mesas": {mesa or "pais": estado.value for mesa, estado in tablero.estados[requisito.id].items()},
        }
        for requisito in requisitos
    ]
    return (json.dumps(dicho, ensure_ascii=False, indent=1) + "\n").encode()
