"""De la ficha de un indicador y sus cifras a lo que no casa entre ellas, con la cuenta a la vista."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion.cifras import formula_de, que_valen, recalcular
from mesgepret.evaluacion.esperado import de_lo_dicho
from mesgepret.evaluacion.exactitud import CIFRAS, Negativa, cuentas, decimales_de, exacto, redondear
from mesgepret.evaluacion.metodos import METODOS
from mesgepret.expediente.periodos import CORTES, clase_de, contiene, en_orden

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mesgepret.evaluacion.serie import Serie
    from mesgepret.expediente import Indicador
    from mesgepret.expediente.avances import Avance
    from mesgepret.expediente.indicadores import MetaAnual, Programado

SIN_EXACTITUD = frozenset(["aproximada", "minimo", "maximo", "proyectada"])
"""Las precisiones de una cifra que no dice cuánto es, sino por dónde anda."""


class Descuadre(NamedTuple):
    """Un año cuyos periodos no dan su meta.

    `cota`: cuál de sus cifras es, valor, minimo o maximo. `junto`: lo que dan sus periodos de esa clase, y `cuenta`,
    cómo lo dan. `reajustado`: si lo que no cierra es lo que quedó después de los reajustes.
    """

    anual: MetaAnual
    clase: str
    cota: str
    dicho: Decimal
    junto: Decimal
    cuenta: str
    reajustado: bool


def descuadres(indicador: Indicador, dia: date) -> Iterator[Descuadre]:
    """Los años programados enteros cuyos periodos no dan la meta del año, según qué sea ella (`meta_anual_es`).

    Se miran las primeras cifras y, si cierran, las que rigen ese día. De un rango, cada cota. Lo que se reserva no se
    junta.
    """
    cuando_se_mira = (None, dia) if indicador.reajustes else (None,)
    programados: dict[tuple[str, str], dict[str, Programado]] = {}
    for uno in indicador.programacion:
        programados.setdefault((uno.periodo[:4], clase_de(uno.periodo)), {}).setdefault(uno.periodo, uno)
    for anual in indicador.metas_anuales:
        for clase, cortes in CORTES.items():
            suyos = programados.get((str(anual.anio), clase), {})
            if len(suyos) == len(cortes):
                miradas = (_descuadre(indicador, anual, suyos, cuando) for cuando in cuando_se_mira)
                yield from [hallado for hallado in miradas if hallado][:1]


def _descuadre(
    indicador: Indicador, anual: MetaAnual, suyos: dict[str, Programado], dia: date | None
) -> Descuadre | None:
    """El del año con esos periodos; sin `dia`, con las primeras cifras."""
    en_fila = sorted(suyos.items(), key=lambda par: en_orden(par[0]))
    for cota in ("valor", "minimo", "maximo"):
        dicho = _cifra(indicador, anual, str(anual.anio), cota, dia)
        partes = [(p, _cifra(indicador, u, p, cota, dia)) for p, u in en_fila if u.tiene(cota) or not u.no_programado]
        enteras = [(p, v) for p, v in partes if v is not None]
        if dicho is None or len(enteras) < len(partes):
            continue
        try:
            with cuentas():
                junto, cuenta = _dan(indicador.meta_anual_es, enteras, dicho)
        except Negativa:
            continue
        if junto != dicho:
            return Descuadre(anual, clase_de(en_fila[0][0]), cota, dicho, junto, cuenta, dia is not None)
    return None


def _cifra(
    indicador: Indicador, de: MetaAnual | Programado, periodo: str, cota: str, dia: date | None
) -> Decimal | None:
    escrita: Decimal | None = getattr(de, cota)
    return escrita if dia is None or cota != "valor" else de_lo_dicho(indicador, de, periodo, dia).valor


def _dan(como: str, partes: list[tuple[str, Decimal]], dicho: Decimal) -> tuple[Decimal, str]:
    """Lo que dan los periodos de un año y cómo; lo mismo que lo dicho, si no se comparan.

    El promedio se compara con los decimales de la meta.
    """
    valores = [valor for _, valor in partes]
    suma, sumandos = sum(valores, Decimal(0)), " + ".join(map(exacto, valores))
    if como == "suma":
        return suma, f"suma {sumandos} = {exacto(suma)}" if len(valores) > 1 else f"suma {exacto(suma)}"
    if como == "promedio" and valores:
        medio = redondear(suma / len(valores), decimales_de(dicho))
        return medio, f"promedia ({sumandos}) ÷ {len(valores)} = {exacto(medio)}"
    mirados = {"ultimo": partes[-1:], "cada_periodo": partes}.get(como, [])
    periodo, distinto = next(((p, v) for p, v in mirados if v != dicho), ("", dicho))
    return distinto, f"{'acaba en' if como == 'ultimo' else 'pide'} {exacto(distinto)}, en {periodo}"


def metas_en_orden(indicador: Indicador, dia: date) -> list[tuple[MetaAnual, Decimal]]:
    """Las metas de sus años, con los reajustes que ese día regían; las de rango o reservadas no están."""
    anuales = sorted((a for a in indicador.metas_anuales if a.anio is not None), key=lambda a: a.anio or 0)
    dichas = [(a, de_lo_dicho(indicador, a, str(a.anio), dia).valor) for a in anuales]
    return [(a, valor) for a, valor in dichas if valor is not None]


def empeora(indicador: Indicador, antes: Decimal, despues: Decimal) -> bool:
    """Si ir de una cifra a otra es ir contra su sentido."""
    contra = {"ascendente": despues < antes, "descendente": despues > antes}
    return contra.get(indicador.sentido, False)


def desajuste(indicador: Indicador) -> str:
    """Por qué su método de cumplimiento no se hizo para él; vacío si le va."""
    metodo = METODOS.get(indicador.metodo_cumplimiento)
    if metodo is None:
        return ""
    if indicador.sentido and indicador.sentido not in metodo.sentidos:
        return f"se hizo para el sentido {' o '.join(sorted(metodo.sentidos))}, y el suyo es {indicador.sentido}"
    if metodo.id == "a_la_fecha" and indicador.avances_son == "nivel":
        return "suma incrementos, y lo que se informa es un nivel"
    if metodo.id == "razon_de_sumas" and not _con_partes(indicador):
        return "pide numerador y denominador, y ni la fórmula es una sola división ni hay variables que así se llamen"
    return ""


def _con_partes(indicador: Indicador) -> bool:
    """Si de sus cifras sale un numerador y un denominador, o no puede saberse."""
    metodo, formula = indicador.metodo_calculo, formula_de(indicador)
    if indicador.reserva("metodo_calculo") or (metodo and (metodo.calla("expresion") or metodo.calla("variables"))):
        return True
    nombres = {v.id for v in metodo.variables} if metodo else set()
    nombres.update(nombre for avance in indicador.avances for nombre in avance.variables)
    return (formula is not None and formula.partes is not None) or {"numerador", "denominador"} <= nombres


def acumulados_que_bajan(indicador: Indicador) -> Iterator[tuple[Avance, Avance]]:
    """De cada institución, el acumulado menor que el anterior de su mismo año, con él; lo que corrige no baja."""
    casas: dict[str, list[Avance]] = {}
    for avance in indicador.avances:
        casas.setdefault(avance.institucion.id if avance.institucion else "", []).append(avance)
    for suyos in casas.values():
        enteros = [
            a for a in que_valen(suyos) if a.valor is not None and a.precision not in SIN_EXACTITUD | {"redondeada"}
        ]
        for _, del_anio in groupby(enteros, key=lambda a: a.periodo[:4]):
            for antes, despues in pairwise(del_anio):
                baja = antes.valor is not None and despues.valor is not None and despues.valor < antes.valor
                if baja and not despues.tiene("corrige"):
                    yield antes, despues


def segun_sus_variables(indicador: Indicador, avance: Avance) -> Decimal | None:
    """Lo que la fórmula da con sus variables, redondeado como lo informado; None si es eso, o no se sabe (R25).

    Lo que dice estar redondeado, hasta su última cifra que no es cero: 2300000, a cientos de miles.
    """
    if avance.valor is None or avance.precision in SIN_EXACTITUD:
        return None
    calculado = recalcular(indicador, avance)
    if calculado is None:
        return None
    try:
        with cuentas():
            decimales = min(decimales_de(avance.valor), CIFRAS)
            if avance.precision == "redondeada":
                decimales = -int(avance.valor.normalize().as_tuple().exponent)
            dado = redondear(calculado, decimales)
    except Negativa:
        return None
    return None if dado == avance.valor else dado


def suma_de_incrementos(serie: Serie) -> tuple[Decimal, Decimal] | None:
    """Lo que suman los incrementos, si hay más de uno, y la meta final con que se comparan; None si no se comparan.

    Si la meta del año es la suma de sus periodos, la final es la de todos sus años, y de esos años son los incrementos;
    si es la última, la del último año.
    """
    uno = serie.indicador
    metas = metas_en_orden(uno, serie.corte.hasta)
    if uno.avances_son != "incremento" or uno.meta_anual_es not in ("suma", "ultimo") or not metas:
        return None
    por_anio = uno.meta_anual_es == "suma"
    anios = {str(anual.anio) for anual, _ in metas}
    sumados: list[str] = []
    for periodo in reversed(serie.periodos):  # de los que acaban a la vez, el mayor primero
        if not (sumados and contiene(sumados[-1], periodo)) and (periodo[:4] in anios or not por_anio):
            sumados.append(periodo)
    cifras = [cifra for p in sumados if (cifra := serie.en(p).cifra).valor is not None]
    if sum(len(cifra.cuentan) for cifra in cifras) < 2:
        return None
    try:
        with cuentas():
            final = sum((m for _, m in metas), Decimal(0)) if por_anio else metas[-1][1]
            return sum((cifra.valor or Decimal(0) for cifra in cifras), Decimal(0)), final
    except Negativa:
        return None
