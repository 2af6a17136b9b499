"""De `planes/` al Plan de Trabajo: actividades con resultados, responsabilidades y tiempos."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from mesgepret.expediente.acuerdo import Seguido
from mesgepret.expediente.campos import RESERVADO, Crudo, Entero, Fecha, Quienes, Ref, Refs, Texto, Una, Varias
from mesgepret.expediente.pieza import ConVigencia, Pieza, Raiz

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.expediente.acta import Acta
    from mesgepret.expediente.acuerdo import Resolucion
    from mesgepret.expediente.mcr import Institucion
    from mesgepret.expediente.mesa import Mesa
    from mesgepret.expediente.miembros import Acreditacion


class Presupuesto(Pieza):
    """Lo que cuesta una actividad y de dónde sale."""

    monto = Crudo()
    fuente = Texto()


class Actividad(Seguido):
    """Una actividad del plan (R62–R65); su avance se lleva por seguimiento."""

    NOMBRE = "actividad"

    actividad = Texto()
    tipo = Texto()
    objetivo = Ref("Objetivo")
    producto = Ref("Producto")
    resultado = Texto()
    responsables = Quienes()
    inicio = Fecha()
    fin = Fecha()
    metas = Refs("Meta")
    limitantes = Refs("Limitante")
    transversales = Refs("Tema")
    indicador = Texto()
    medio_verificacion = Texto()
    presupuesto = Una(Presupuesto)

    @property
    def plan(self) -> Plan:
        """El plan que la contiene."""
        plan: Plan = self.padre
        return plan


class Aprobacion(Pieza):
    """La aprobación de un plan dada fuera de sesión; cubre una versión (R66)."""

    version = Entero()
    documento = Texto()
    fecha = Fecha()
    por = Quienes()

    provisional = False

    @property
    def nominal(self) -> bool:
        """Si dice quiénes la dieron, y qué día."""
        return self.fecha is not None and bool(self.por)

    @property
    def autoridades(self) -> list[Acreditacion]:
        """Las máximas autoridades de la mesa que la dieron; una institución vale por la suya."""
        mesa: Mesa = self.padre.mesa
        ids = {quien.id for quien in self.por}
        acreditadas = mesa.maximas_autoridades(self.fecha) if self.fecha else []
        return [a for a in acreditadas if a.id in ids or (a.institucion and a.institucion.id in ids)]

    @property
    def ajenos(self) -> list[str]:
        """Los nombres de quienes la dieron sin ser máxima autoridad acreditada ese día; sin fecha no se sabe."""
        ids = {i for a in self.autoridades for i in (a.id, a.institucion.id if a.institucion else a.id)}
        return [quien.nombre for quien in self.por if quien.id not in ids] if self.fecha else []


class Plan(Raiz, ConVigencia):
    """Un Plan de Trabajo (R61–R66). El periodo es el nombre del archivo."""

    NOMBRE = "plan"

    version = Entero()
    actividades = Varias(Actividad)
    aprobacion = Una(Aprobacion)

    mesa: Mesa
    periodo: str = ""
    resoluciones: tuple[Resolucion, ...] = ()

    def cubre(self, anio: int) -> bool:
        """Si rige algún día de ese año."""
        return (self.desde is None or self.desde.year <= anio) and (self.hasta is None or anio <= self.hasta.year)

    def cerrado(self, dia: date) -> bool:
        """Si ese día ya había pasado su último día."""
        return self.hasta is not None and self.hasta < dia

    @property
    def actas(self) -> list[Acta]:
        """Las ayudas memoria, de la mesa y de sus grupos, de lo que se sesionó mientras rige."""
        return [acta for acta in self.mesa.actas if self.vigente(acta.fecha)]

    @property
    def temas(self) -> set[str]:
        """Los ids de los temas transversales que constan en él y en las agendas y acuerdos de sus sesiones (R42).

        «reservado» está entre ellos si algo de eso se reserva: no se sabe qué tema es.
        """
        actas = self.actas
        piezas = [*self.actividades, *(p for a in actas for p in a.agenda), *(p for a in actas for p in a.acuerdos)]
        callan = any(acta.calla(clave) for acta in actas for clave in ("agenda", "acuerdos"))
        return {t for p in piezas for t in p.escritos("transversales")} | ({RESERVADO} if callan else set())

    def version_de(self, resolucion: Resolucion) -> int | None:
        """La versión sobre la que se resolvió; si no lo dice, la del archivo."""
        return self.version if resolucion.version is None else resolucion.version

    def planificada(self, tipo: str) -> bool:
        """Si alguna actividad suya es de ese tipo (ACT1–ACT6), o reserva el suyo (R102)."""
        return any(a.tipo == tipo or a.reserva("tipo") for a in self.actividades)

    def realizada(self, tipo: str) -> bool:
        """Si consta que se hizo una de las seis actividades de las mesas mientras el plan regía (R102).

        Lo prueba su seguimiento o el punto de una sesión; y el plan mismo (ACT1), un espacio de diálogo (ACT5) o la
        revisión de un POA (ACT6).
        """
        suyas = (a for a in self.actividades if a.tipo == tipo)
        puntos = (p for acta in self.mesa.actas if self.vigente(acta.fecha) for p in acta.agenda)
        espacios = self.mesa.espacios if tipo == "ACT5" else ()
        revisiones = [poa.revision for poa in self.mesa.poas if poa.revision] if tipo == "ACT6" else ()
        return (
            tipo == "ACT1"
            or any(entrada.estado == "cumplido" for a in suyas for entrada in a.entradas)
            or any(
                p.actividad and p.actividad.id == tipo and p.estado not in ("no_tratado", "pospuesto") for p in puntos
            )
            or any(hecho.fecha and self.vigente(hecho.fecha) for hecho in (*espacios, *revisiones))
        )

    @property
    def aprobaciones(self) -> tuple[Aprobacion | Resolucion, ...]:
        """Lo que aprueba su versión, fuera de sesión o en ella; lo rechazado o devuelto después no cuenta (R66)."""
        dichas = [r for r in self.resoluciones if self.version_de(r) == self.version]
        ultimas = tuple(takewhile(lambda r: r.resolucion == "aprobado", reversed(dichas)))
        fuera = self.aprobacion
        return (fuera, *ultimas) if fuera is not None and fuera.version == self.version else ultimas

    @property
    def sin_su_autoridad(self) -> list[Institucion]:
        """Las instituciones de la mesa cuya máxima autoridad no consta en las aprobaciones que dicen quiénes (R66)."""
        nominales = [a for a in self.aprobaciones if a.nominal]
        con = {m.institucion for a in nominales for m in a.autoridades}
        dia = max((a.fecha for a in nominales if a.fecha), default=None)
        return [i for i in self.mesa.instituciones(dia) if i not in con] if dia else []
