"""De quien integra el equipo de apoyo a la UPGRET de la que sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M110")
def apoyo_ajeno_a_las_upgret(expediente: Expediente) -> Iterator[Hallado]:
    """Ni el papel con que se le acredita ni la unidad que se dice son de una UPGRET de la mesa (R69)."""
    for mesa in expediente.mesas.values():
        for integrante in mesa.equipo_apoyo.integrantes if mesa.equipo_apoyo else ():
            if integrante.ajeno_por and expediente.juzga(integrante.hasta):
                yield (
                    integrante.en(integrante.ajeno_por),
                    (
                        f"«{integrante.quien}» integra el equipo de apoyo y no consta que sea de la UPGRET de una "
                        "institución de la mesa"
                    ),
                    str(integrante.datos.get("miembro", mesa.id)),
                )
