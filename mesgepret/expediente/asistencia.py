"""De las listas de un acta a quiénes estuvieron, por quién, y a quiénes se les envió."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mesgepret.expediente.campos import (
    Entero,
    Fecha,
    Logico,
    Quien,
    Quienes,
    Texto,
)
from mesgepret.expediente.pieza import Pieza

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.expediente.mcr import Institucion
    from mesgepret.expediente.miembros import Acreditacion


class Participante(Pieza):
    """Quien consta en la Lista de Participantes de una sesión (R88)."""

    miembro = Quien()
    nombre = Texto()
    institucion = Quien()
    cargo = Texto()
    calidad = Texto()
    en_lugar_de = Quien()
    asistencia = Texto()
    motivo = Texto()

    @property
    def asistio(self) -> bool:
        """Si estuvo, en persona o a distancia; sin decirlo, estuvo."""
        return self.asistencia in ("", "presente", "virtual")

    @property
    def representa(self) -> bool:
        """Si estuvo por su institución, y no de invitado, observador, cooperante o asesor (R70)."""
        return self.asistio and self.calidad in ("", "titular", "suplente", "delegado")

    def por_quienes(self, dia: date) -> list[Institucion]:
        """Las instituciones a las que pertenece ese día: la que se dice, o las que le acreditan."""
        if self.institucion is not None and self.institucion.id:
            return [self.institucion]
        personas = [quien for quien in (self.miembro, self.en_lugar_de) if hasattr(quien, "vigentes")]
        return [institucion for persona in personas for institucion in persona.instituciones(dia)]

    @property
    def primera_acreditacion(self) -> Acreditacion | None:
        """Con la que empezó en la mesa; None si no es miembro (R70)."""
        return next(iter(getattr(self.miembro, "acreditaciones", ())), None)

    @property
    def senas(self) -> tuple[str, ...]:
        """Por lo que se le reconoce en una lista de destinatarios: su id, su nombre o el id de su institución."""
        nombres = (self.miembro and self.miembro.id, self.nombre)
        de = self.institucion and (self.institucion.id or self.institucion.nombre)
        return tuple(sena for sena in (*nombres, de) if sena)

    @property
    def llamado(self) -> str:
        """Su nombre; si no se sabe quién fue, el de su institución."""
        return next((quien.nombre for quien in (self.miembro, self, self.institucion) if quien and quien.nombre), "")


class Quorum(Pieza):
    """La constatación del quórum."""

    requerido = Entero()
    presentes = Entero()
    comprobado = Logico()


class Distribucion(Pieza):
    """Un envío de la ayuda memoria: cuándo, cómo y a quiénes (R94, R95)."""

    fecha = Fecha()
    medio = Texto()
    destinatarios = Quienes()

    @property
    def a_todos(self) -> bool:
        """Si se envió a todos los participantes de la mesa."""
        return bool(self.datos.get("destinatarios") == "todos")

    @cached_property
    def nombrados(self) -> frozenset[str] | None:
        """Los ids o nombres de a quienes se envió, integrantes de grupos incluidos; None si pudo ser a todos."""
        if self.a_todos or self.calla("destinatarios"):
            return None
        integrantes = (i for d in self.destinatarios for i in getattr(d, "integrantes", ()))
        return frozenset(d.id or d.nombre for d in (*self.destinatarios, *integrantes))

    def llega_a(self, *senas: str) -> bool:
        """Si llega a quien responde a alguna de esas señas: su id, su nombre o el id de su institución."""
        return self.nombrados is None or not self.nombrados.isdisjoint(senas)
