"""De las cifras de un indicador a adónde va: lo que su camino pedía hoy, y adónde llega si sigue igual."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion.esperado import esperado, meta_final
from mesgepret.evaluacion.exactitud import Negativa, cuentas
from mesgepret.evaluacion.metodos import HACIA_ABAJO, HACIA_ARRIBA, SIN_DECIR
from mesgepret.evaluacion.resultado import anios_entre
from mesgepret.expediente.periodos import fin_de, inicio_de

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.evaluacion.serie import Serie

PUNTOS = 4
"""Cuántas cifras, las últimas, decide la tendencia: un año de trimestres."""


class Camino(NamedTuple):
    """F12: lo que una recta de la línea base a la meta pedía en un periodo, y si el avance va a la par.

    `motivo`: por qué no se calcula; entonces lo demás es None.
    """

    hasta: str = ""
    meta: Decimal | None = None
    requerido: Decimal | None = None
    en_camino: bool | None = None
    motivo: str = ""


class Tendencia(NamedTuple):
    """F13: la recta por las `k` últimas cifras (mínimos cuadrados), llevada hasta el periodo de la meta.

    `motivo`: por qué no se calcula; entonces lo demás es None, salvo `k`.
    """

    k: int = 0
    periodos: tuple[str, ...] = ()
    hasta: str = ""
    meta: Decimal | None = None
    proyeccion: Decimal | None = None
    llega: bool | None = None
    motivo: str = ""


def camino(serie: Serie, periodo: str) -> Camino:
    """Lo requerido en un periodo: b + (m − b)(t − t0)/(T − t0). Se niega si no pasa tiempo entre la base y la meta."""
    indicador = serie.indicador
    base = indicador.linea_base
    final = meta_final(indicador, serie.corte.hasta)
    try:
        if not indicador.avances_son:
            raise Negativa(SIN_DECIR["avances_son"])
        if indicador.avances_son != "nivel":
            raise Negativa("de lo que se acumula, el camino es la meta a la fecha")
        if base is None or base.valor is None or base.fin is None:
            raise Negativa("no consta el valor o el año de la línea base")
        if final is None:
            raise Negativa("no consta la meta final")
        if indicador.sentido not in HACIA_ARRIBA | HACIA_ABAJO:
            raise Negativa("solo hay camino cuando más es mejor, o menos")
        total = anios_entre(base.fin, fin_de(final[0]))
        if total <= 0:
            raise Negativa("entre la línea base y la meta no pasa ningún año")
        with cuentas():
            parte = min(anios_entre(base.fin, fin_de(periodo)) / total, Decimal(1))
            requerido = base.valor + (final[1] - base.valor) * parte
        avance = serie.en(periodo).avance
        return Camino(*final, requerido, None if avance is None else _cumple(indicador.sentido, avance, requerido))
    except Negativa as fallo:
        return Camino(motivo=str(fallo))


def tendencia(serie: Serie, periodo: str) -> Tendencia:
    """Adónde llega, si sigue como en sus últimas cifras hasta ese periodo, cuando venza la meta.

    De un nivel, la meta final; de lo que se acumula, la del año: cada año empieza otra cuenta. Se niega con menos de
    dos cifras, que no hacen una recta.
    """
    indicador = serie.indicador
    acumula = indicador.avances_son != "nivel"
    hasta = periodo[:4] if acumula else (meta_final(indicador, serie.corte.hasta) or ("", None))[0]
    puntos: list[tuple[str, Decimal]] = []
    try:
        if not indicador.avances_son:
            raise Negativa(SIN_DECIR["avances_son"])
        if indicador.sentido not in HACIA_ARRIBA | HACIA_ABAJO:
            raise Negativa("solo hay tendencia cuando más es mejor, o menos")
        meta = esperado(indicador, hasta, serie.corte.hasta).valor if hasta else None
        if meta is None:
            raise Negativa("no consta la meta a la que habría de llegar")
        puntos = _puntos(serie, periodo, acumula=acumula)[-PUNTOS:]
        if len(puntos) < 2:
            raise Negativa("con menos de dos cifras no hay tendencia")
        with cuentas():
            proyeccion = _recta(puntos, hasta)
        llega = _cumple(indicador.sentido, proyeccion, meta)
        return Tendencia(len(puntos), tuple(p for p, _ in puntos), hasta, meta, proyeccion, llega)
    except Negativa as fallo:
        return Tendencia(len(puntos), tuple(p for p, _ in puntos), motivo=str(fallo))


def _puntos(serie: Serie, periodo: str, *, acumula: bool) -> list[tuple[str, Decimal]]:
    """Las cifras hasta el periodo, de una por fecha; de lo que se acumula, lo que va en el año."""
    suyos = [p for p in serie.periodos if fin_de(p) <= fin_de(periodo) and (not acumula or p[:4] == periodo[:4])]
    por_fecha: dict[date, tuple[str, Decimal]] = {}
    va = Decimal(0)
    for uno in suyos:
        valor = serie.en(uno).cifra.valor
        if valor is not None:
            va += valor
            por_fecha[fin_de(uno)] = (uno, va if serie.indicador.avances_son == "incremento" else valor)
    return list(por_fecha.values())


def _recta(puntos: list[tuple[str, Decimal]], hasta: str) -> Decimal:
    """La recta de mínimos cuadrados por los puntos (años, valor), en el último mes de `hasta`."""
    origen = inicio_de(puntos[0][0])
    anios = [anios_entre(origen, fin_de(p)) for p, _ in puntos]
    valores = [v for _, v in puntos]
    medio_x, medio_y = sum(anios, Decimal(0)) / len(anios), sum(valores, Decimal(0)) / len(valores)
    ancho = sum(((x - medio_x) ** 2 for x in anios), Decimal(0))
    if ancho == 0:
        raise Negativa("todas las cifras son de una misma fecha")
    juntos = sum(((x - medio_x) * (y - medio_y) for x, y in zip(anios, valores, strict=True)), Decimal(0))
    return medio_y + juntos / ancho * (anios_entre(origen, fin_de(hasta)) - medio_x)


def _cumple(sentido: str, valor: Decimal, meta: Decimal) -> bool:
    return valor <= meta if sentido in HACIA_ABAJO else valor >= meta
