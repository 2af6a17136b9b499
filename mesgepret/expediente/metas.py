"""De las metas de `mcr/` a la cadena de resultados: qué se quiere lograr, quién responde y a qué contribuye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import Logico, Numero, Ref, Refs, Texto, Una, Varias
from mesgepret.expediente.indicadores import Indicador
from mesgepret.expediente.pieza import ConVigencia, Pieza, Raiz

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mesgepret.expediente.acuerdo import Resolucion
    from mesgepret.expediente.mcr import Institucion, Sector
    from mesgepret.expediente.productos import Propuesta

NIVELES = ("presidencial", "sectorial", "institucional")
"""Los niveles de la cadena, de arriba abajo: cada uno sirve al anterior (R02, R05)."""


class Contribucion(Pieza):
    """A qué meta contribuye otra, y cuánto pesa en ella (R05)."""

    meta = Ref("Meta")
    ponderador = Numero()
    motivo = Texto()


class VigenciaMeta(ConVigencia):
    """Entre qué días rige una meta, y por qué dejó de regir."""

    motivo = Texto()


class Agregacion(Pieza):
    """Cómo se junta lo de abajo en la meta."""

    indicadores = Texto()
    contribuyentes = Texto()
    tolerancia = Numero()


class Mecanismo(Pieza):
    """Cómo llega el dato al SIGPRET: recolección, responsable y frecuencia (R48)."""

    recoleccion = Texto()
    responsable = Texto()
    frecuencia = Texto()


class Meta(Pieza):
    """Una meta presidencial, sectorial o institucional (R01–R05, R99)."""

    NOMBRE = "meta"

    resultado = Texto()
    eje = Ref("Eje")
    vertiente = Ref("Vertiente")
    contribuye_a = Varias(Contribucion)
    instrumentos = Refs("Instrumento")
    responsable = Ref("Institucion")
    prioritaria = Logico()
    vigencia = Una(VigenciaMeta)
    agregacion = Una(Agregacion)
    concertada_en = Ref("Sesion", "Acuerdo")
    mecanismo = Una(Mecanismo)
    indicadores = Varias(Indicador)

    nivel: str = ""
    """presidencial, sectorial o institucional: lo dice el archivo."""
    sector: Sector | None = None
    institucion: Institucion | None = None
    contribuyentes: tuple[Meta, ...] = ()
    resoluciones: tuple[Resolucion, ...] = ()
    propuestas: tuple[Propuesta, ...] = ()

    @property
    def responde(self) -> Institucion | None:
        """La institución que responde por ella: la que dice; si no lo dice, la de su archivo (R09)."""
        responsable: Institucion | None = self.responsable
        return self.institucion if responsable is None and not self.tiene("responsable") else responsable

    def superiores(self, nivel: str) -> list[Meta]:
        """Las metas de ese nivel a las que dice contribuir (R05)."""
        return [c.meta for c in self.contribuye_a if c.meta is not None and c.meta.nivel == nivel]

    @property
    def propios(self) -> list[Indicador]:
        """Sus indicadores, sin los que comparte con otra meta."""
        return [indicador for indicador in self.indicadores if not indicador.tiene("usa")]

    @property
    def anios(self) -> list[int]:
        """Los años en que alguno de sus indicadores tiene meta, en orden (R20, R45)."""
        return sorted({anio for indicador in self.indicadores for anio in indicador.anios})

    @property
    def cadena(self) -> Iterator[Meta]:
        """Ella y cuantas contribuyen a ella, directamente o a través de otra; cada una, una vez (R13, R15)."""
        vistas, pendientes = {self.id}, [self]
        while pendientes:
            meta = pendientes.pop()
            yield meta
            nuevas = {otra.id: otra for otra in meta.contribuyentes if otra.id not in vistas}
            vistas.update(nuevas)
            pendientes += nuevas.values()

    @property
    def aprobaciones(self) -> list[Resolucion]:
        """Lo que en ayudas memoria definitivas el nivel político aprobó de ella (R31).

        También de un indicador suyo, o de una propuesta que cambia o crea la una o el otro.
        """
        suyas: tuple[Meta | Indicador, ...] = (self, *self.indicadores)
        dichas = [r for una in suyas for r in (*una.resoluciones, *(r for p in una.propuestas for r in p.resoluciones))]
        return [r for r in dichas if r.resolucion == "aprobado" and r.politica and not r.provisional]

    def vigente(self, dia: date) -> bool:
        """Si rige ese día."""
        return self.vigencia is None or self.vigencia.vigente(dia)

    def rige_entre(self, desde: date, hasta: date) -> bool:
        """Si rige alguno de esos días."""
        suya = self.vigencia
        return suya is None or (
            (suya.desde is None or suya.desde <= hasta) and (suya.hasta is None or desde <= suya.hasta)
        )

    def sobre(self, otra: Meta) -> bool:
        """Si es de un nivel superior al de la otra; las de un archivo suelto no tienen nivel, y todas caben."""
        if not (self.nivel and otra.nivel):
            return True
        return NIVELES.index(self.nivel) < NIVELES.index(otra.nivel)

    def cortes(self, anio: int) -> list[str] | None:
        """Los del indicador suyo, con meta ese año, que más tiene; None si ninguno la tiene o algo se reserva (T1)."""
        propios = [i.propio for i in self.indicadores]
        if any(p.reserva(clave) for p in propios for clave in ("metas_anuales", "programacion")):
            return None
        return max((p.cortes(anio) for p in propios if anio in p.anios), key=len, default=None)


class Metas(Raiz):
    """Un archivo de metas."""

    metas = Varias(Meta)
