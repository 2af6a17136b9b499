"""De los resultados de las metas a las que se apartan: de su ruta, de lo acordado sobre ellas y de las de abajo."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas.acuerdos import acuerdos_a_la_vista
from mesgepret.evaluacion.alertas.alerta import Alerta
from mesgepret.evaluacion.evaluar import evaluar
from mesgepret.evaluacion.exactitud import exacto, publicado
from mesgepret.evaluacion.resultado import CALCULADO
from mesgepret.evaluacion.tendencia import camino
from mesgepret.expediente import Meta
from mesgepret.expediente.periodos import en_orden, fin_de, inicio_de, ultimo_cerrado

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from mesgepret.evaluacion.evaluar import Evaluacion
    from mesgepret.evaluacion.situacion import Situacion
    from mesgepret.expediente import Acuerdo, Expediente, Indicador

ROJO, VERDE = "rojo", "verde"


def metas_fuera_de_ruta(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Meta en rojo; o, donde nada se programó en el año, con un indicador por detrás de la recta a su meta final (R07).

    De la que está en gris, que alguno de sus indicadores esté en rojo.
    """
    for meta in expediente.metas_en_vigor():
        evaluacion = _con_lo_exigible(expediente, meta)
        motivo = _por_que(evaluacion, meta)
        if motivo:
            desde = _desde_cuando(expediente, evaluacion, meta, lambda ev, m: bool(_por_que(ev, m)))
            yield _de_la_meta("meta-fuera-de-ruta", meta, desde, motivo)


