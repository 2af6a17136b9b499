"""De una carpeta a sus hallazgos y su sitio: el corredor. Quien lea esta página sabe qué hace el programa."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mesgepret import deposito
from mesgepret.diagnostico import Diagnostico, Gravedad, ordenar
from mesgepret.esquema import Esquemas, Lugar, situar
from mesgepret.evaluacion import heredar
from mesgepret.expediente import Expediente, Retenido, Situado, enlazar
from mesgepret.expediente.campos import RESERVADO
from mesgepret.expediente.repositorio import ZONA
from mesgepret.historia import (
    Comparacion,
    Cronica,
    Epoca,
    Foto,
    Verificacion,
    actas_tocadas,
    cambiados,
    epoca,
    forja_dicha,
    versiones_con_cronica,
    vidas,
    vigencia_dicha,
    vigilar,
)
from mesgepret.historia import comparar as comparar_fotos
from mesgepret.lectura import Documento, explicar, leer
from mesgepret.reglas import juzgar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from mesgepret.deposito import Arbol, Git, Recursos
    from mesgepret.imprenta import Tirada

_ECHAN_A_PERDER = frozenset(["I114", "I129", "I135", "I136", "F109", "F110", "F111"])
"""En un cálculo suelto: círculos, repetidos, fórmulas y cifras que se desdicen."""
Leido = tuple[Documento | None, list[Diagnostico]]
"""Un documento válido, o None y por qué no lo es."""


@dataclass
class Compartido:
    """Lo que dos revisiones comparten: lo leído, por archivo y contenido, y el expediente que se juzgó primero."""

    leidos: dict[tuple[str, bytes], Leido] = field(default_factory=dict)
    juzgado: Expediente | None = None


_SIN_ESTO_NO_SE_ENLAZA = frozenset(["mesgepret", "ejes", "sectores", "instituciones", "catalogos", "semaforos"])


@dataclass
class Revision:
    """Lo que se supo de un repositorio: sus documentos, sus hallazgos y, si se pudo enlazar, su expediente."""

    hallazgos: list[Diagnostico] = field(default_factory=list)
    expediente: Expediente | None = None
    documentos: dict[str, bytes] = field(default_factory=dict)

    @property
    def sin_juzgar(self) -> tuple[str, ...]:
        """Los sectores cuyas reglas no se miraron, por los errores que hay antes; «» es todo el país."""
        return tuple(sorted(self.expediente.en_duda)) if self.expediente else ("",)

    def falla(self, *, estricto: bool = False) -> bool:
        """Si hay errores; en estricto, también si hay incumplimientos sin justificar."""
        return any(
            h.bloquea or (estricto and h.gravedad is Gravedad.INCUMPLIMIENTO and h.justificacion is None)
            for h in self.hallazgos
        )


def revisar(
    arbol: Arbol,
    recursos: Recursos,
    hoy: date | None = None,
    corte: date | None = None,
    avanzar: Callable[[list[str]], Iterable[str]] = iter,
    comun: Compartido | None = None,
) -> Revision:
    """Leer → validar → enlazar → juzgar.

    `hoy`: el día en que se mira; sin él, el del repositorio o el del reloj. `corte`: el último día que se cuenta; sin
    él, ese mismo. `avanzar`: recorre los archivos a la vista de quien espera. `comun`: lo que otra revisión leyó y
    evaluó, que no se hace otra vez; lo que aquí se lea queda en él.
    """
    situados, retenidos, hallazgos = _leer_y_validar(arbol, recursos, avanzar, comun.leidos if comun else None)
    revision = Revision(hallazgos, documentos=arbol.archivos)
    repositorio = next((s.documento for s in situados if s.clase == "mesgepret"), None)
    if repositorio and not _SIN_ESTO_NO_SE_ENLAZA.intersection(r.clase for r in retenidos):
        dia = hoy or _hoy(repositorio, hallazgos)
        if dia is not None:
            revision.expediente, vinculos = enlazar(situados, retenidos, dia, corte)
            hallazgos += vinculos
            if comun is not None:
                if comun.juzgado is not None:
                    heredar(comun.juzgado, revision.expediente)
                comun.juzgado = revision.expediente
            hallazgos += juzgar(revision.expediente, recursos.paginas)
    revision.hallazgos = ordenar(hallazgos)
    return revision


def calcular(arbol: Arbol, recursos: Recursos, hoy: date, corte: date | None = None) -> Revision:
    """Leer → validar → enlazar → juzgar un archivo suelto, con metas y cifras, fuera de todo repositorio.

    Las tablas de semáforo y los catálogos los pone el programa. De las reglas, solo los errores de metas y de cifras; y
    de ellos hacen fallar los que echan a perder la cuenta: quien prueba una meta puede no tenerla aún completa.
    """
    esquemas = Esquemas(recursos.esquemas)
    revision = Revision(list(arbol.hallazgos), documentos=arbol.archivos)
    documento = None
    for archivo, contenido in arbol.archivos.items():
        documento, faltas = leer(archivo, contenido)
        revision.hallazgos += faltas or (esquemas.validar("calculo", documento) if documento else [])
    if documento is not None and not revision.hallazgos:
        casa = {"mesgepret.yaml": b"nombre: un archivo suelto\n", **recursos.catalogos}
        situados = [Situado(documento, "calculo", {}, propio=False)]
        for ruta, contenido in casa.items():
            lugar, de_casa = situar(ruta), leer(ruta, contenido)[0]
            if de_casa is not None and isinstance(lugar, Lugar):
                situados.append(Situado(de_casa, lugar.clase, {}, propio=False))
        expediente, revision.hallazgos = enlazar(situados, [], hoy, corte)
        if not revision.hallazgos:  # con un id repetido o una referencia rota, la cuenta sería de otra cosa
            de_la_cuenta = {c: p for c, p in recursos.paginas.items() if c[0] in "IF" and p.gravedad is Gravedad.ERROR}
            revision.expediente, dichos = expediente, juzgar(expediente, de_la_cuenta)
            revision.hallazgos = [
                h if h.codigo in _ECHAN_A_PERDER else replace(h, gravedad=Gravedad.ALERTA) for h in dichos
            ]
    revision.hallazgos = ordenar(revision.hallazgos)
    return revision


def verificar(git: Git) -> Verificacion:
    """Recorre una vez la línea principal; cada versión de una ayuda memoria se lee una sola vez.

    La línea es la de `historia.rama`; si aquí no está esa rama, la remota, y si tampoco, la de HEAD.
    """
    cabeza = git.resolver("HEAD")
    rama, rige = vigencia_dicha(epoca({deposito.REPOSITORIO: git.archivo(cabeza, deposito.REPOSITORIO)}))
    linea, hasta = git.linea(rama, cabeza)
    desde = git.resolver(rige) if rige else ""
    pasos = git.pasos(hasta, desde)
    return Verificacion(linea, desde, pasos, vidas(pasos, dict(git.leer(actas_tocadas(pasos)))))


def comparar(
    git: Git, recursos: Recursos, base: str, cabeza: str = "", hoy: date | None = None, corte: date | None = None
) -> Comparacion:
    """Lo que cambió desde donde dos revisiones se separaron; sin `cabeza`, hasta la carpeta de trabajo.

    Cada documento que es el mismo en las dos se lee y se valida una sola vez, y las reglas que son error, que nadie
    compara, no se juzgan. De lo que antes no tenía vigencia (`historia.rige_desde`, como lo dice la base) no se acusa.
    """
    hasta, dicha = git.resolver(cabeza or "HEAD"), git.resolver(base)
    comun = git.base_comun(dicha, hasta)
    nuevo = git.arbol(hasta) if cabeza else deposito.leer_arbol(git.carpeta)
    viejo = git.arbol(comun or dicha, nuevo.archivos.values())
    era, es = epoca(viejo.archivos, comun or dicha), epoca(nuevo.archivos, hasta if cabeza else "")
    comparacion = Comparacion(base, cabeza, era.commit, es.commit, bool(comun), forja_dicha(era), git.dentro)
    distintos = cambiados(era, es)
    if not distintos:
        return comparacion
    faltas = vigilar(_lo_que_rige(git, era, hasta), es, recursos.paginas, git.es_anterior)
    acusados = {lugar.archivo for f in faltas for lugar in (f.ubicacion, *f.otras)}
    de_comparar = {c: p for c, p in recursos.paginas.items() if p.gravedad is not Gravedad.ERROR}
    compartido = Compartido()
    ahora = revisar(nuevo, replace(recursos, paginas=de_comparar), hoy, corte, comun=compartido)
    visto = ahora.expediente
    cuando = (visto.hoy, visto.corte) if visto else (hoy, corte)
    antes = revisar(viejo, replace(recursos, paginas=de_comparar), *cuando, comun=compartido)
    return comparacion._replace(
        faltas=faltas,
        cambios=comparar_fotos(
            Foto(antes.expediente, tuple(antes.hallazgos)),
            Foto(ahora.expediente, tuple(ahora.hallazgos)),
            distintos,
            acusados,
        ),
        errores=sum(h.bloquea for h in ahora.hallazgos),
        hoy=cuando[0],
    )


def _lo_que_rige(git: Git, era: Epoca, hasta: str) -> Epoca:
    """La época desde la que se vigila: la base o, si lo definitivo empieza a regir después de ella, donde empieza."""
    rige = vigencia_dicha(era)[1]
    comienzo = git.resolver(rige) if rige else ""
    if not comienzo or git.es_anterior(comienzo, era.commit):
        return era
    return epoca(git.arbol(comienzo).archivos, comienzo) if git.es_anterior(comienzo, hasta) else Epoca(era.commit)


def historiar(git: Git, revision: Revision) -> Cronica:
    """La crónica de los documentos de una revisión, hasta HEAD; cada versión se lee una sola vez."""
    cabeza = git.resolver("HEAD")
    rige = vigencia_dicha(epoca({deposito.REPOSITORIO: git.archivo(cabeza, deposito.REPOSITORIO)}))[1]
    pasos = git.pasos(cabeza)
    que_rigen = git.pasos(cabeza, git.resolver(rige)) if rige else pasos
    contenidos = dict(git.leer(versiones_con_cronica(pasos) | actas_tocadas(que_rigen)))
    return Cronica(
        cabeza,
        pasos,
        contenidos,
        vidas=vidas(que_rigen, contenidos),
        rigen=[paso.commit for paso in (que_rigen[1:] if rige else que_rigen)],
        vigentes=revision.documentos,
        sin_confirmar=git.sin_confirmar,
    )


def componer(
    revision: Revision,
    recursos: Recursos,
    perfil: str = "publico",
    *,
    cronica: Cronica | None = None,
    con_buscador: bool = False,
) -> Tirada:
    """El sitio de una revisión sin errores, listo para `deposito.publicar`.

    `cronica`: la historia de sus documentos; sin ella, las páginas dicen que no se tiene.
    `con_buscador`: con la página que usa el índice que `deposito.indexar` hará del sitio ya escrito.
    """
    from mesgepret.imprenta import (  # aquí y no arriba: para revisar no hace falta cargar las plantillas
        Perfil,
        imprimir,
    )

    if revision.expediente is None:
        raise ValueError("no se compone lo que no se pudo enlazar")
    return imprimir(
        revision.expediente,
        revision.hallazgos,
        recursos.paginas,
        recursos.requisitos,
        recursos.plantillas,
        Perfil(perfil),
        esquemas={**recursos.esquemas, "resultados": recursos.resultados},
        zona=deposito.zona_horaria(revision.expediente.repositorio.zona),
        almacen=deposito.base_temporal,
        cronica=cronica,
        con_buscador=con_buscador,
    )


def informe(revision: Revision, recursos: Recursos, clase: str, cual: str, perfil: str = "publico") -> tuple[str, str]:
    """El informe de avance de un ámbito (pais, eje, mesa o institucion) en Markdown; vacío, y el id más parecido."""
    from mesgepret.imprenta import Perfil, informar

    if revision.expediente is None:
        raise ValueError("no se informa de lo que no se pudo enlazar")
    return informar(
        revision.expediente,
        revision.hallazgos,
        recursos.requisitos,
        recursos.plantillas,
        (clase, cual),
        Perfil(perfil),
    )


def _leer_y_validar(
    arbol: Arbol,
    recursos: Recursos,
    avanzar: Callable[[list[str]], Iterable[str]],
    ya: dict[tuple[str, bytes], Leido] | None = None,
) -> tuple[list[Situado], list[Retenido], list[Diagnostico]]:
    esquemas = Esquemas(recursos.esquemas)
    hallazgos = list(arbol.hallazgos)
    situados: list[Situado] = []
    retenidos: list[Retenido] = []
    archivos = {**recursos.catalogos, **arbol.archivos}  # los catálogos propios, donde el repositorio no trae los suyos
    for archivo in avanzar([*dict.fromkeys([*(h.ubicacion.archivo for h in arbol.hallazgos), *archivos])]):
        lugar = situar(archivo)
        if isinstance(lugar, Diagnostico):  # puede ser cualquier cosa: nadie será acusado de apuntar a ella
            hallazgos += [lugar] if archivo in archivos else []
            retenidos.append(Retenido(archivo, "", {}))
            continue
        documento = None
        if archivo in archivos:
            leido = ya.get((archivo, archivos[archivo])) if ya is not None else None
            if leido is None:
                leido = _leer_uno(archivo, archivos[archivo], lugar.clase, esquemas)
            if ya is not None:
                ya[archivo, archivos[archivo]] = leido
            documento, faltas = leido
            hallazgos += faltas
        if documento is None:
            retenidos.append(Retenido(archivo, lugar.clase, lugar.huecos))
        else:
            situados.append(Situado(documento, lugar.clase, lugar.huecos, propio=archivo in arbol.archivos))
    return situados, retenidos, hallazgos


def _leer_uno(archivo: str, contenido: bytes, clase: str, esquemas: Esquemas) -> Leido:
    documento, faltas = leer(archivo, contenido)
    if documento is not None:
        faltas = esquemas.validar(clase, documento)
    return (None if faltas else documento), faltas


def _hoy(repositorio: Documento, hallazgos: list[Diagnostico]) -> date | None:
    """El día de la muestra si el repositorio lo fija; si no, el del reloj en su zona."""
    from datetime import date

    if repositorio.datos.get("hoy", RESERVADO) != RESERVADO:
        return date.fromisoformat(repositorio.datos["hoy"])
    zona = str(repositorio.datos.get("zona_horaria", ZONA))
    dia = deposito.dia_de_hoy(zona)
    if dia is None:
        hallazgos.append(explicar("L126", repositorio.en("zona_horaria"), escrito=zona))
    return dia
