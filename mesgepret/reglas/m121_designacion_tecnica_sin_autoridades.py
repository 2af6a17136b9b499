"""De una designación técnico-operativa a las máximas autoridades que la hicieron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Miembro
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M121")
def designacion_tecnica_sin_autoridades(expediente: Expediente) -> Iterator[Hallado]:
    """Ninguno de los `por` era máxima autoridad acreditada ese día, o no se dicen; una institución vale la suya (R30).

    Si alguno está escrito como texto libre, o se reserva, no se puede saber quién es y no se acusa.
    """
    for mesa in expediente.mesas.values():
        for coordinacion in mesa.coordinaciones("tecnico"):
            acto, dia = coordinacion.designacion, coordinacion.designada
            if acto is None or acto.reserva("fecha") or not expediente.juzga(dia):
                continue
            autoridades = [a for a in mesa.acreditados(dia, "politico") if a.es_maxima_autoridad]
            ids = {i for a in autoridades for i in (a.id, a.institucion.id if a.institucion else a.id)}
            if acto.calla("por") or any(not quien.id or quien.id in ids for quien in acto.por):
                continue
            de = ", ".join(f"«{quien.nombre}»" for quien in acto.por)
            hecho = f"la hizo {de}, y nadie ahí era" if de else "no dice quién la hizo: se esperaba al menos una"
            yield (
                acto.en("por"),
                (
                    f"la designación de «{coordinacion.quien}» en la coordinación técnico-operativa, del {dia}, "
                    f"{hecho} máxima autoridad acreditada ese día"
                ),
                str(coordinacion.datos["miembro"]),
                tuple(quien.en("papel") for quien in acto.por if isinstance(quien, Miembro)),
            )
