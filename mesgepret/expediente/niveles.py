"""De `mesa.yaml` a su organización: los dos niveles, la DIGER y el equipo de apoyo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import llano
from mesgepret.expediente.campos import Fecha, Logico, Palabras, Quien, Quienes, Refs, Texto, Una, Varias
from mesgepret.expediente.pieza import ConVigencia, Pieza

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.expediente.mesa import Mesa


class DesignacionPolitica(Pieza):
    """El acto por el que se designa la coordinación política (R35, R57)."""

    por = Texto()
    documento = Texto()
    fecha = Fecha()


class Coordinacion(ConVigencia):
    """Lo que las dos coordinaciones tienen en común: alguien, y mientras dura."""

    miembro = Quien()

    @property
    def quien(self) -> str:
        """El nombre de quien coordina; su id si no se pudo leer."""
        return self.miembro.nombre if self.miembro else str(self.datos["miembro"])


class CoordinacionPolitica(Coordinacion):
    """Quien coordina la mesa a nivel político, y mientras dura."""

    designacion = Una(DesignacionPolitica)


class Politico(Pieza):
    """El nivel político (R31–R35)."""

    instancia = Texto()
    coordinacion = Varias(CoordinacionPolitica)


class DesignacionTecnica(Pieza):
    """El acto por el que las instituciones designan la coordinación técnico-operativa (R30, R58, R75)."""

    por = Quienes()
    documento = Texto()
    fecha = Fecha()
    consintieron = Refs("Institucion")


class CoordinacionTecnica(Coordinacion):
    """Quien coordina la mesa a nivel técnico-operativo, y mientras dura."""

    alto_nivel = Logico()
    designacion = Una(DesignacionTecnica)

    @property
    def designada(self) -> date | None:
        """El día de su designación; si no lo dice, el primero de la coordinación."""
        return (self.designacion and self.designacion.fecha) or self.desde


class Tecnico(Pieza):
    """El nivel técnico-operativo (R27–R30)."""

    coordinacion = Varias(CoordinacionTecnica)


class Analista(ConVigencia):
    """Un analista que la DIGER asigna a la mesa (R59)."""

    NOMBRE = "analista"

    nombre = Texto()
    cargo = Texto()


class DocumentoMetodologico(Pieza):
    """Un documento o instrumento que la DIGER facilita (R60)."""

    nombre = Texto()
    version = Texto()
    documento = Texto()


class Orientacion(Pieza):
    """Una orientación que la DIGER brinda: qué, cuándo y a quién (R104)."""

    fecha = Fecha()
    asunto = Texto()
    a_quienes = Quienes()


class Acompanamiento(Pieza):
    """Lo que la DIGER pone en la mesa (R28, R59, R60, R104)."""

    analistas = Varias(Analista)
    instrumentos = Varias(DocumentoMetodologico)
    orientaciones = Varias(Orientacion)


class IntegranteApoyo(ConVigencia):
    """Quien integra el equipo de apoyo: un miembro, o alguien de una UPGRET de la mesa (R67, R69)."""

    miembro = Quien()
    nombre = Texto()
    institucion = Quien()
    unidad = Texto()

    @property
    def quien(self) -> str:
        """El nombre con que consta; si no consta ninguno, el de su institución."""
        return str(self.miembro.nombre if self.miembro else self.nombre or getattr(self.institucion, "nombre", ""))

    @property
    def ajeno_por(self) -> str:
        """La clave por la que no consta que salga de una UPGRET de la mesa; vacía si consta o se reserva (R69).

        Consta por el papel con que la mesa le acredita o por la unidad que aquí se dice.
        """
        mesa: Mesa = self.padre.padre
        suyas = [i for i in mesa.sector.instituciones if self.desde is None or i.vigente(self.desde)]
        acreditadas = [a for a in getattr(self.miembro, "acreditaciones", ()) if a.coincide(self)]
        if any(a.de_upgret and a.institucion in suyas for a in acreditadas):
            return ""
        if any(self.reserva(clave) for clave in ("miembro", "institucion", "unidad")):
            return ""
        nombres = {"upgret", "unidad de planificacion", *(llano(i.upgret) for i in suyas if i.upgret)}
        if not any(nombre in llano(self.unidad) for nombre in nombres):
            return "miembro" if self.miembro else "unidad"
        propias = [self.institucion] if self.institucion else [a.institucion for a in acreditadas]
        if propias and not any(p in suyas or any(i.se_llama(p.nombre) for i in suyas) for p in propias if p):
            return "institucion" if self.institucion else "miembro"
        return ""


class EquipoApoyo(Pieza):
    """El equipo de apoyo operativo y sus funciones (R67–R69)."""

    integrantes = Varias(IntegranteApoyo)
    funciones = Palabras()
