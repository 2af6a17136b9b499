"""De una meta sectorial con avance informado al acta política que la aprueba."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I117")
def meta_con_avance_sin_aprobar(expediente: Expediente) -> Iterator[Hallado]:
    """Meta sectorial con avance informado de un año con meta o posterior, sin que el nivel político la apruebe (R31).

    La aprueba una ayuda memoria definitiva que resuelve sobre ella, un indicador suyo o la propuesta que los cambia.
    Si el sector no tiene mesa, o algo de ella no se pudo leer o se reserva, no se sabe y no se dice.
    """
    calladas = {mesa.id for mesa in expediente.mesas.values() if mesa.calla_resoluciones}
    juzgados = set(expediente.mesas) - expediente.en_duda - calladas
    for meta in (m for m in expediente.metas_en_vigor("sectorial") if m.sector and m.sector.id in juzgados):
        cifras = [
            a for i in meta.propios for a in i.avances if a.tiene("valor") and i.anios and a.fin.year >= i.anios[0]
        ]
        cifras = [a for a in cifras if a.fin <= expediente.hoy and expediente.juzga(a.fin)]
        if cifras and not any(aprobacion.fecha <= expediente.hoy for aprobacion in meta.aprobaciones):
            primera = min(cifras, key=lambda a: a.fin)
            yield (
                meta.en(),
                (
                    f"la meta sectorial «{meta.id}» tiene avance informado desde {primera.periodo} y no consta "
                    "ayuda memoria definitiva en que el nivel político la apruebe"
                ),
                meta.id,
                (primera.en("valor"),),
            )
