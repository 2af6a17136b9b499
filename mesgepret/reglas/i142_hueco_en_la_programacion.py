"""De los periodos programados de un año a los que faltan, y al orden en que están."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mesgepret.expediente.periodos import fin_de, inicio_de
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I142")
def hueco_en_la_programacion(expediente: Expediente) -> Iterator[Hallado]:
    """Año programado en parte, o metas y periodos escritos sin orden.

    Falta lo de la clase más corta que nada cubre y en que la meta rige. Del año en curso con pocos cortes hablan I116
    e I118.
    """
    este = str(expediente.hoy.year)
    for indicador in expediente.indicadores_en_vigor():
        cortes = indicador.meta.cortes(expediente.hoy.year)
        pocos = indicador.meta.nivel != "presidencial" and cortes is not None and len(cortes) < 4
        for anio in sorted({p.periodo[:4] for p in indicador.programacion}):
            faltan = [] if pocos and anio == este else indicador.huecos(anio)
            if faltan:
                falta = "le falta" if len(faltan) == 1 else "le faltan"
                yield (
                    indicador.en("programacion"),
                    f"a la programación de «{indicador.id}» en {anio} {falta} {', '.join(faltan)}",
                    indicador.id,
                )
        anuales = [(str(a.anio), "anio", a) for a in indicador.metas_anuales if a.anio is not None]
        periodos = [(p.periodo, "periodo", p) for p in indicador.programacion]
        for (antes, *_), (despues, clave, pieza) in (*pairwise(anuales), *pairwise(periodos)):
            if fin_de(despues) < inicio_de(antes):
                dicho = f"en «{indicador.id}», {despues} está escrito después de {antes}: se esperaba en orden"
                yield pieza.en(clave), dicho, indicador.id
