"""De una acreditación al oficio con que se hizo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M130")
def acreditacion_sin_oficio(expediente: Expediente) -> Iterator[Hallado]:
    """Sin `oficio`, o con uno que no dice nada (R71)."""
    for mesa in expediente.mesas.values():
        for acreditacion in mesa.acreditaciones:
            if not acreditacion.datos.get("oficio") and expediente.juzga(acreditacion.desde):
                yield (
                    acreditacion.en("oficio"),
                    (
                        f"la acreditación de «{acreditacion.nombre}» por «{acreditacion.sigla}», del "
                        f"{acreditacion.desde}, no dice con qué oficio se hizo ante la DIGER"
                    ),
                    acreditacion.id,
                )
