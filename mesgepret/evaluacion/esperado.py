"""De las metas de un indicador a lo que se espera de cada periodo, con los reajustes que ya regían."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.expediente.periodos import (
    CORTES,
    clase_de,
    contiene,
    en_orden,
    fin_de,
    inicio_de,
    periodos_de,
    ultimo_cerrado,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mesgepret.expediente import Indicador
    from mesgepret.expediente.indicadores import MetaAnual, Programado, Reajuste


class Esperado(NamedTuple):
    """Lo que se espera de un periodo: un valor o un rango; nada, si no se programó; o no se sabe.

    `primera`: la cifra de antes de los `reajustes`. `motivo`: por qué no hay meta, si alguien lo dijo.
    """

    valor: Decimal | None = None
    minimo: Decimal | None = None
    maximo: Decimal | None = None
    no_programado: bool = False
    primera: Decimal | None = None
    reajustes: tuple[Reajuste, ...] = ()
    motivo: str = ""

    @property
    def hay(self) -> bool:
        """Si hay con qué comparar."""
        return self.valor is not None or self.minimo is not None or self.maximo is not None


def esperado(indicador: Indicador, periodo: str, dia: date) -> Esperado:
    """Lo que ese día se esperaba de un periodo: lo programado, la meta de su año o lo que juntan los de dentro."""
    dichos = _dichos(indicador, periodo)
    if not dichos:
        return _reunido(indicador, periodo, dia)
    if any(otro.datos != dichos[0].datos for otro in dichos):
        return Esperado(motivo="la ficha dice dos metas distintas para este periodo")
    return de_lo_dicho(indicador, dichos[0], periodo, dia)


def de_lo_dicho(indicador: Indicador, dicho: Programado | MetaAnual, periodo: str, dia: date) -> Esperado:
    """Lo que ese día valía una meta del año, o lo programado en un periodo, con los reajustes que ya regían."""
    if dicho.tiene("no_programado") and not dicho.tiene("valor"):
        return Esperado(no_programado=True, motivo="no se programó nada para este periodo")
    if any(dicho.reserva(clave) for clave in ("valor", "minimo", "maximo")):
        return Esperado(motivo="la meta está reservada por ley")
    suyos = (periodo, str(dicho.datos.get("anio", "")))  # si la del año es la de cada periodo, también los del año
    rigen = sorted(
        (r for r in indicador.reajustes if r.periodo in suyos and r.desde is not None and r.desde <= dia),
        key=lambda r: (r.desde, r.ruta),
    )
    valor = rigen[-1].valor if rigen and dicho.valor is not None else dicho.valor
    return Esperado(valor, dicho.minimo, dicho.maximo, primera=dicho.valor, reajustes=tuple(rigen))


def _dichos(indicador: Indicador, periodo: str) -> Sequence[Programado | MetaAnual]:
    """Donde la ficha dice la meta de ese periodo mismo; la programación manda sobre la meta del año."""
    programados = [p for p in indicador.programacion if p.periodo == periodo]
    if programados:
        return programados
    if indicador.meta_anual_es == "cada_periodo" and not any(
        p.periodo[:4] == periodo[:4] for p in indicador.programacion
    ):
        periodo = periodo[:4]
    return [a for a in indicador.metas_anuales if str(a.anio) == periodo]


def _reunido(indicador: Indicador, periodo: str, dia: date) -> Esperado:
    """Lo que juntan los periodos programados dentro de uno mayor, según qué es la meta del año."""
    dentro = [p for p in indicador.programacion if p.periodo != periodo and p.periodo and contiene(periodo, p.periodo)]
    if not dentro:
        motivo = indicador.sin_meta.motivo if indicador.sin_meta else ""
        return Esperado(motivo=motivo or "la ficha no dice la meta de este periodo")
    dichos = [
        (p.periodo, esperado(indicador, p.periodo, dia)) for p in sorted(dentro, key=lambda p: en_orden(p.periodo))
    ]
    con_meta = [(p, e) for p, e in dichos if e.hay]
    if not con_meta:
        return Esperado(no_programado=all(e.no_programado for _, e in dichos), motivo=dichos[-1][1].motivo)
    ultimo = con_meta[-1][1]
    valores = [e.valor for _, e in con_meta if e.valor is not None]
    if indicador.meta_anual_es in ("suma", "promedio") and len(valores) == len(con_meta):
        if not _cubren(periodo, [p for p, _ in dichos]):
            return Esperado(motivo="no todos los periodos de dentro están programados")
        suma = sum(valores, Decimal(0))
        return Esperado(suma if indicador.meta_anual_es == "suma" else suma / len(valores))
    return (
        ultimo if fin_de(con_meta[-1][0]) == fin_de(periodo) else Esperado(motivo="no consta la meta del último corte")
    )


def _cubren(periodo: str, dentro: list[str]) -> bool:
    """Si juntos llenan el periodo, sin hueco."""
    dias = sum((fin_de(p) - inicio_de(p)).days + 1 for p in set(dentro))
    return dias >= (fin_de(periodo) - inicio_de(periodo)).days + 1


def periodos_medidos(indicador: Indicador, informados: Iterable[str], hasta: date) -> list[str]:
    """Los periodos en que el indicador se mide, en orden: los de sus metas, los informados y los de su frecuencia.

    Los de la frecuencia, solo entre el primero y el último que se conocen; si no se conoce ninguno, el último cerrado
    el día `hasta`. Lo informado de un periodo menor va dentro del de la meta que lo contiene.
    """
    de_metas = {p.periodo for p in indicador.programacion if p.periodo}
    programados = {p[:4] for p in de_metas}
    for anio in (str(anual.anio) for anual in indicador.metas_anuales if anual.anio):
        if anio not in programados:
            cada_uno = indicador.meta_anual_es == "cada_periodo"
            de_metas.update((periodos_de(anio, indicador.frecuencia) if cada_uno else []) or [anio])
    medidos = de_metas | {p for p in informados if not any(contiene(meta, p) for meta in de_metas)}
    if not medidos:
        medidos = {ultimo_cerrado(indicador.frecuencia, hasta)}
    elif indicador.frecuencia in CORTES and indicador.sentido != "hito":
        primero, ultimo = min(inicio_de(p) for p in medidos), max(fin_de(p) for p in medidos)
        medidos |= {
            p
            for anio in range(primero.year, ultimo.year + 1)
            for p in periodos_de(str(anio), indicador.frecuencia)
            if inicio_de(p) >= primero and fin_de(p) <= ultimo and not _se_tocan(p, medidos)
        }
    return sorted(medidos, key=en_orden)


def _se_tocan(periodo: str, otros: set[str]) -> bool:
    return any(contiene(otro, periodo) or contiene(periodo, otro) for otro in otros)


def meta_final(indicador: Indicador, dia: date) -> tuple[str, Decimal] | None:
    """La última meta con un valor, y su periodo; None si no hay ninguna."""
    anios = [str(a.anio) for a in indicador.metas_anuales if a.anio]
    dichos = [*anios, *(p.periodo for p in indicador.programacion if p.periodo)]
    for periodo in sorted(set(dichos), key=en_orden, reverse=True):
        valor = esperado(indicador, periodo, dia).valor
        if valor is not None:
            return periodo, valor
    return None


def se_mide_en(indicador: Indicador, periodo: str) -> bool:
    """Si un periodo no es menor que los de su frecuencia."""
    clases = list(CORTES)
    return indicador.frecuencia not in CORTES or clases.index(clase_de(periodo)) >= clases.index(indicador.frecuencia)
