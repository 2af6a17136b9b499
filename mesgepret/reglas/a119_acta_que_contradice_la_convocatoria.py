"""De una convocatoria y una ayuda memoria del mismo día a lo que dicen distinto de la sesión."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import RESERVADO
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A119")
def acta_que_contradice_la_convocatoria(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria con otro nivel u otro grupo de trabajo que la convocatoria de su misma sesión (R79, R83).

    La hora y el lugar que cambiaron son hechos, y van en A120.
    """
    for acta in expediente.actas:
        convocatoria = acta.sesion.convocatoria
        if convocatoria is None:
            continue
        for clave in ("nivel", "grupo"):
            dicho, convocado = acta.rige(clave), convocatoria.datos.get(clave)
            if dicho != convocado and RESERVADO not in (dicho, convocado):
                mensaje = (
                    f"la ayuda memoria dice «{clave}: {dicho or 'ninguno'}», y la convocatoria de la misma sesión, "
                    f"«{convocado or 'ninguno'}»"
                )
                yield acta.en(clave), mensaje, acta.sesion.id, (convocatoria.en(clave),)
