"""De la cadena de una meta presidencial a los eslabones que ningún indicador mide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I110")
def cadena_con_eslabon_vacio(expediente: Expediente) -> Iterator[Hallado]:
    """Eslabón del catálogo sin indicador en la cadena de una meta presidencial a la que alguna contribuye (R13).

    La cadena es ella, las que contribuyen a ella y las que contribuyen a estas. Si alguno de sus indicadores reserva o
    calla su eslabón, no se sabe y no se dice.
    """
    for meta in expediente.metas_en_vigor("presidencial"):
        cadena = [m for m in meta.cadena if m.vigente(expediente.hoy)]
        indicadores = [i.propio for m in cadena for i in m.indicadores]
        medidos = {i.eslabon.id for i in indicadores if i.eslabon is not None}
        vacios = [e for e in expediente.catalogos.eslabones if e.id not in medidos]
        if vacios and len(cadena) > 1 and all(i.eslabon is not None for i in indicadores):
            yield (
                meta.en(),
                (
                    f"en la cadena de la meta presidencial «{meta.id}» ({len(cadena)} metas, {len(indicadores)} "
                    f"indicadores) ninguno mide {', '.join(f'«{e.nombre}»' for e in vacios)}"
                ),
                meta.id,
            )
