"""De una carpeta a sus hallazgos y su sitio: el corredor. Quien lea esta página sabe qué hace el programa."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mesgepret import deposito
from mesgepret.diagnostico import Diagnostico, Gravedad, ordenar
from mesgepret.esquema import Esquemas, Lugar, situar
from mesgepret.expediente import Expediente, Retenido, Situado, enlazar
from mesgepret.expediente.campos import RESERVADO
from mesgepret.lectura import Documento, explicar, leer
from mesgepret.reglas import juzgar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from mesgepret.deposito import Arbol, Recursos
    from mesgepret.imprenta import Tirada

_ECHAN_A_PERDER = frozenset(["I114", "I129", "I135", "I136", "F109", "F110", "F111"])
"""En un cálculo suelto: círculos, repetidos, fórmulas y cifras que se desdicen."""
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
) -> Revision:
    """Leer → validar → enlazar → juzgar.

    `hoy`: el día en que se mira; sin él, el del repositorio o el del reloj. `corte`: el último día que se cuenta; sin
    él, ese mismo. `avanzar`: recorre los archivos a la vista de quien espera.
    """
    situados, retenidos, hallazgos = _leer_y_validar(arbol, recursos, avanzar)
    revision = Revision(hallazgos, documentos=arbol.archivos)
    repositorio = next((s.documento for s in situados if s.clase == "mesgepret"), None)
    if repositorio and not _SIN_ESTO_NO_SE_ENLAZA.intersection(r.clase for r in retenidos):
        dia = hoy or _hoy(repositorio, hallazgos)
        if dia is not None:
            revision.expediente, vinculos = enlazar(situados, retenidos, dia, corte)
            hallazgos += vinculos
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


def componer(revision: Revision, recursos: Recursos, perfil: str = "publico", *, con_buscador: bool = False) -> Tirada:
    """El sitio de una revisión sin errores, listo para `deposito.publicar`.

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
    arbol: Arbol, recursos: Recursos, avanzar: Callable[[list[str]], Iterable[str]]
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
            documento, faltas = leer(archivo, archivos[archivo])
            if documento is not None:
                faltas = esquemas.validar(lugar.clase, documento)
            hallazgos += faltas
            documento = None if faltas else documento
        if documento is None:
            retenidos.append(Retenido(archivo, lugar.clase, lugar.huecos))
        else:
            situados.append(Situado(documento, lugar.clase, lugar.huecos, propio=archivo in arbol.archivos))
    return situados, retenidos, hallazgos


def _hoy(repositorio: Documento, hallazgos: list[Diagnostico]) -> date | None:
    """El día de la muestra si el repositorio lo fija; si no, el del reloj en su zona."""
    from datetime import date

    if repositorio.datos.get("hoy", RESERVADO) != RESERVADO:
        return date.fromisoformat(repositorio.datos["hoy"])
    zona = str(repositorio.datos.get("zona_horaria", "America/Tegucigalpa"))
    dia = deposito.dia_de_hoy(zona)
    if dia is None:
        hallazgos.append(explicar("L126", repositorio.en("zona_horaria"), escrito=zona))
    return dia
