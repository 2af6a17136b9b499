"""De todas las piezas al `Expediente`: lo que reglas y plantillas reciben, entero, enlazado y con su día dentro."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mesgepret.expediente.acta import Acta
    from mesgepret.expediente.acuerdo import Acuerdo
    from mesgepret.expediente.avances import Avance
    from mesgepret.expediente.indicadores import Indicador
    from mesgepret.expediente.mcr import Catalogos, Eje, Institucion, Sector, Semaforo
    from mesgepret.expediente.mesa import Mesa
    from mesgepret.expediente.metas import Contribucion, Meta
    from mesgepret.expediente.pieza import Raiz
    from mesgepret.expediente.plan import Plan
    from mesgepret.expediente.repositorio import Feriado, Repositorio
    from mesgepret.expediente.sesion import Sesion

EDICION = date(2022, 9, 1)
"""La edición de los Lineamientos: nada anterior se juzga si el repositorio no dice otra fecha (R107)."""


@dataclass(frozen=True)
class Expediente:
    """El modelo entero de un repositorio, visto un día: `hoy` juzga las fechas, y `corte` es hasta cuándo se cuenta.

    Los diccionarios van por id y en orden de archivo; `retenidos` son los archivos que no pudieron leerse o enlazarse.
    """

    hoy: date
    corte: date
    repositorio: Repositorio
    catalogos: Catalogos
    ejes: tuple[Eje, ...] = ()
    feriados: tuple[Feriado, ...] = ()
    semaforos: Mapping[str, Semaforo] = field(default_factory=dict)
    sectores: Mapping[str, Sector] = field(default_factory=dict)
    instituciones: Mapping[str, Institucion] = field(default_factory=dict)
    metas: Mapping[str, Meta] = field(default_factory=dict)
    indicadores: Mapping[str, Indicador] = field(default_factory=dict)
    avances: tuple[Avance, ...] = ()
    mesas: Mapping[str, Mesa] = field(default_factory=dict)
    sesiones: Mapping[str, Sesion] = field(default_factory=dict)
    acuerdos: Mapping[str, Acuerdo] = field(default_factory=dict)
    raices: tuple[Raiz, ...] = ()
    retenidos: frozenset[str] = frozenset()
    vistas: dict[str, Any] = field(default_factory=dict, compare=False)
    """Lo que `evaluacion` ya calculó de él, para no calcularlo otra vez."""

    @property
    def ubicaciones(self) -> int:
        """Cuántas veces aparece un sector en un eje: 23 para 22 sectores (R39)."""
        return sum(1 for eje in self.ejes for _ in eje.ubicaciones)

    @property
    def en_vigor(self) -> list[Institucion]:
        """Las instituciones que existen el día en que se mira (R04, T11)."""
        return [i for i in self.instituciones.values() if i.vigente(self.hoy)]

    def juzga(self, dia: date | None) -> bool:
        """Si lo de ese día se juzga; lo que no tiene fecha, siempre."""
        return dia is None or dia >= (self.repositorio.juzga_desde or EDICION)

    @property
    def planes(self) -> Iterator[Plan]:
        """Los planes de todas las mesas."""
        return (plan for mesa in self.mesas.values() for plan in mesa.planes)

    @property
    def actas(self) -> Iterator[Acta]:
        """Las ayudas memoria de todas las mesas, por mesa y fecha."""
        return (acta for mesa in self.mesas.values() for acta in mesa.actas)

    @property
    def en_duda(self) -> frozenset[str]:
        """Los sectores cuyas reglas no se pueden juzgar porque algo suyo no se leyó o no se enlazó.

        Vacío en la lista («»): lo que falla es de todo el país, y no se juzga nada.
        """
        return frozenset(mesa_de(archivo) for archivo in self.retenidos)

    def mesas_de(self, archivo: str) -> tuple[Mesa, ...]:
        """Las mesas a que toca un archivo: la suya, la del sector de sus metas o las de su institución.

        Ninguna si es de todo el país, o de un sector sin mesa.
        """
        partes = archivo.removesuffix(".yaml").split("/")
        sectores = [mesa_de(archivo)]
        if partes[:2] == ["mcr", "sectoriales"]:
            sectores = [partes[-1]]
        elif partes[:2] in (["mcr", "institucionales"], ["mcr", "avances"]) and partes[-1] in self.instituciones:
            sectores = [sector.id for sector in self.instituciones[partes[-1]].sectores]
        return tuple(self.mesas[sector] for sector in sectores if sector in self.mesas)

    def metas_de(self, nivel: str) -> Iterator[Meta]:
        """Las metas de un nivel: presidencial, sectorial o institucional."""
        return (meta for meta in self.metas.values() if meta.nivel == nivel)

    def metas_en_vigor(self, *niveles: str) -> Iterator[Meta]:
        """Las metas que rigen hoy, de esos niveles si se dicen."""
        return (m for m in self.metas.values() if (not niveles or m.nivel in niveles) and m.vigente(self.hoy))

    def indicadores_en_vigor(self, *niveles: str) -> Iterator[Indicador]:
        """Los indicadores de las metas que rigen hoy, cada uno en la meta que lo declara y no en las que lo usan."""
        return (indicador for meta in self.metas_en_vigor(*niveles) for indicador in meta.propios)

    @cached_property
    def fechas(self) -> dict[str, date]:
        """El día por el que se juzga cada archivo que lo tiene: el de su sesión o, de un plan, su último día."""
        dichas = {plan.doc.archivo: plan.hasta for plan in self.planes if plan.hasta}
        for sesion in self.sesiones.values():
            for documento in (sesion.convocatoria, sesion.acta):
                if documento is not None:
                    dichas[documento.doc.archivo] = sesion.fecha
        return dichas

    @cached_property
    def informes_de_cifras(self) -> dict[tuple[str, str, str], list[Avance]]:
        """Lo que cada institución dijo de un indicador en un periodo, como lo fue diciendo.

        Por archivo, periodo e indicador: un archivo suelto trae varios periodos.
        """
        dichos: dict[tuple[str, str, str], list[Avance]] = {}
        for avance in self.avances:
            clave = (avance.doc.archivo, avance.periodo, str(avance.datos["indicador"]))
            dichos.setdefault(clave, []).append(avance)
        return dichos

    @cached_property
    def circulos(self) -> list[tuple[Contribucion, ...]]:
        """Las contribuciones que vuelven a la meta de la que parten, en el orden en que se encadenan (R18).

        Cada meta se visita una vez: de los círculos que comparten metas puede decirse solo alguno.
        """
        circulos, vistas = [], set()
        for primera in self.metas.values():
            camino: list[Contribucion] = []
            posicion = {primera.id: 0}
            ramas = [] if primera.id in vistas else [iter(primera.contribuye_a)]
            vistas.add(primera.id)
            while ramas:
                contribucion = next(ramas[-1], None)
                if contribucion is None:
                    ramas.pop()
                    if camino:
                        del posicion[camino.pop().meta.id]
                elif contribucion.meta is not None and contribucion.meta.id in posicion:
                    circulos.append((*camino[posicion[contribucion.meta.id] :], contribucion))
                elif contribucion.meta is not None and contribucion.meta.id not in vistas:
                    vistas.add(contribucion.meta.id)
                    camino.append(contribucion)
                    posicion[contribucion.meta.id] = len(camino)
                    ramas.append(iter(contribucion.meta.contribuye_a))
        return circulos


def mesa_de(archivo: str) -> str:
    """El sector de un archivo de mesa; vacío si el archivo es de todo el país."""
    partes = archivo.split("/")
    if len(partes) < 3 or partes[0] not in ("mesas", "privado"):
        return ""
    return partes[1] if partes[0] == "mesas" else partes[2].removesuffix(".yaml")
