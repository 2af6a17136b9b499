"""Del expediente en un corte a sus resultados: cada indicador y cada meta, calculados una sola vez."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.agregacion import ResultadoDeMeta, agregar
from mesgepret.evaluacion.resultado import Corte, Resultado
from mesgepret.evaluacion.serie import Serie

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mesgepret.expediente import Expediente, Indicador, Meta
    from mesgepret.expediente.mcr import Semaforo


class Evaluacion:
    """Los resultados de un corte. `tramo`: si no está vacío, solo lo que cae en ese trimestre, semestre o año."""

    def __init__(self, tablas: Mapping[str, Semaforo], corte: Corte, tramo: str = "") -> None:
        self.tablas = tablas
        self.corte = corte
        self.tramo = tramo
        self._series: dict[str, Serie] = {}
        self._resultados: dict[str, Resultado] = {}
        self._metas: dict[str, ResultadoDeMeta] = {}

    def serie(self, indicador: Indicador) -> Serie:
        """El indicador, periodo por periodo."""
        id = indicador.propio.id
        if id not in self._series:
            self._series[id] = Serie(indicador, self.corte, self.tablas)
        return self._series[id]

    def indicador(self, indicador: Indicador) -> Resultado:
        """Cómo está: su último periodo contado o, si se mira un tramo, ese tramo."""
        id = indicador.propio.id
        if id not in self._resultados:
            serie = self.serie(indicador)
            self._resultados[id] = serie.del_tramo(self.tramo) if self.tramo else serie.ultimo
        return self._resultados[id]

    def meta(self, meta: Meta) -> ResultadoDeMeta:
        """Cómo está una meta; antes, cada una de las que contribuyen a ella, por honda que sea la cadena."""
        pila, en_curso = [meta], set()
        while pila:
            una = pila[-1]
            if una.id in self._metas or una.id in en_curso:
                pila.pop()
                if una.id not in self._metas:
                    self._metas[una.id] = agregar(una, self.indicador, self._ya_vista, self.tablas)
            else:
                en_curso.add(una.id)
                pila += [m for m in una.contribuyentes if m.id not in self._metas and m.id not in en_curso]
        return self._metas[meta.id]

    def _ya_vista(self, meta: Meta) -> ResultadoDeMeta:
        """La de una contribuyente; en un círculo no hay cuenta que valga, y se dice."""
        motivo = "contribuye a sí misma, directamente o a través de otra"
        return self._metas.get(meta.id) or ResultadoDeMeta(meta, "no_calculable", motivo=motivo)


def evaluar(expediente: Expediente, tramo: str = "", hasta: date | None = None) -> Evaluacion:
    """Los resultados de un expediente en su corte, y en un tramo si se dice; se calculan según se piden, una vez.

    `hasta`: otro corte, con lo que se sabe hoy.
    """
    vista = f"{tramo}:{hasta}" if hasta else tramo
    hecha = expediente.vistas.get(vista)
    if hecha is None:
        corte = Corte(hasta or expediente.corte, expediente.hoy)
        hecha = expediente.vistas[vista] = Evaluacion(expediente.semaforos, corte, tramo)
    evaluacion: Evaluacion = hecha
    return evaluacion
