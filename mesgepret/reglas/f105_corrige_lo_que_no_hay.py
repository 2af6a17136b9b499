"""De una cifra que corrige a la que corrige."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F105")
def corrige_lo_que_no_hay(expediente: Expediente) -> Iterator[Hallado]:
    """Cifra con `corrige` sin otra anterior de la misma institución, indicador y periodo (R25)."""
    dichas: set[tuple[str, str, str]] = set()
    for avance in expediente.avances:
        indicador = str(avance.datos["indicador"])
        clave = (avance.doc.archivo, avance.periodo, indicador)
        if avance.tiene("corrige") and clave not in dichas:
            yield (
                avance.en("corrige"),
                f"la cifra de «{indicador}» en {avance.periodo} dice corregir otra, y antes de ella no hay ninguna",
                indicador,
            )
        dichas.add(clave)
