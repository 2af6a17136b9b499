"""De las acreditaciones a las personas: quién representa a quién, en qué nivel, desde cuándo y por qué oficio."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mesgepret.expediente.campos import Fecha, Palabras, Quien, Texto, Una, Varias
from mesgepret.expediente.pieza import ConVigencia, Pieza, Raiz

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.diagnostico import Ubicacion
    from mesgepret.expediente.mcr import Institucion
    from mesgepret.expediente.mesa import Mesa


class Oficio(Pieza):
    """La nota con que la institución acredita ante la DIGER (R71)."""

    numero = Texto()
    fecha = Fecha()
    firmante = Texto()
    recibido = Fecha()


class Acreditacion(ConVigencia):
    """Lo que acredita a una persona en un nivel de la mesa (R70–R74, R103)."""

    NOMBRE = "acreditación"

    nombre = Texto()
    cargo = Texto()
    nivel = Texto()
    papel = Texto()
    definido_por = Quien()
    calidad = Texto()
    oficio = Una(Oficio)
    sustituye_a = Quien()
    forja = Texto()

    institucion: Institucion | None = None

    @property
    def sigla(self) -> str:
        """La de la institución que acredita; vacía si no se pudo leer."""
        return self.institucion.sigla if self.institucion else ""

    @property
    def es_titular(self) -> bool:
        """Quien no es suplente; sin decirlo, titular."""
        return self.calidad != "suplente"

    @property
    def es_maxima_autoridad(self) -> bool:
        """Si la acredita como máxima autoridad de su institución; lo reservado no se niega (R34, R35)."""
        return self.papel == "maxima_autoridad" or self.reserva("papel")

    @property
    def de_upgret(self) -> bool:
        """Si la acredita como gente de la UPGRET de su institución; lo reservado no se niega."""
        return self.papel in ("direccion_upgret", "upgret") or self.reserva("papel")


class Miembros(Raiz):
    """`miembros/<institucion>.yaml`: las acreditaciones de una institución."""

    acreditaciones = Varias(Acreditacion)


class Miembro:
    """Una persona de la mesa, con todas sus acreditaciones en el orden en que empiezan a regir."""

    NOMBRE = "miembro"

    def __init__(self, id: str, mesa: Mesa, acreditaciones: list[Acreditacion]) -> None:
        self.id = id
        self.mesa = mesa
        self.acreditaciones = tuple(sorted(acreditaciones, key=lambda a: (str(a.desde or ""), a.doc.archivo, a.ruta)))

    def __repr__(self) -> str:
        return f"Miembro({self.mesa.id}/{self.id})"

    @property
    def nombre(self) -> str:
        """Como consta en su acreditación más reciente."""
        return self.acreditaciones[-1].nombre

    def en(self, *campo: str | int) -> Ubicacion:
        """El lugar de su primera acreditación."""
        return self.acreditaciones[0].en(*campo)

    def vigentes(self, dia: date, nivel: str = "") -> list[Acreditacion]:
        """Sus acreditaciones de ese día, en ese nivel si se dice."""
        return [a for a in self.acreditaciones if a.vigente(dia) and nivel in ("", a.nivel)]

    def sin_acreditar(self, desde: date, hasta: date) -> date | None:
        """El primer día, entre esos dos, en que ninguna de sus acreditaciones rige; None si rige siempre alguna."""
        dia = desde
        for acreditacion in (a for a in self.acreditaciones if a.vigente(dia)):
            if acreditacion.hasta is None or acreditacion.hasta >= hasta:
                return None
            dia = acreditacion.hasta + timedelta(days=1)
        return dia

    def por_que_no(self, dia: date) -> Ubicacion:
        """Lo que explica que un día no esté acreditado: el fin de la última que acabó, o el inicio de la primera."""
        pasadas = [a for a in self.acreditaciones if a.hasta and a.hasta < dia]
        return pasadas[-1].en("hasta") if pasadas else self.en("desde")

    def instituciones(self, dia: date) -> list[Institucion]:
        """Las que lo acreditan ese día."""
        return [a.institucion for a in self.vigentes(dia) if a.institucion]


class Contacto(Pieza):
    """Los números y correos de un miembro; solo para el perfil interno (R72)."""

    miembro = Quien()
    telefonos = Palabras()
    correos = Palabras()


class Contactos(Raiz):
    """`privado/contactos/<sector>.yaml`."""

    contactos = Varias(Contacto)
