"""De un grupo de trabajo a su tema y a quienes lo integran."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M136")
def grupo_sin_tema(expediente: Expediente) -> Iterator[Hallado]:
    """Sin `tema`, o sin `integrantes` (R77)."""
    for mesa in expediente.mesas.values():
        for grupo in mesa.grupos:
            faltan = [clave for clave in ("tema", "integrantes") if not grupo.tiene(clave)]
            if faltan and expediente.juzga(grupo.hasta):
                yield (
                    grupo.en("id"),
                    f"el grupo de trabajo «{grupo.id}» no tiene {' ni '.join(faltan)}",
                    grupo.id,
                )