def metas_en_rojo_sin_acuerdo(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Meta en rojo en los dos últimos trimestres cerrados, y ningún acuerdo la atiende (R07).

    La atiende el que la nombra en `metas`, o cita una alerta suya, si sigue abierto o se tomó ya en rojo.
    """
    penultimo = inicio_de(ultimo_cerrado("trimestral", expediente.corte)) - timedelta(days=1)
    vistas = [(meta, _con_lo_exigible(expediente, meta)) for meta in expediente.metas_en_vigor()]
    rojas = [(meta, evaluacion) for meta, evaluacion in vistas if _en_rojo(evaluacion, meta)]
    atienden: dict[str, list[tuple[Acuerdo, Situacion]]] = defaultdict(list)
    for acuerdo, vista in acuerdos_a_la_vista(expediente, borradores=borradores) if rojas else ():
        for id in {*(meta.id for meta in acuerdo.metas), *(a.split(":")[1] for a in acuerdo.alertas if ":" in a)}:
            atienden[id].append((acuerdo, vista))
    for meta, evaluacion in rojas:
        desde = _desde_cuando(expediente, evaluacion, meta, lambda ev, m: bool(_en_rojo(ev, m)))
        suyos = [par for cosa in (meta, *meta.propios) for par in atienden.get(cosa.id, ())]
        atendida = any(
            acuerdo.acta.fecha <= expediente.hoy and (vista.abierto or acuerdo.acta.fecha > fin_de(desde))
            for acuerdo, vista in suyos
        )
        if fin_de(desde) <= penultimo and not atendida:
            motivo = (
                f"«{meta.id}» está en rojo desde {desde} ({_en_rojo(evaluacion, meta)}), y ni hay acuerdo abierto que "
                "la atienda ni se tomó ninguno desde entonces"
            )
            yield _de_la_meta("meta-en-rojo-sin-acuerdo", meta, desde, motivo)


def colores_que_desdicen_las_de_abajo(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Meta verde de cuyas contribuyentes con color más de la mitad está en rojo, o al revés (R05, R07)."""
    for meta in expediente.metas_en_vigor():
        if not meta.contribuyentes:
            continue
        evaluacion = _con_lo_exigible(expediente, meta)
        contrario = _contrario(evaluacion, meta)
        if contrario is not None:
            color, otro, dichas = contrario
            desde = _desde_cuando(expediente, evaluacion, meta, lambda ev, m: _contrario(ev, m) is not None)
            motivo = f"«{meta.id}» está en {color} y en {otro} lo que contribuye a ella: {', '.join(dichas)}"
            otras = tuple(m.en() for m in meta.contribuyentes)
            yield _de_la_meta("color-que-desdicen-las-de-abajo", meta, desde, motivo, otras)


def _de_la_meta(clase: str, meta: Meta, desde: str, motivo: str, otras: tuple[Any, ...] = ()) -> Alerta:
    duenios = (meta.responde,) if meta.responde is not None else ()
    return Alerta(clase, meta, desde, meta.en(), motivo, otras, duenios)


# --- cómo está una meta, y desde cuándo ---------------------------------------------------------------------------


def _con_lo_exigible(expediente: Expediente, meta: Meta) -> Evaluacion:
    """La evaluación del último corte en que las cifras de la meta ya se exigen: antes, que falten no dice nada."""
    evaluacion = evaluar(expediente)
    while evaluacion.meta(meta).estado == "aun_no_exigible":
        previos = [
            periodo
            for serie in map(evaluacion.serie, _indicadores(evaluacion, meta))
            for periodo in (serie.periodos if serie.ultimo.estado == "aun_no_exigible" else ())
            if fin_de(periodo) < fin_de(serie.ultimo.periodo)
        ]
        if not previos:
            return evaluacion
        evaluacion = evaluar(expediente, hasta=max(map(fin_de, previos)))
    return evaluacion


def _indicadores(evaluacion: Evaluacion, meta: Meta) -> list[Indicador]:
    """Los indicadores de que sale lo que se dice de una meta: los suyos, o los de las que se promedian en ella.

    De la que no tiene cifra (porque se contribuye a sí misma, o no se junta) solo se miran los suyos.
    """
    suyos: dict[str, Indicador] = {}
    vistas: set[str] = set()
    pendientes = [meta]
    while pendientes:
        una = pendientes.pop()
        vistas.add(una.id)
        resultado = evaluacion.meta(una)
        hay_cuenta = resultado.estado != "no_calculable"
        abajo = [parte.de for parte in resultado.partes if hay_cuenta and isinstance(parte.de, Meta)]
        suyos |= {i.id: i for i in (() if abajo else una.indicadores)}
        pendientes += [otra for otra in abajo if otra.id not in vistas]
    return list(suyos.values())


def _periodo(evaluacion: Evaluacion, meta: Meta) -> str:
    """El último periodo que cuenta en lo que se dice de una meta."""
    return max((evaluacion.indicador(i).periodo for i in _indicadores(evaluacion, meta)), key=en_orden)


def _desde_cuando(
    expediente: Expediente, evaluacion: Evaluacion, meta: Meta, asi: Callable[[Evaluacion, Meta], bool]
) -> str:
    """El primer periodo desde el que la meta está así sin interrupción, vista al final de cada uno hacia atrás."""
    desde = _periodo(evaluacion, meta)
    while True:
        antes = evaluar(expediente, hasta=inicio_de(desde) - timedelta(days=1))
        if not asi(antes, meta) or fin_de(_periodo(antes, meta)) >= fin_de(desde):
            return desde
        desde = _periodo(antes, meta)


def _en_rojo(evaluacion: Evaluacion, meta: Meta) -> str:
    """Con qué cifras está en rojo; vacío si no lo está."""
    resultado = evaluacion.meta(meta)
    if resultado.luz is not None and resultado.cumplimiento is not None:
        if resultado.luz.color != ROJO:
            return ""
        rotulo = f"{publicado(resultado.cumplimiento)} %, «{resultado.luz.tramo.nombre}» según {resultado.luz.tabla.id}"
        partes = [f"{p.de.id} {publicado(p.cumplimiento)}" for p in resultado.partes if p.cumplimiento is not None]
        return f"{rotulo}; {', '.join(partes)}" if len(partes) > 1 else rotulo
    vistos = [evaluacion.indicador(i) for i in meta.indicadores]
    rojos = [r for r in vistos if r.estado == CALCULADO and r.luz is not None and r.luz.color == ROJO]
    return ", ".join(f"{r.indicador.id} {publicado(r.cumplimiento)} %" for r in rojos if r.cumplimiento is not None)


def _por_que(evaluacion: Evaluacion, meta: Meta) -> str:
    """Por qué está fuera de ruta; vacío si no lo está."""
    rojo = _en_rojo(evaluacion, meta)
    if rojo:
        return f"«{meta.id}» está en rojo a {_periodo(evaluacion, meta)}: {rojo}"
    for indicador in meta.indicadores:
        resultado = evaluacion.indicador(indicador)
        anio = int(resultado.periodo[:4])
        sin_programar = anio not in indicador.anios and not indicador.cortes(anio)
        if resultado.estado == "sin_meta" and resultado.avance is not None and sin_programar:
            ruta = camino(evaluacion.serie(indicador), resultado.periodo)
            if ruta.en_camino is False and ruta.requerido is not None and ruta.meta is not None:
                return (
                    f"«{meta.id}» va por detrás de su camino: {indicador.propio.id} está en "
                    f"{exacto(resultado.avance)} a {resultado.periodo}, y para llegar a {exacto(ruta.meta)} en "
                    f"{ruta.hasta} pedía {exacto(ruta.requerido)}"
                )
    return ""


def _contrario(evaluacion: Evaluacion, meta: Meta) -> tuple[str, str, list[str]] | None:
    """Su color, el contrario y las contribuyentes que lo tienen, si son más de la mitad de las que tienen alguno."""
    resultado = evaluacion.meta(meta)
    if resultado.luz is None or resultado.luz.color not in (ROJO, VERDE):
        return None
    otro = VERDE if resultado.luz.color == ROJO else ROJO
    vistas = [r for r in map(evaluacion.meta, meta.contribuyentes) if r.luz is not None]
    contrarias = [r for r in vistas if r.luz is not None and r.luz.color == otro]
    if 2 * len(contrarias) <= len(vistas):
        return None
    dichas = [f"{r.meta.id} ({publicado(r.cumplimiento)} %)" for r in contrarias if r.cumplimiento is not None]
    propio = (
        f"{resultado.luz.color} ({publicado(resultado.cumplimiento)} %)" if resultado.cumplimiento is not None else ""
    )
    return propio, otro, dichas
