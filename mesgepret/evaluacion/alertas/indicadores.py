"""De las cifras de cada indicador a las que faltan, a las que no van a llegar y a las que se pasan."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas.alerta import Alerta
from mesgepret.evaluacion.evaluar import evaluar
from mesgepret.evaluacion.exactitud import exacto, publicado, redondear
from mesgepret.evaluacion.resultado import CALCULADO
from mesgepret.evaluacion.tendencia import tendencia
from mesgepret.expediente.periodos import contiene, fin_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.evaluacion.resultado import Resultado
    from mesgepret.evaluacion.serie import Serie
    from mesgepret.evaluacion.tendencia import Tendencia
    from mesgepret.expediente import Expediente, Indicador

MUY_POR_ENCIMA = Decimal(130)
"""Desde qué cumplimiento se duda de la meta; es nuestro: el doble de donde acaba la tabla más ancha."""

CIFRAS_DE_UNA_TENDENCIA = 3
"""Con cuántas se avisa; es nuestro: por dos cifras pasa siempre una recta."""


def cifras_debidas(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Periodo con meta que ya se exige, de cuya cifra no se dijo ni el valor ni por qué falta (R25).

    Se exige al día siguiente de acabar el último mes del rezago. Del que dice `sin_dato`, o la reserva, no se avisa.
    """
    for indicador in expediente.indicadores_en_vigor():
        serie = evaluar(expediente).serie(indicador)
        debidas = [r for r in serie.resultados if _se_debe(r, serie) and expediente.juzga(fin_de(r.periodo))]
        if debidas:
            desde, dia = debidas[0].periodo, debidas[0].vence + timedelta(days=1)
            motivo = f"no consta la cifra de «{indicador.id}» de {desde}, ni por qué falta: se exige desde el {dia}"
            if len(debidas) > 1:
                cuales = ", ".join(r.periodo for r in debidas)
                motivo = (
                    f"no constan {len(debidas)} cifras de «{indicador.id}», ni por qué faltan ({cuales}): la primera "
                    f"se exige desde el {dia}"
                )
            yield _del_indicador("cifra-debida-sin-informar", indicador, desde, motivo)


def _se_debe(resultado: Resultado, serie: Serie) -> bool:
    dentro = [a for a in serie.avances if contiene(resultado.periodo, a.periodo)]
    se_dijo = any(a.tiene("sin_dato") or a.reserva("valor") for a in dentro)
    return resultado.estado == "sin_dato" and serie.corte.hoy > resultado.vence and not se_dijo


def tendencias_que_no_llegan(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Indicador cuya recta por sus últimas cifras (F13), tres o cuatro, no llega a su meta, con tiempo aún (R07)."""
    for indicador in expediente.indicadores_en_vigor():
        serie = evaluar(expediente).serie(indicador)
        con_cifra = [p for p in serie.periodos if serie.en(p).cifra.valor is not None]
        hacia = tendencia(serie, con_cifra[-1]) if con_cifra else None
        if hacia is None or not _queda_corta(hacia) or fin_de(hacia.hasta) <= expediente.corte:
            continue
        desde = con_cifra[-1]
        for periodo in reversed(con_cifra[:-1]):
            antes = tendencia(serie, periodo)
            if not _queda_corta(antes) or antes.hasta != hacia.hasta:
                break
            desde = periodo
        if hacia.proyeccion is not None and hacia.meta is not None:
            redonda = redondear(hacia.proyeccion, 2)
            llegaria = exacto(hacia.proyeccion if redonda == hacia.meta else redonda)
            motivo = (
                f"si «{indicador.id}» sigue como en sus {hacia.k} últimas cifras ({', '.join(hacia.periodos)}), llega "
                f"a {llegaria} en {hacia.hasta}, y su meta es {exacto(hacia.meta)}"
            )
            yield _del_indicador("tendencia-que-no-llega", indicador, desde, motivo)


def _queda_corta(hacia: Tendencia) -> bool:
    return hacia.llega is False and hacia.k >= CIFRAS_DE_UNA_TENDENCIA


def metas_muy_superadas(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Indicador cuyo cumplimiento pasa de 130 %: puede que la meta se pusiera mal (R07)."""
    for indicador in expediente.indicadores_en_vigor():
        serie = evaluar(expediente).serie(indicador)
        dichos = [r for r in serie.resultados if r.estado not in ("aun_no_exigible", "no_programado")]
        ultimo = dichos[-1] if dichos else None
        if ultimo is None or ultimo.cumplimiento is None or not _se_pasa(ultimo):
            continue
        desde = ultimo.periodo
        for resultado in reversed(dichos[:-1]):
            if not _se_pasa(resultado):
                break
            desde = resultado.periodo
        frente = ""
        if ultimo.avance is not None and ultimo.meta is not None:
            frente = f", {exacto(ultimo.avance)} frente a {exacto(ultimo.meta)},"
        motivo = (
            f"«{indicador.id}» va al {publicado(ultimo.cumplimiento)} % a {ultimo.periodo}{frente} y pasa del "
            f"{exacto(MUY_POR_ENCIMA)} %"
        )
        yield _del_indicador("meta-muy-superada", indicador, desde, motivo)


def _se_pasa(resultado: Resultado) -> bool:
    cumplimiento = resultado.cumplimiento if resultado.estado == CALCULADO else None
    return cumplimiento is not None and cumplimiento > MUY_POR_ENCIMA


def _del_indicador(clase: str, indicador: Indicador, desde: str, motivo: str) -> Alerta:
    responde = indicador.meta.responde
    return Alerta(clase, indicador, desde, indicador.en(), motivo, (), (responde,) if responde is not None else ())
