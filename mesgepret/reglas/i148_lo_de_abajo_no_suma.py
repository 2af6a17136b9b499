"""De lo que un indicador informa a lo que suman los de las metas que contribuyen a la suya."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import evaluar, exacto
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I148")
def lo_de_abajo_no_suma(expediente: Expediente) -> Iterator[Hallado]:
    """Lo informado arriba y lo sumado abajo difieren más de la tolerancia, que sin decirse es ninguna."""
    evaluacion = evaluar(expediente)
    for meta in expediente.metas_en_vigor():
        como = meta.agregacion
        for suma in evaluacion.meta(meta).sumas if como and meta.contribuyentes else ():
            if como is None or suma.casa is not False or suma.sumado is None or suma.informado is None:
                continue
            cuantos = len(suma.sumandos)
            abajo = f"los {cuantos} que contribuyen a él dan" if cuantos > 1 else "el que contribuye a él da"
            yield (
                suma.indicador.en(),
                (
                    f"«{suma.indicador.id}» informa {exacto(suma.informado)}, y {abajo} {exacto(suma.sumado)}: "
                    f"difieren en {exacto(abs(suma.diferencia))}, y se tolera el {exacto(suma.tolerancia)} %"
                ),
                suma.indicador.id,
                (como.en("contribuyentes"), *(s.en() for s in suma.sumandos)),
            )
