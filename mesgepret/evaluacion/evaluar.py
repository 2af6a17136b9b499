"""Del expediente en un corte a sus resultados: cada indicador y cada meta, calculados una sola vez."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.agregacion import ResultadoDeMeta, agregar
from mesgepret.evaluacion.resultado import Corte, Resultado
from mesgepret.evaluacion.serie import Serie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mesgepret.expediente import Expediente, Indicador, Meta
    from mesgepret.expediente.mcr import Semaforo
    from mesgepret.lectura import Documento


class Evaluacion:
    """Los resultados de un corte. `tramo`: si no está vacío, solo lo que cae en ese trimestre, semestre o año.

    `entera`: la del mismo corte sin tramo, con la que comparte las series: lo informado y lo esperado son los mismos.
    """

    def __init__(
        self, tablas: Mapping[str, Semaforo], corte: Corte, tramo: str = "", entera: Evaluacion | None = None
    ) -> None:
        self.tablas = tablas
        self.corte = corte
        self.tramo = tramo
        self._series: dict[str, Serie] = {} if entera is None else entera._series
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
        if meta.id not in self._metas:
            self._juntar_cadena(meta)
        return self._metas[meta.id]

    def _juntar_cadena(self, meta: Meta) -> None:
        """Cada meta después de las que contribuyen a ella; en un círculo, todas a la vez y sin saber de las otras."""
        metas = {una.id: una for una in meta.cadena if una.id not in self._metas}
        abajo = {id: [c.id for c in una.contribuyentes if c.id in metas] for id, una in metas.items()}
        for grupo in _grupos(abajo):
            self._metas |= {id: self._juntar(metas[id]) for id in grupo}

    def _juntar(self, meta: Meta) -> ResultadoDeMeta:
        return agregar(meta, self.indicador, self._ya_vista, self.tablas)

    def _ya_vista(self, meta: Meta) -> ResultadoDeMeta:
        """La de una contribuyente; en un círculo no hay cuenta que valga, y se dice."""
        motivo = "contribuye a sí misma, directamente o a través de otra"
        return self._metas.get(meta.id) or ResultadoDeMeta(meta, "no_calculable", motivo=motivo)


def _grupos(abajo: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Cada círculo junto, y los demás solos; cada uno después de los suyos (Kosaraju, sin recursión)."""
    acabados: list[str] = []
    vistos: set[str] = set()
    for raiz in abajo:
        pila = [] if raiz in vistos else [(raiz, iter(abajo[raiz]))]
        vistos.add(raiz)
        while pila:
            id, hijos = pila[-1]
            hijo = next((h for h in hijos if h not in vistos), None)
            if hijo is None:
                acabados.append(id)
                pila.pop()
            else:
                vistos.add(hijo)
                pila.append((hijo, iter(abajo[hijo])))
    arriba: dict[str, list[str]] = {id: [] for id in abajo}
    for id, hijos_de_id in abajo.items():
        for hijo in hijos_de_id:
            arriba[hijo].append(id)
    grupos: list[list[str]] = []
    hechos: set[str] = set()
    for id in reversed(acabados):
        grupo, pendientes = [], [id]
        while pendientes:
            uno = pendientes.pop()
            if uno not in hechos:
                hechos.add(uno)
                grupo.append(uno)
                pendientes += arriba[uno]
        grupos += [grupo] if grupo else []
    return grupos[::-1]


def evaluar(expediente: Expediente, tramo: str = "", hasta: date | None = None) -> Evaluacion:
    """Los resultados de un expediente en su corte, y en un tramo si se dice; se calculan según se piden, una vez.

    `hasta`: otro corte, con lo que se sabe hoy.
    """
    vista = f"{tramo}:{hasta}" if hasta else tramo
    hecha = expediente.vistas.get(vista)
    if hecha is None:
        corte = Corte(hasta or expediente.corte, expediente.hoy)
        entera = evaluar(expediente, hasta=hasta) if tramo else None
        hecha = expediente.vistas[vista] = Evaluacion(expediente.semaforos, corte, tramo, entera)
    evaluacion: Evaluacion = hecha
    return evaluacion


def heredar(de: Expediente, a: Expediente) -> None:
    """Da a un expediente lo ya evaluado en otro, si los dos dicen lo mismo de la matriz el mismo día y al mismo corte.

    Lo mismo es el mismo documento leído, y no uno igual; los de las mesas no entran en ningún resultado.
    """
    if (de.hoy, de.corte) == (a.hoy, a.corte) and _matriz(de) == _matriz(a):
        a.vistas.update({vista: hecha for vista, hecha in de.vistas.items() if isinstance(hecha, Evaluacion)})


def _matriz(expediente: Expediente) -> dict[str, Documento]:
    documentos = (raiz.doc for raiz in expediente.raices)
    return {documento.archivo: documento for documento in documentos if documento.archivo.startswith("mcr/")}
