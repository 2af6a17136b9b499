"""De `mesa.yaml` y todo lo que cuelga de ella a la Mesa: quién se sienta, quién coordina y qué ha hecho."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Any

from mesgepret.diagnostico import llano
from mesgepret.expediente.campos import Fecha, Logico, Palabras, Quien, Quienes, Ref, Texto, Una, Varias
from mesgepret.expediente.niveles import Acompanamiento, EquipoApoyo, Politico, Tecnico
from mesgepret.expediente.pieza import ConVigencia, Pieza, Raiz

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mesgepret.expediente.acta import Acta, Seguimiento
    from mesgepret.expediente.acuerdo import Acuerdo, Entrada
    from mesgepret.expediente.mcr import Institucion, Sector, Tema
    from mesgepret.expediente.metas import Meta
    from mesgepret.expediente.miembros import Acreditacion, Contactos, Miembro
    from mesgepret.expediente.niveles import DesignacionPolitica
    from mesgepret.expediente.plan import Actividad, Plan
    from mesgepret.expediente.productos import (
        Curso,
        DiagnosticoSectorial,
        Informe,
        Limitante,
        Limitantes,
        Poa,
        Propuesta,
    )
    from mesgepret.expediente.sesion import Sesion


class Grupo(ConVigencia):
    """Un grupo de trabajo sobre un tema específico (R76–R78)."""

    NOMBRE = "grupo de trabajo"

    tema = Texto()
    mandato = Texto()
    integrantes = Quienes()

    @property
    def nombre(self) -> str:
        """Como se le nombra al pedirle algo."""
        if not self.tema:
            return f"Grupo {self.id}"
        return self.tema if llano(self.tema).startswith("grupo de trabajo") else f"Grupo de trabajo: {self.tema}"


class RespuestaRectora(Pieza):
    """Lo que la rectora respondió a un pedido de apoyo."""

    fecha = Fecha()
    resultado = Texto()
    documento = Texto()


class ApoyoRectora(Pieza):
    """Un apoyo que la mesa pide a la institución rectora de un tema (R41)."""

    que = Texto()
    pedido = Fecha()
    plazo = Fecha()
    respuesta = Una(RespuestaRectora)

    @property
    def tema(self) -> Tema | None:
        """El tema para el que se pide."""
        tema: Tema | None = self.padre.tema
        return tema


class Transversal(Pieza):
    """Cómo aborda la mesa un tema transversal (R40–R42)."""

    tema = Ref("Tema")
    pertinente = Logico()
    motivo = Texto()
    persona_enlace = Quien()
    como_se_aborda = Texto()
    apoyo_rectora = Varias(ApoyoRectora)

    @property
    def debido(self) -> bool:
        """Si la mesa ha de trabajarlo: es de todas, o lo declara pertinente; lo reservado no se sabe (R40, R42)."""
        dicho = self.datos.get("pertinente")
        return dicho is True or (dicho is None and self.tema is not None and self.tema.en_todas)


class Espacio(Pieza):
    """Un espacio de diálogo y trabajo, con su metodología (R55)."""

    fecha = Fecha()
    metodologia = Texto()
    instrumentos = Palabras()


class Mesa(Raiz):
    """Una MESGEPRET: lo que dice `mesa.yaml`, y todo lo que cuelga de ella."""

    NOMBRE = "mesa"

    politico = Una(Politico)
    tecnico = Una(Tecnico)
    diger = Una(Acompanamiento)
    equipo_apoyo = Una(EquipoApoyo)
    grupos = Varias(Grupo)
    transversales = Varias(Transversal)
    espacios = Varias(Espacio)

    sector: Sector
    miembros: dict[str, Miembro]
    acreditaciones: tuple[Acreditacion, ...] = ()
    planes: tuple[Plan, ...] = ()
    sesiones: tuple[Sesion, ...] = ()
    seguimientos: tuple[Seguimiento, ...] = ()
    diagnostico: DiagnosticoSectorial | None = None
    documento_limitantes: Limitantes | None = None
    propuestas: tuple[Propuesta, ...] = ()
    poas: tuple[Poa, ...] = ()
    informes: tuple[Informe, ...] = ()
    contactos: Contactos | None = None

    @cached_property
    def _mudanzas(self) -> tuple[list[date], list[date]]:
        """Los días en que empieza alguna acreditación y los últimos de las que acaban, en orden."""
        empiezan = sorted({a.desde for a in self.acreditaciones if a.desde})
        return empiezan, sorted({a.hasta for a in self.acreditaciones if a.hasta})

    def _tramo(self, dia: date) -> tuple[int, int]:
        """Los días de un mismo tramo tienen los mismos acreditados."""
        empiezan, acaban = self._mudanzas
        return bisect_right(empiezan, dia), bisect_left(acaban, dia)

    @cached_property
    def _integrantes(self) -> dict[date, frozenset[Institucion]]:
        return {}

    @cached_property
    def _personas(self) -> dict[tuple[int, int], frozenset[str]]:
        return {}

    @cached_property
    def _acreditados(self) -> dict[tuple[tuple[int, int], str], tuple[Acreditacion, ...]]:
        return {}

    @property
    def nombre(self) -> str:
        """El nombre de su sector."""
        return self.sector.nombre

    @property
    def actas(self) -> tuple[Acta, ...]:
        """Sus ayudas memoria, por fecha."""
        return tuple(s.acta for s in self.sesiones if s.acta)

    @property
    def celebradas(self) -> Iterator[Acta]:
        """Las ayudas memoria de la mesa, y no de sus grupos de trabajo, por fecha."""
        return (acta for acta in self.actas if not acta.tiene("grupo"))

    @cached_property
    def calla_resoluciones(self) -> bool:
        """Si algún acuerdo suyo reserva lo que resolvió: entonces no se sabe qué está sin aprobar."""
        return any(acuerdo.reserva("resuelve") for acuerdo in self.acuerdos)

    @property
    def acuerdos(self) -> Iterator[Acuerdo]:
        """Todos sus acuerdos, por fecha y número."""
        return (acuerdo for acta in self.actas for acuerdo in acta.acuerdos)

    @property
    def entradas(self) -> Iterator[Entrada]:
        """Todo lo que dicen su seguimiento en sesión y el de entre sesiones, documento a documento (R91)."""
        yield from (entrada for acta in self.actas for entrada in acta.seguimiento)
        yield from (entrada for archivo in self.seguimientos for entrada in archivo.seguimiento)

    @property
    def en_seguimiento(self) -> Iterator[Acuerdo | Actividad | Curso]:
        """Todo aquello suyo a lo que se le da seguimiento: acuerdos, actividades y cursos de acción (R91)."""
        yield from self.acuerdos
        yield from (actividad for plan in self.planes for actividad in plan.actividades)
        estrategias = (e for limitante in self.limitantes for e in limitante.estrategias)
        yield from (curso for estrategia in estrategias for curso in estrategia.cursos)

    @property
    def limitantes(self) -> tuple[Limitante, ...]:
        """Sus limitantes y cuellos de botella."""
        return self.documento_limitantes.limitantes if self.documento_limitantes else ()

    @property
    def metas(self) -> tuple[Meta, ...]:
        """Las metas sectoriales de su sector."""
        return self.sector.metas

    def instituciones(self, dia: date) -> list[Institucion]:
        """Las de la mesa ese día: su sector las nombra y están en vigor."""
        return [i for i in self.sector.instituciones if i.vigente(dia)]

    def integra(self, institucion: Institucion, dia: date) -> bool:
        """Si toma parte en la mesa ese día: es de su sector, acredita a alguien, o la asiste como rectora o DIGER."""
        if dia not in self._integrantes:
            rectoras = (t.tema.rectora for t in self.transversales if t.tema is not None)
            suyas = (*self.instituciones(dia), *(a.institucion for a in self.acreditados(dia)), *rectoras)
            self._integrantes[dia] = frozenset(i for i in suyas if i is not None)
        return institucion in self._integrantes[dia] or institucion.se_llama("DIGER")

    def acreditados(self, dia: date, nivel: str = "") -> tuple[Acreditacion, ...]:
        """Las acreditaciones que rigen ese día, en ese nivel si se dice."""
        tramo = self._tramo(dia)
        if (tramo, nivel) not in self._acreditados:  # casi toda regla pregunta por los mismos días
            suyas = self.acreditaciones if nivel == "" else [a for a in self.acreditaciones if a.nivel == nivel]
            self._acreditados[tramo, nivel] = tuple([a for a in suyas if a.vigente(dia)])
        return self._acreditados[tramo, nivel]

    def acredita(self, quien: Miembro, dia: date) -> bool:
        """Si esa persona está acreditada ese día."""
        tramo = self._tramo(dia)
        if tramo not in self._personas:
            self._personas[tramo] = frozenset(a.id for a in self.acreditados(dia))
        return quien.id in self._personas[tramo]

    def maximas_autoridades(self, dia: date) -> list[Acreditacion]:
        """Las máximas autoridades acreditadas ese día a nivel político (R34)."""
        return [a for a in self.acreditados(dia, "politico") if a.papel == "maxima_autoridad"]

    @property
    def series(self) -> dict[tuple[str, int], list[Acta]]:
        """Sus ayudas memoria por grupo («» es la mesa) y año: cada serie lleva sus números (R85)."""
        series: dict[tuple[str, int], list[Acta]] = {}
        for acta in (a for a in self.actas if not a.reserva("grupo")):
            series.setdefault((str(acta.datos.get("grupo", "")), acta.fecha.year), []).append(acta)
        return series

    @property
    def apoyos(self) -> Iterator[ApoyoRectora]:
        """Los apoyos que pide a las rectoras, solo de los temas que tienen una (R41)."""
        for transversal in self.transversales:
            if transversal.tema is not None and transversal.tema.tiene("rectora"):
                yield from transversal.apoyo_rectora

    @property
    def vigencias(self) -> Iterator[ConVigencia]:
        """Todo lo suyo que rige entre dos días, en el orden en que se lee."""
        yield from self.coordinaciones("politico")
        yield from self.coordinaciones("tecnico")
        yield from self.diger.analistas if self.diger else ()
        yield from self.equipo_apoyo.integrantes if self.equipo_apoyo else ()
        yield from self.grupos
        yield from self.acreditaciones

    def coordinaciones(self, nivel: str) -> tuple[Any, ...]:
        """Las coordinaciones de un nivel (politico o tecnico), como están escritas."""
        quien = self.politico if nivel == "politico" else self.tecnico
        return quien.coordinacion if quien else ()

    def coordina(self, nivel: str, dia: date) -> list[Any]:
        """Las coordinaciones de ese nivel que rigen ese día; lo normal es una."""
        return [c for c in self.coordinaciones(nivel) if c.vigente(dia)]

    def coordinaciones_a_la_vez(self, nivel: str) -> Iterator[tuple[Any, Any, date, date | None]]:
        """Las de dos personas que rigen el mismo día: la que estaba, la que llegó, y de cuándo a cuándo (R57, R58).

        Si el fin de la primera está reservado, no se sabe y no se dice.
        """
        en_orden = sorted(self.coordinaciones(nivel), key=lambda c: (c.desde, c.ruta))
        for una, otra in combinations(en_orden, 2):
            if una.miembro is not otra.miembro and una.coincide(otra) and not una.reserva("hasta"):
                yield una, otra, otra.desde, min((c.hasta for c in (una, otra) if c.hasta), default=None)

    def celebradas_sin_coordinacion(self, nivel: str) -> Iterator[Acta]:
        """Las ayudas memoria de la mesa, no de sus grupos, de un día sin coordinación de ese nivel (R57, R58)."""
        quien = self.politico if nivel == "politico" else self.tecnico
        if self.reserva(nivel) or (quien is not None and quien.reserva("coordinacion")):
            return
        yield from (a for a in self.celebradas if not self.coordina(nivel, a.fecha))

    @property
    def primera_designacion_politica(self) -> DesignacionPolitica | None:
        """La más antigua, si se sabe su día: con ella se compara lo técnico, y no con los relevos (R75, T3)."""
        dias = [((c.designacion and c.designacion.fecha) or c.desde, c) for c in self.coordinaciones("politico")]
        primera = min(dias, key=lambda par: par[0])[1].designacion if dias else None
        return primera if primera and primera.fecha else None

    @property
    def tecnicos(self) -> dict[Institucion, list[Acreditacion]]:
        """Las acreditaciones técnicas de cada institución, como están escritas (R73, R74)."""
        suyas: dict[Institucion, list[Acreditacion]] = {}
        for acreditacion in self.acreditaciones:
            if acreditacion.institucion and acreditacion.nivel == "tecnico":
                suyas.setdefault(acreditacion.institucion, []).append(acreditacion)
        return suyas

    @property
    def dias_de_acreditacion(self) -> dict[Institucion, list[date]]:
        """Los días en que empieza alguna acreditación técnica de cada institución, en orden (R73)."""
        return {i: sorted({a.desde for a in suyas if a.desde}) for i, suyas in self.tecnicos.items()}

    def titulares_tecnicos(self, institucion: Institucion, dia: date) -> list[Acreditacion]:
        """Los titulares de una institución a nivel técnico ese día, uno por persona, como fueron llegando (R73).

        De quien tiene reservada la calidad o el fin no se sabe si cuenta, y no se cuenta.
        """
        titulares: dict[str, Acreditacion] = {}
        for acreditacion in sorted(self.acreditados(dia, "tecnico"), key=lambda a: (a.desde or dia, a.ruta)):
            se_sabe = not acreditacion.reserva("calidad") and not acreditacion.reserva("hasta")
            if acreditacion.institucion is institucion and acreditacion.es_titular and se_sabe:
                titulares.setdefault(acreditacion.id, acreditacion)
        return list(titulares.values())
