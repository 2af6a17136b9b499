"""De una sesión política a las instituciones que no tenían a su máxima autoridad acreditada."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Acta, Expediente, Institucion
    from mesgepret.reglas.registro import Hallado


@regla("M123")
def sesion_politica_sin_maxima_autoridad(expediente: Expediente) -> Iterator[Hallado]:
    """Sesión política o conjunta con una institución sin máxima autoridad ese día; se dice la primera (R34)."""
    for mesa in expediente.mesas.values():
        casos: dict[Institucion, list[Acta]] = {}
        for acta in mesa.celebradas:
            if acta.sesion.del_nivel("politico") and expediente.juzga(acta.fecha):
                con = {a.institucion for a in mesa.acreditados(acta.fecha, "politico") if a.es_maxima_autoridad}
                for institucion in mesa.instituciones(acta.fecha):
                    if institucion not in con:
                        casos.setdefault(institucion, []).append(acta)
        for institucion, actas in casos.items():
            yield (
                actas[0].en("nivel"),
                (
                    f"«{institucion.sigla}» no tenía máxima autoridad acreditada en la mesa el {actas[0].fecha}, día "
                    "de esta sesión política" + (f"; y así en {len(actas)} sesiones" if len(actas) > 1 else "")
                ),
                institucion.id,
                tuple(
                    a.en("hasta" if a.hasta and a.hasta < actas[0].fecha else "desde")
                    for a in mesa.acreditaciones
                    if a.institucion is institucion and a.nivel == "politico" and a.es_maxima_autoridad
                ),
            )
