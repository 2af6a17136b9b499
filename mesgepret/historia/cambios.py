"""De un mismo repositorio en dos revisiones a lo que sus lectores quieren saber: qué se acordó, se movió o se cumplió.

Las dos se miran el mismo día y con el mismo corte: que pase el tiempo no es un cambio.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.diagnostico import Gravedad
from mesgepret.evaluacion import evaluar, situacion
from mesgepret.evaluacion.esperado import esperado

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from decimal import Decimal

    from mesgepret.diagnostico import Diagnostico
    from mesgepret.evaluacion import ResultadoDeMeta, Situacion
    from mesgepret.expediente import Acreditacion, Acuerdo, Entrada, Expediente, Indicador, Meta, Resolucion
    from mesgepret.expediente.avances import Avance


class Foto(NamedTuple):
    """Un repositorio en una revisión: su expediente y lo que las reglas dicen de él."""

    expediente: Expediente
    hallazgos: tuple[Diagnostico, ...]


class Movido(NamedTuple):
    """Un acuerdo que ya estaba y del que se dijo algo: cómo estaba, cómo está, y las entradas nuevas."""

    acuerdo: Acuerdo
    antes: Situacion
    despues: Situacion
    entradas: tuple[Entrada, ...]
    resoluciones: tuple[Resolucion, ...]

    @property
    def dias(self) -> int | None:
        """Cuántos días se movió el plazo; None si no se movió, o si antes o después no hay ninguno."""
        viejo, nuevo = self.antes.plazo, self.despues.plazo
        return (nuevo - viejo).days if viejo and nuevo and viejo != nuevo else None

    @property
    def cumplido(self) -> bool:
        """Si con esto quedó cumplido."""
        return self.despues.estado == "cumplido" != self.antes.estado


class Meneo(NamedTuple):
    """Lo que se espera de un periodo, que cambió: de cuánto a cuánto, qué parte es de lo que era, y quién lo acordó."""

    indicador: Indicador
    periodo: str
    antes: Decimal | None
    despues: Decimal | None
    acordado_en: str

    @property
    def por_ciento(self) -> Decimal | None:
        """El cambio, como porcentaje de lo que era; None si no había, o era cero."""
        if self.antes is None or self.despues is None or self.antes == 0:
            return None
        return (self.despues - self.antes) / abs(self.antes) * 100


class Luces(NamedTuple):
    """Una meta cuya luz o estado cambió."""

    meta: Meta
    antes: ResultadoDeMeta
    despues: ResultadoDeMeta


@dataclass
class Cambios:
    """Lo que cambió en una mesa; `mesa` vacío: lo que no es de ninguna. Todo, en orden de archivo."""

    mesa: str
    nombre: str = ""
    nuevos: list[Acuerdo] = field(default_factory=list)
    movidos: list[Movido] = field(default_factory=list)
    entran: list[Acreditacion] = field(default_factory=list)
    salen: list[Acreditacion] = field(default_factory=list)
    metas: list[Meneo] = field(default_factory=list)
    cifras: list[Avance] = field(default_factory=list)
    luces: list[Luces] = field(default_factory=list)
    alertas_nuevas: list[Diagnostico] = field(default_factory=list)
    alertas_idas: list[Diagnostico] = field(default_factory=list)
    incumplimientos: list[Diagnostico] = field(default_factory=list)
    justificados: list[Diagnostico] = field(default_factory=list)

    @property
    def hay(self) -> bool:
        """Si hay algo que decir."""
        return any(valor for clave, valor in vars(self).items() if clave not in ("mesa", "nombre"))


def comparar(antes: Foto, despues: Foto) -> list[Cambios]:
    """Lo que cambió, mesa por mesa en el orden del catálogo, y al final lo que no es de ninguna; sin las que nada."""
    viejo, nuevo = antes.expediente, despues.expediente
    por_mesa = {id: Cambios(id, mesa.nombre) for id, mesa in nuevo.mesas.items()}
    por_mesa[""] = Cambios("", "La matriz y los catálogos")

    def en(archivo: str) -> Iterator[Cambios]:
        mesas = [m.id for m in nuevo.mesas_de(archivo)] or [""]
        return (por_mesa[id] for id in mesas)

    for acuerdo in nuevo.acuerdos.values():
        suyo = por_mesa[acuerdo.acta.mesa.id]
        anterior = viejo.acuerdos.get(acuerdo.id)
        if anterior is None:
            suyo.nuevos.append(acuerdo)
        elif (movido := _movido(anterior, acuerdo, nuevo.hoy)) is not None:
            suyo.movidos.append(movido)
    for id, mesa in nuevo.mesas.items():
        _miembros(por_mesa[id], viejo.mesas[id].acreditaciones if id in viejo.mesas else (), mesa.acreditaciones)
    for indicador in nuevo.indicadores.values():
        for meneo in _meneos(viejo.indicadores.get(indicador.id), indicador, nuevo.corte):
            for suyo in en(indicador.doc.archivo):
                suyo.metas.append(meneo)
    for avance in _nuevas(viejo.avances, nuevo.avances):
        for suyo in en(avance.doc.archivo):
            suyo.cifras.append(avance)
    for luces in _luces(viejo, nuevo):
        for suyo in en(luces.meta.doc.archivo):
            suyo.luces.append(luces)
    _hallazgos(antes.hallazgos, despues.hallazgos, en)
    return [uno for uno in por_mesa.values() if uno.hay]


def _movido(antes: Acuerdo, despues: Acuerdo, hoy: date) -> Movido | None:
    entradas = despues.entradas[len(antes.entradas) :]
    resoluciones = despues.resoluciones[len(antes.resoluciones) :]
    estaba, esta = situacion(antes, hoy), situacion(despues, hoy)
    if not entradas and not resoluciones and (estaba.estado, estaba.plazo) == (esta.estado, esta.plazo):
        return None
    return Movido(despues, estaba, esta, entradas, resoluciones)


def _miembros(suyo: Cambios, antes: Iterable[Acreditacion], despues: Iterable[Acreditacion]) -> None:
    """Quién entra y quién sale: lo dice la acreditación, por su persona, su nivel y desde cuándo."""
    vistas = {(a.id, a.doc.archivo, a.nivel, a.desde): a for a in antes}
    for acreditacion in despues:
        anterior = vistas.get((acreditacion.id, acreditacion.doc.archivo, acreditacion.nivel, acreditacion.desde))
        if anterior is None:
            suyo.entran.append(acreditacion)
        elif acreditacion.hasta is not None and anterior.hasta is None:
            suyo.salen.append(acreditacion)


def _meneos(antes: Indicador | None, despues: Indicador, corte: date) -> Iterator[Meneo]:
    """Los periodos cuya meta es otra; la que antes no había también."""
    if antes is None:
        return
    dichos = dict.fromkeys(
        [*(str(a.anio) for uno in (antes, despues) for a in uno.metas_anuales if a.anio),
         *(p.periodo for uno in (antes, despues) for p in uno.programacion if p.periodo)]
    )  # fmt: skip
    for periodo in dichos:
        era, es = esperado(antes, periodo, corte), esperado(despues, periodo, corte)
        if era.valor != es.valor:
            yield Meneo(despues, periodo, era.valor, es.valor, _acordado_en(despues, periodo))


def _acordado_en(indicador: Indicador, periodo: str) -> str:
    """El acuerdo o la sesión que aprobó la meta de un periodo; vacío si no se dice."""
    reajustes = [r for r in indicador.reajustes if r.periodo == periodo and r.acuerdo is not None]
    if reajustes:
        return str(reajustes[-1].acuerdo.id)
    anuales = [a for a in indicador.metas_anuales if str(a.anio) == periodo and a.aprobada_en is not None]
    return str(anuales[-1].aprobada_en.id) if anuales else ""


def _nuevas(antes: Iterable[Avance], despues: Iterable[Avance]) -> Iterator[Avance]:
    """Las cifras que antes no estaban: en cada archivo solo se añade, así que son las que sobran."""
    cuantas: dict[tuple[str, str], int] = {}
    for avance in antes:
        clave = (avance.doc.archivo, str(avance.datos["indicador"]))
        cuantas[clave] = cuantas.get(clave, 0) + 1
    for avance in despues:
        clave = (avance.doc.archivo, str(avance.datos["indicador"]))
        cuantas[clave] = cuantas.get(clave, 0) - 1
        if cuantas[clave] < 0:
            yield avance


def _luces(antes: Expediente, despues: Expediente) -> Iterator[Luces]:
    era, es = evaluar(antes), evaluar(despues)
    for meta in despues.metas.values():
        if meta.id in antes.metas:
            vieja, nueva = era.meta(antes.metas[meta.id]), es.meta(meta)
            if _color(vieja) != _color(nueva):
                yield Luces(meta, vieja, nueva)


def _color(resultado: ResultadoDeMeta) -> str:
    return resultado.luz.tramo.id if resultado.luz else resultado.estado


def _hallazgos(
    antes: Iterable[Diagnostico], despues: Iterable[Diagnostico], en: Callable[[str], Iterable[Cambios]]
) -> None:
    eran = {_identidad(h): h for h in antes}
    son = {_identidad(h): h for h in despues}
    for identidad, h in son.items():
        anterior = eran.get(identidad)
        for suyo in en(h.ubicacion.archivo):
            if anterior is None and h.gravedad is Gravedad.ALERTA:
                suyo.alertas_nuevas.append(h)
            elif anterior is None and h.gravedad is Gravedad.INCUMPLIMIENTO:
                (suyo.justificados if h.justificacion else suyo.incumplimientos).append(h)
            elif anterior is not None and h.justificacion and not anterior.justificacion:
                suyo.justificados.append(h)
    for identidad, h in eran.items():
        if identidad not in son and h.gravedad is Gravedad.ALERTA:
            for suyo in en(h.ubicacion.archivo):
                suyo.alertas_idas.append(h)


def _identidad(h: Diagnostico) -> tuple[str, str, str]:
    """De qué trata un hallazgo, sin su línea: el mismo aunque el documento se mueva."""
    return h.codigo, h.ubicacion.archivo, h.sobre or h.mensaje
