"""De una institución de la mesa a quienes tiene acreditados hoy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M132")
def institucion_sin_acreditados(expediente: Expediente) -> Iterator[Hallado]:
    """En vigor hoy y sin ninguna acreditación vigente hoy, en ningún nivel (R71)."""
    hoy = expediente.hoy
    for mesa in expediente.mesas.values():
        con = {a.institucion for a in mesa.acreditados(hoy)}
        for institucion in (i for i in mesa.instituciones(hoy) if i not in con):
            pasadas = [a for a in mesa.acreditaciones if a.institucion is institucion and a.hasta and a.hasta < hoy]
            yield (
                max(pasadas, key=lambda a: (str(a.hasta), a.ruta)).en("hasta") if pasadas else mesa.en(),
                (
                    f"«{institucion.sigla}» es de la mesa y el {hoy} {'ya ' if pasadas else ''}no tiene a nadie "
                    "acreditado en ella"
                ),
                institucion.id,
                (institucion.en("sectores"),),
            )
