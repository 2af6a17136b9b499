"""De una cifra al aviso, de la misma institución, de que no la hay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F109")
def sin_dato_y_cifra(expediente: Expediente) -> Iterator[Hallado]:
    """La misma institución dice de un indicador y periodo que no hay dato, y da una cifra que no corrige nada (R25)."""
    for suyos in expediente.informes_de_cifras.values():
        sin_dato = next((a for a in suyos if a.tiene("sin_dato")), None)
        cifra = next((a for a in suyos if a.tiene("valor") and not a.tiene("sin_dato")), None)
        if sin_dato is None or cifra is None or any(a.tiene("corrige") for a in suyos):
            continue
        indicador = str(cifra.datos["indicador"])
        yield (
            cifra.en("valor"),
            f"de «{indicador}» en {cifra.periodo} se da una cifra y se dice que no hay dato: «{sin_dato.sin_dato}»",
            indicador,
            (sin_dato.en("sin_dato"),),
        )
