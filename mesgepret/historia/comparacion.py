"""De un mismo repositorio en dos revisiones a lo que sus lectores quieren saber: qué se acordó, se movió o se cumplió.

Las dos se miran el mismo día y con el mismo corte: que pase el tiempo no es un cambio.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from mesgepret.diagnostico import Gravedad
from mesgepret.evaluacion import evaluar, situacion
from mesgepret.evaluacion.esperado import esperado
from mesgepret.expediente import mesa_de
from mesgepret.historia.cambios import Cambios, Informado, Luces, Meneo, Movido
from mesgepret.historia.diferencias import AUSENTE
from mesgepret.historia.documentos import se_anadio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mesgepret.diagnostico import Diagnostico
    from mesgepret.evaluacion import ResultadoDeMeta
    from mesgepret.expediente import Acreditacion, Acuerdo, Expediente, Indicador
    from mesgepret.historia.cambios import Foto
    from mesgepret.historia.diferencias import Diferencia
    from mesgepret.historia.documentos import Cambiado

De = dict[str, Cambios]
"""Los cambios de cada mesa, por su id; «» es lo que no es de ninguna."""


class Claridad:
    """Lo que se puede afirmar de dos revisiones: de lo que no se leyó o no se enlazó en alguna, solo su documento."""

    def __init__(self, expedientes: list[Expediente]) -> None:
        retenidos = {archivo for e in expedientes for archivo in e.retenidos}
        self.hay = len(expedientes) == 2
        self.metas = self.hay and not any(archivo.startswith("mcr/") for archivo in retenidos)
        self._en_duda = {mesa_de(archivo) for archivo in retenidos}
        self._turbias = {tuple(archivo.split("/")[1:3]) for archivo in retenidos if archivo.startswith("mesas/")}

    def en(self, mesa: str, *carpetas: str) -> bool:
        """Si de esas carpetas de una mesa, y de la mesa misma, se leyó todo."""
        return self.hay and not any((mesa, carpeta) in self._turbias for carpeta in ("mesa.yaml", *carpetas))

    def entera(self, mesa: str) -> bool:
        """Si las reglas se pudieron juzgar en ella; «» es lo que no es de ninguna."""
        return self.hay and not {"", mesa} & self._en_duda

    def de(self, archivo: str) -> bool:
        """Si lo que ese documento dice se pudo comparar como lo que es, y no solo como documento."""
        carpeta, _, resto = archivo.partition("/")
        return self.metas if carpeta != "mesas" else self.en(*resto.split("/")[:2])


def comparar(antes: Foto, despues: Foto, documentos: Iterable[Cambiado], acusados: Iterable[str] = ()) -> list[Cambios]:
    """Lo que cambió, mesa por mesa en el orden del catálogo, y al final lo que no es de ninguna; sin las que nada.

    `documentos`: los que no dicen lo mismo. `acusados`: los archivos de los que ya se dijo qué no podía pasarles.
    """
    expedientes = [e for e in (despues.expediente, antes.expediente) if e is not None]
    claro = Claridad(expedientes)
    nombres = {id: mesa.nombre for e in reversed(expedientes) for id, mesa in e.mesas.items()}
    de = {id: Cambios(id, nombres[id]) for e in expedientes for id in e.mesas}
    de[""] = Cambios("", "La matriz y los catálogos")

    def en(archivo: str) -> list[Cambios]:
        mesas = next((suyas for e in expedientes if (suyas := e.mesas_de(archivo))), ())
        ids = [mesa.id for mesa in mesas] or [mesa_de(archivo)]
        return [de.setdefault(id, Cambios(id, id)) for id in ids]

    viejo, nuevo = antes.expediente, despues.expediente
    if viejo is not None and nuevo is not None:
        _de_los_acuerdos(viejo, nuevo, {id: uno for id, uno in de.items() if claro.en(id, "actas", "seguimiento")})
        for id, mesa in nuevo.mesas.items():
            if claro.en(id, "miembros"):
                _miembros(de[id], viejo.mesas[id].acreditaciones if id in viejo.mesas else (), mesa.acreditaciones)
        if claro.metas:
            _de_las_metas(viejo, nuevo, en)
        eran, son = (
            [h for h in foto.hallazgos if claro.entera(mesa_de(h.ubicacion.archivo))] for foto in (antes, despues)
        )
        _de_los_hallazgos(eran, son, en)
    _de_los_documentos(documentos, claro, en, set(acusados))
    for id, uno in de.items():
        uno.a_ciegas = not claro.entera(id)
    return [de[id] for id in [*(id for id in de if id), ""] if de[id].hay]


def _de_los_acuerdos(viejo: Expediente, nuevo: Expediente, de: De) -> None:
    for acuerdo in nuevo.acuerdos.values():
        suyo = de.get(acuerdo.acta.mesa.id)
        anterior = viejo.acuerdos.get(acuerdo.id)
        if suyo is not None and anterior is None:
            suyo.nuevos.append(acuerdo)
        elif suyo is not None and anterior and (movido := _movido(anterior, acuerdo, nuevo.hoy)) is not None:
            suyo.movidos.append(movido)
    for acuerdo in viejo.acuerdos.values():
        if acuerdo.id not in nuevo.acuerdos and not acuerdo.acta.definitiva and acuerdo.acta.mesa.id in de:
            de[acuerdo.acta.mesa.id].retirados.append(acuerdo)


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


def _de_las_metas(viejo: Expediente, nuevo: Expediente, en: Callable[[str], Iterable[Cambios]]) -> None:
    for indicador in nuevo.indicadores.values():
        for meneo in _meneos(viejo.indicadores.get(indicador.id), indicador):
            for suyo in en(indicador.doc.archivo):
                suyo.metas.append(meneo)
    for informado in _informados(viejo, nuevo):
        for suyo in en(informado.avance.doc.archivo):
            suyo.cifras.append(informado)
    for luces in _luces(viejo, nuevo):
        for suyo in en(luces.meta.doc.archivo):
            suyo.luces.append(luces)


def _meneos(antes: Indicador | None, despues: Indicador) -> Iterator[Meneo]:
    """Los periodos de un indicador que ya estaba cuya meta es otra; también la que antes no se decía.

    Un reajuste cuenta desde que se acuerda, aunque rija más adelante.
    """
    if antes is None or antes.datos == despues.datos:
        return
    dichos = dict.fromkeys(
        [*(str(a.anio) for uno in (antes, despues) for a in uno.metas_anuales if a.anio),
         *(p.periodo for uno in (antes, despues) for p in uno.programacion if p.periodo)]
    )  # fmt: skip
    for periodo in dichos:
        era, es = (esperado(uno, periodo, date.max) for uno in (antes, despues))
        if (era.valor, era.minimo, era.maximo, era.no_programado) != (es.valor, es.minimo, es.maximo, es.no_programado):
            yield Meneo(despues, periodo, era, es, _acordado_en(despues, periodo))


def _acordado_en(indicador: Indicador, periodo: str) -> str:
    """El acuerdo o la sesión que aprobó la meta de un periodo; vacío si no se dice."""
    reajustes = [r for r in indicador.reajustes if r.periodo == periodo and r.acuerdo is not None]
    if reajustes:
        return str(reajustes[-1].acuerdo.id)
    anuales = [a for a in indicador.metas_anuales if str(a.anio) == periodo and a.aprobada_en is not None]
    return str(anuales[-1].aprobada_en.id) if anuales else ""


def _informados(viejo: Expediente, nuevo: Expediente) -> Iterator[Informado]:
    """Las cifras que antes no estaban: en cada archivo solo se añade, así que son las que sobran."""
    for clave, dichas in nuevo.informes_de_cifras.items():
        ya = len(viejo.informes_de_cifras.get(clave, ()))
        for lugar, avance in enumerate(dichas[ya:], ya):
            yield Informado(avance, dichas[lugar - 1] if lugar and avance.corrige else None)


def _luces(antes: Expediente, despues: Expediente) -> Iterator[Luces]:
    era, es = evaluar(antes), evaluar(despues)
    for meta in despues.metas.values():
        if meta.id in antes.metas:
            vieja, nueva = era.meta(antes.metas[meta.id]), es.meta(meta)
            if _color(vieja) != _color(nueva):
                yield Luces(meta, vieja, nueva)


def _color(resultado: ResultadoDeMeta) -> str:
    return resultado.luz.tramo.id if resultado.luz else resultado.estado


def _de_los_hallazgos(
    antes: Iterable[Diagnostico], despues: Iterable[Diagnostico], en: Callable[[str], Iterable[Cambios]]
) -> None:
    """Las alertas que aparecen y se van, y los incumplimientos nuevos y los que ahora se justifican."""
    eran, son = _por_asunto(antes), _por_asunto(despues)
    for asunto in dict.fromkeys([*eran, *son]):
        idos, nuevos, siguen = _cotejar(eran[asunto], son[asunto])
        for h in nuevos:
            for suyo in en(h.ubicacion.archivo):
                if h.gravedad is Gravedad.ALERTA:
                    suyo.alertas_nuevas.append(h)
                elif h.gravedad is Gravedad.INCUMPLIMIENTO:
                    (suyo.justificados if h.justificacion else suyo.incumplimientos).append(h)
        for era, es in siguen:
            if es.justificacion and not era.justificacion:
                for suyo in en(es.ubicacion.archivo):
                    suyo.justificados.append(es)
        for h in idos:
            if h.gravedad is Gravedad.ALERTA:
                for suyo in en(h.ubicacion.archivo):
                    suyo.alertas_idas.append(h)


def _por_asunto(hallazgos: Iterable[Diagnostico]) -> defaultdict[tuple[str, str, str], list[Diagnostico]]:
    """Los hallazgos por código, archivo e id de que tratan: el mismo aunque el documento se mueva de renglón."""
    por_asunto: defaultdict[tuple[str, str, str], list[Diagnostico]] = defaultdict(list)
    for h in hallazgos:
        por_asunto[h.codigo, h.ubicacion.archivo, h.sobre].append(h)
    return por_asunto


def _cotejar(
    antes: list[Diagnostico], despues: list[Diagnostico]
) -> tuple[list[Diagnostico], list[Diagnostico], list[tuple[Diagnostico, Diagnostico]]]:
    """Los que se van, los nuevos y los que siguen: primero los que se dicen igual y, si hay id, los demás por orden."""
    quedan, llegan, siguen = list(antes), [], []
    for h in despues:
        mismo = next((otro for otro in quedan if otro.mensaje == h.mensaje), None)
        if mismo is None:
            llegan.append(h)
        else:
            quedan.remove(mismo)
            siguen.append((mismo, h))
    de_nuevo = min(len(quedan), len(llegan)) if despues and despues[0].sobre else 0
    siguen += zip(quedan[:de_nuevo], llegan[:de_nuevo], strict=True)
    return quedan[de_nuevo:], llegan[de_nuevo:], siguen


def _de_los_documentos(
    documentos: Iterable[Cambiado], claro: Claridad, en: Callable[[str], Iterable[Cambios]], acusados: set[str]
) -> None:
    """Lo que cambió en cada documento y no se dijo ya de otro modo: nada se escapa."""
    for cambiado in documentos:
        resta = cambiado
        if {hoja.archivo for hoja in (cambiado.vieja, cambiado.nueva) if hoja} & acusados:
            resta = cambiado._replace(que="cambiado", diferencias=())
        elif claro.de(cambiado.archivo):
            resta = cambiado._replace(diferencias=tuple(d for d in cambiado.diferencias if not _contada(cambiado, d)))
        for suyo in en(cambiado.archivo):
            if resta.que != "cambiado" or resta.diferencias:
                suyo.documentos.append(resta)
            if resta.redaccion or not cambiado.de_fondo:
                suyo.redaccion.append(resta)


def _contada(cambiado: Cambiado, d: Diferencia) -> bool:
    """Si un cambio ya se dijo: un acuerdo, una entrada, una acreditación o una cifra más, o una meta que se movió."""
    claves = tuple(paso for paso in d.ruta if isinstance(paso, str))
    match cambiado.hoja.clase:
        case "acta":
            return se_anadio(d, "acuerdos") or se_anadio(d, "seguimiento")
        case "seguimiento":
            return se_anadio(d, "seguimiento")
        case "miembros":
            return se_anadio(d, "acreditaciones") or (d.antes is AUSENTE and claves == ("acreditaciones", "hasta"))
        case "avances":
            return se_anadio(d, "avances")
        case "metas":
            de_cifras = claves[:2] == ("metas", "indicadores") and claves[2:3] in _DE_META
            return de_cifras and (len(claves) == 3 or claves[3] in ("valor", "minimo", "maximo", "no_programado"))
    return False


_DE_META = (("metas_anuales",), ("programacion",), ("reajustes",))
