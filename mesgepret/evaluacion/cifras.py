"""De lo que se informó de un periodo a su cifra: la que vale, las que corrigió y las que dicen otros."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion.exactitud import Negativa, cuentas, exacto
from mesgepret.evaluacion.expresion import Expresion, entender
from mesgepret.evaluacion.metodos import CIEN, HACIA_ABAJO
from mesgepret.expediente.periodos import clase_de, contiene, en_orden, periodos_de

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mesgepret.expediente import Indicador
    from mesgepret.expediente.avances import Avance
    from mesgepret.expediente.mcr import Institucion


class Cifra(NamedTuple):
    """Lo que se sabe de un periodo.

    `valor`: None si no hay cifra, y entonces `motivo` dice por qué, si alguien lo dijo. `niega`: si hay cifras y aun
    así no se sabe cuál vale. `cuentan`: las entradas de que sale, con las variables de cada una en `partes`
    (numerador, denominador); `corregidas`: las que otra dejó atrás; `ajenas`: las de quien no responde.
    """

    valor: Decimal | None = None
    motivo: str = ""
    niega: bool = False
    pasos: tuple[str, ...] = ()
    cuentan: tuple[Avance, ...] = ()
    corregidas: tuple[Avance, ...] = ()
    ajenas: tuple[Avance, ...] = ()
    partes: tuple[Decimal, Decimal] | None = None


NADA = Cifra()


def conocidos(indicador: Indicador, hoy: date) -> list[Avance]:
    """Lo informado del indicador hasta ese día: por cuándo se informó, por su corte o, si nada se dice, al acabar."""
    return [a for a in indicador.avances if sabido_el(a) <= hoy]


def sabido_el(avance: Avance) -> date:
    """El día desde el que la cifra se conoce."""
    dias = [dia for dia in (avance.fecha_reporte, avance.fecha_corte) if dia is not None]
    return max(dias) if dias else avance.fin


def cifra_de(indicador: Indicador, periodo: str, avances: Iterable[Avance]) -> Cifra:
    """La cifra de un periodo con lo que se conoce: la suya o, si no la tiene, la que juntan los que caen dentro.

    Cuenta lo de la institución responsable; si ella nada dice, lo de otra, con tal que sea una sola. De un mismo
    periodo, corte e institución vale la última corrección.
    """
    suyos = [a for a in avances if contiene(periodo, a.periodo)]
    suyos = [a for a in suyos if a.periodo == periodo] or suyos
    if not suyos:
        return NADA
    casas = dict.fromkeys(a.institucion.id if a.institucion else "" for a in suyos)
    responde = indicador.meta.responde
    casa = responde.id if responde and responde.id in casas else next(iter(casas))
    suyos.sort(key=_orden)
    ajenas = tuple(a for a in suyos if (a.institucion.id if a.institucion else "") != casa)
    if ajenas and (responde is None or casa != responde.id):
        quienes = ", ".join(sorted(_siglas(suyos)))
        return Cifra(motivo=f"informan {quienes}, y ninguna es la responsable", niega=True, ajenas=tuple(suyos))
    propias = [a for a in suyos if a not in ajenas]
    try:
        with cuentas():
            vivas, corregidas = _corregir(propias)
            return _juntar(indicador, periodo, vivas)._replace(corregidas=corregidas, ajenas=ajenas)
    except Negativa as fallo:
        return Cifra(motivo=str(fallo), niega=True, cuentan=tuple(propias), ajenas=ajenas)


def _siglas(avances: Sequence[Avance]) -> set[str]:
    casas: set[Institucion] = {a.institucion for a in avances if a.institucion}
    return {casa.sigla for casa in casas}


def cuando(avance: Avance) -> tuple[tuple[date, int], date, date, bool]:
    """El orden de las entradas, que es el de sus fechas y no el del archivo."""
    corte = avance.fecha_corte or avance.fin
    return en_orden(avance.periodo), corte, avance.fecha_reporte or corte, avance.tiene("corrige")


def que_valen(avances: Iterable[Avance]) -> list[Avance]:
    """Lo que una institución informó, por fecha y sin lo corregido; nada del periodo en que no se sabe qué vale."""
    por_periodo: dict[str, list[Avance]] = {}
    for avance in avances:
        por_periodo.setdefault(avance.periodo, []).append(avance)
    vivas: list[Avance] = []
    for suyos in por_periodo.values():
        with suppress(Negativa):
            vivas += _corregir(suyos)[0]
    return sorted(vivas, key=cuando)


def _orden(avance: Avance) -> tuple[object, ...]:
    return cuando(avance), _dicho(avance)


def _corregir(avances: list[Avance]) -> tuple[list[Avance], tuple[Avance, ...]]:
    """Las que valen, por fecha, y las corregidas.

    Una corrección deja atrás la de su mismo corte; si no hay ninguna, todas las anteriores de su periodo.
    """
    vivas: list[Avance] = []
    corregidas: list[Avance] = []
    por_informe = sorted(avances, key=lambda a: (sabido_el(a), a.tiene("corrige"), _orden(a)))
    for avance in por_informe:
        if avance.tiene("corrige"):
            hermanas = [a for a in vivas if a.periodo == avance.periodo]
            atras = [a for a in hermanas if _corte(a) == _corte(avance)] or hermanas
            rival = next((a for a in atras if a.tiene("corrige") and cuando(a) == cuando(avance)), None)
            if rival is not None and _dicho(rival) != _dicho(avance):
                raise Negativa(f"dos correcciones de {avance.periodo} tienen las mismas fechas: no se sabe cuál vale")
            corregidas += atras
            vivas = [a for a in vivas if a not in atras]
        vivas.append(avance)
    return sorted(vivas, key=_orden), tuple(corregidas)


def _corte(avance: Avance) -> date:
    return avance.fecha_corte or avance.fin


def _dicho(avance: Avance) -> tuple[bool, Decimal, str]:
    return avance.valor is not None, avance.valor or Decimal(0), avance.sin_dato


def _juntar(indicador: Indicador, periodo: str, vivas: list[Avance]) -> Cifra:
    """Lo que valen juntas las cifras de un periodo, según su ficha."""
    formula = formula_de(indicador)
    valores = [(a, _valor(formula, a)) for a in vivas]
    con_valor = [(a, v) for a, v in valores if v is not None]
    if not con_valor:
        reservada = any(a.reserva("valor") for a in vivas)
        dicho = next((a.sin_dato for a in reversed(vivas) if a.sin_dato), "")
        return Cifra(motivo="la cifra está reservada por ley" if reservada else dicho, cuentan=tuple(vivas))
    como = _como_se_juntan(indicador) if len(con_valor) > 1 else "ultimo"
    if como in ("suma", "promedio"):
        falta = _lo_que_falta(periodo, valores, como)
        if falta:
            return Cifra(motivo=falta, cuentan=tuple(vivas))
    cuentan = tuple(a for a, _ in con_valor)
    partes = _partes(formula, cuentan)
    if indicador.metodo_cumplimiento == "razon_de_sumas" and partes is not None and partes[1] != 0:
        paso = f"{exacto(partes[0])} ÷ {exacto(partes[1])} × 100 = {exacto(partes[0] / partes[1] * CIEN)}"
        pasos: tuple[str, ...] = (
            (f"de {len(cuentan)} cifras, la razón de sus sumas: {paso}",) if len(cuentan) > 1 else ()
        )
        return Cifra(partes[0] / partes[1] * CIEN, pasos=pasos, cuentan=cuentan, partes=partes)
    valor, pasos = _reunir(indicador, como, con_valor)
    return Cifra(valor, pasos=pasos, cuentan=cuentan, partes=partes)


def _valor(formula: Expresion | None, avance: Avance) -> Decimal | None:
    """El valor informado; si solo se dieron las variables, el que dan."""
    if avance.tiene("valor") or not avance.tiene("variables"):
        return avance.valor
    if formula is not None:
        return formula.valor(avance.variables)
    partes = _partes(None, [avance])
    return partes[0] / partes[1] * CIEN if partes and partes[1] else None


def _como_se_juntan(indicador: Indicador) -> str:
    """Lo que dice la ficha; si calla, lo que se sigue de qué son sus cifras. De niveles no se sigue nada."""
    if indicador.en_el_periodo and not indicador.reserva("en_el_periodo"):
        return indicador.en_el_periodo
    como = {"acumulado": "ultimo", "incremento": "suma"}.get(indicador.avances_son)
    if como is None:
        raise Negativa("hay varias cifras del periodo, y la ficha no dice qué valen juntas (en_el_periodo)")
    return como


def _lo_que_falta(periodo: str, valores: list[tuple[Avance, Decimal | None]], como: str) -> str:
    """Por qué no puede sumarse o promediarse: una parte se dijo sin dato, o no llegó."""
    callan = sorted({a.periodo for a, v in valores if v is None}, key=en_orden)
    if callan:
        return f"sin {', '.join(callan)} no hay {'suma' if como == 'suma' else 'promedio'}"
    clases = {clase_de(a.periodo) for a, _ in valores}
    if como == "suma" and len(clases) == 1 and periodo not in {a.periodo for a, _ in valores}:
        hay = {a.periodo for a, _ in valores}
        faltan = [p for p in periodos_de(periodo, clases.pop()) if p not in hay]
        return f"falta {', '.join(faltan)}" if faltan else ""
    return ""


def _reunir(indicador: Indicador, como: str, valores: list[tuple[Avance, Decimal]]) -> tuple[Decimal, tuple[str, ...]]:
    numeros = [v for _, v in valores]
    dichos = ", ".join(exacto(v) for v in numeros)
    if len(numeros) == 1:
        return numeros[0], ()
    if como == "suma":
        return sum(numeros, Decimal(0)), (f"la suma de {dichos} es {exacto(sum(numeros, Decimal(0)))}",)
    if como == "promedio":
        medio = sum(numeros, Decimal(0)) / len(numeros)
        return medio, (f"el promedio de {dichos} es {exacto(medio)}",)
    if como == "peor":
        peor = _el_peor(indicador, numeros)
        return peor, (f"la peor de {dichos} es {exacto(peor)}",)
    ultimo = _el_ultimo(indicador, valores)
    return ultimo, (f"la última de {dichos} es {exacto(ultimo)}",)


def _el_peor(indicador: Indicador, numeros: list[Decimal]) -> Decimal:
    if indicador.sentido == "rango" or not indicador.sentido:
        raise Negativa("de un rango no se sabe cuál es la peor cifra")
    return max(numeros) if indicador.sentido in HACIA_ABAJO else min(numeros)


def _el_ultimo(indicador: Indicador, valores: list[tuple[Avance, Decimal]]) -> Decimal:
    """La de fecha más reciente; de dos acumulados de una misma fecha, el mayor, porque un acumulado no baja."""
    final = cuando(valores[-1][0])
    empatados = {v for a, v in valores if cuando(a) == final}
    if len(empatados) > 1 and indicador.avances_son != "acumulado":
        raise Negativa("dos cifras tienen las mismas fechas: no se sabe cuál es la última")
    return max(empatados)


def formula_de(indicador: Indicador) -> Expresion | None:
    """La fórmula de su ficha; None si no la dice, se reserva o no se entiende."""
    metodo = indicador.metodo_calculo
    if metodo is None or not metodo.expresion or metodo.reserva("expresion"):
        return None
    hallada = entender(metodo.expresion)
    return hallada if isinstance(hallada, Expresion) else None


def _partes(formula: Expresion | None, avances: Sequence[Avance]) -> tuple[Decimal, Decimal] | None:
    """La suma de numeradores y la de denominadores, por la fórmula o por las variables que así se llaman."""
    arriba = abajo = Decimal(0)
    dos = formula.partes if formula else None
    for avance in avances:
        variables = avance.variables
        try:
            if dos is not None:
                arriba, abajo = arriba + dos[0].valor(variables), abajo + dos[1].valor(variables)
            else:
                arriba, abajo = arriba + variables["numerador"], abajo + variables["denominador"]
        except (Negativa, KeyError):
            return None
    return arriba, abajo


def recalcular(indicador: Indicador, avance: Avance) -> Decimal | None:
    """Lo que la fórmula da con las variables de una cifra; None si no hay fórmula, o no se puede (R25)."""
    formula = formula_de(indicador)
    if formula is None or not avance.tiene("variables"):
        return None
    try:
        with cuentas():
            return formula.valor(avance.variables)
    except Negativa:
        return None
