"""Del expediente en un corte a sus resultados: cada indicador y cada meta, calculados una sola vez."""

from __future__ import annotations

from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from mesgepret.evaluacion.agregacion import ResultadoDeMeta, agregar
from mesgepret.evaluacion.resultado import Corte, Resultado
from mesgepret.evaluacion.serie import Serie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.expediente import Expediente, Indicador, Meta
    from mesgepret.expediente.mcr import Semaforo


class Evaluacion:
    """Los resultados de un corte. `tramo`: si no está vacío, solo lo que cae en ese trimestre, semestre o año."""

    def __init__(
        self, metas: Mapping[str, Meta], tablas: Mapping[str, Semaforo], corte: Corte, tramo: str = ""
    ) -> None:
        self.metas = metas
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
        if not self._metas:
            self._juntar_todas()
        return self._metas[meta.id]

    def _juntar_todas(self) -> None:
        """Cada meta después de las que contribuyen a ella; en un círculo, todas a la vez y sin saber de las otras."""
        abajo = {id: [c.id for c in meta.contribuyentes] for id, meta in self.metas.items()}
        ordenadas = _por_orden(abajo)
        arriba: dict[str, list[str]] = {id: [] for id in abajo.keys() - set(ordenadas)}
        for superior in arriba:
            for id in [otra for otra in abajo[superior] if otra in arriba]:
                arriba[id].append(superior)
        encima = _por_orden(arriba)[::-1]
        for id in ordenadas:
            self._metas[id] = self._juntar(id)
        self._metas |= {id: self._juntar(id) for id in arriba.keys() - set(encima)}
        for id in encima:
            self._metas[id] = self._juntar(id)

    def _juntar(self, id: str) -> ResultadoDeMeta:
        return agregar(self.metas[id], self.indicador, self._ya_vista, self.tablas)

    def _ya_vista(self, meta: Meta) -> ResultadoDeMeta:
        """La de una contribuyente; en un círculo no hay cuenta que valga, y se dice."""
        motivo = "contribuye a sí misma, directamente o a través de otra"
        return self._metas.get(meta.id) or ResultadoDeMeta(meta, "no_calculable", motivo=motivo)


def _por_orden(antes: Mapping[str, Iterable[str]]) -> list[str]:
    """Cada uno después de los suyos; no están los de un círculo, ni los que van después de alguno de ellos."""
    orden = TopologicalSorter(antes)
    dichos: list[str] = []
    with suppress(CycleError):
        orden.prepare()
    while orden.is_active():
        listos = orden.get_ready()
        dichos += listos
        orden.done(*listos)
    return dichos


def evaluar(expediente: Expediente, tramo: str = "") -> Evaluacion:
    """Los resultados de un expediente en su corte, y en un tramo si se dice; se calculan según se piden, una vez."""
    hecha = expediente.vistas.get(tramo)
    if hecha is None:
        corte = Corte(expediente.corte, expediente.hoy)
        hecha = expediente.vistas[tramo] = Evaluacion(expediente.metas, expediente.semaforos, corte, tramo)
    evaluacion: Evaluacion = hecha
    return evaluacion
