"""De los catálogos de `mcr/` al país: ejes, sectores, instituciones, temas, eslabones y semáforos."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mesgepret.diagnostico import llano
from mesgepret.expediente.campos import (
    RESERVADO,
    Entero,
    Fecha,
    Logico,
    Numero,
    Palabras,
    Ref,
    Refs,
    Texto,
    Una,
    Varias,
)
from mesgepret.expediente.pieza import ConVigencia, Pieza, Raiz

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mesgepret.expediente.mesa import Mesa
    from mesgepret.expediente.metas import Meta


class Vertiente(Pieza):
    """Una mitad, económica o social, de un eje (R38)."""

    NOMBRE = "vertiente"

    nombre = Texto()
    sectores = Refs("Sector")


class Eje(Pieza):
    """Un eje estratégico y los sectores que ordena (R36–R39)."""

    NOMBRE = "eje"

    nombre = Texto()
    vertientes = Varias(Vertiente)
    sectores = Refs("Sector")
    certeza = Texto()
    texto_fuente = Palabras()

    @property
    def ubicaciones(self) -> Iterator[tuple[Vertiente | None, Sector]]:
        """Cada sector con la vertiente en que está, o None."""
        yield from ((None, sector) for sector in self.sectores)
        yield from ((vertiente, sector) for vertiente in self.vertientes for sector in vertiente.sectores)


class Ejes(Raiz):
    """`mcr/ejes.yaml`."""

    ejes = Varias(Eje)


class Sector(Pieza):
    """Un sector de la acción pública (R04, R14)."""

    NOMBRE = "sector"

    sigla = Texto()
    nombre = Texto()
    alias = Palabras()
    rectoras = Refs("Institucion")

    mesa: Mesa | None = None
    instituciones: tuple[Institucion, ...] = ()
    metas: tuple[Meta, ...] = ()
    ubicaciones: tuple[tuple[Eje, Vertiente | None], ...] = ()

    @property
    def denominaciones(self) -> dict[str, tuple[str, tuple[str | int, ...]]]:
        """Su nombre y sus alias: cada uno llano, como se escribió y en qué clave (R39)."""
        dichas: dict[str, tuple[str, tuple[str | int, ...]]] = {llano(self.nombre): (self.nombre, ("nombre",))}
        for i, alias in enumerate(self.alias):
            if alias != RESERVADO:
                dichas.setdefault(llano(alias), (alias, ("alias", i)))
        return dichas

    def cabe_en(self, meta: Meta) -> bool:
        """Si está en el eje de una meta presidencial, y en su vertiente si la dice; sin eje no se sabe, y cabe."""
        ejes = [(eje, vertiente) for eje, vertiente in self.ubicaciones if eje is meta.eje]
        return meta.eje is None or any(meta.vertiente in (None, v) or v is None for _, v in ejes)


class Sectores(Raiz):
    """`mcr/sectores.yaml`."""

    sectores = Varias(Sector)


class VigenciaInstitucion(ConVigencia):
    """Desde cuándo y hasta cuándo existe, y quién la sucede (T5)."""

    sucesora = Ref("Institucion")


class Institucion(Pieza):
    """Una institución del Estado (R04, R14, R108)."""

    NOMBRE = "institución"

    sigla = Texto()
    nombre = Texto()
    alias = Palabras()
    sectores = Refs("Sector")
    upgret = Texto()
    norma = Texto()
    vigencia = Una(VigenciaInstitucion)
    certeza = Texto()
    fuente = Texto()
    sin_verificar = Texto()

    metas: tuple[Meta, ...] = ()

    def vigente(self, dia: date) -> bool:
        """Si existe ese día."""
        return self.vigencia is None or self.vigencia.vigente(dia)

    def suprimida(self, dia: date) -> bool:
        """Si ese día ya no existía (T5)."""
        return self.vigencia is not None and self.vigencia.hasta is not None and self.vigencia.hasta < dia

    def se_llama(self, texto: str) -> bool:
        """Si ese texto es su nombre, su sigla o uno de sus alias, mirados sin tildes ni mayúsculas."""
        return llano(texto) in {llano(nombre) for nombre in (self.nombre, self.sigla, *self.alias)}


class Instituciones(Raiz):
    """`mcr/instituciones.yaml`."""

    instituciones = Varias(Institucion)


class Eslabon(Pieza):
    """Un eslabón de la cadena de valor público; el catálogo es del proyecto (R12)."""

    NOMBRE = "eslabón"

    nombre = Texto()
    orden = Entero()
    dimensiones = Palabras()


class Instrumento(Pieza):
    """Un documento del que nacen las metas: Plan de Gobierno, AN-ODS, ENTAH (R06)."""

    NOMBRE = "instrumento"

    nombre = Texto()


class Objetivo(Pieza):
    """Un objetivo específico de las mesas (OE1–OE8)."""

    NOMBRE = "objetivo específico"

    clave = Texto()
    nombre = Texto()
    requisitos = Palabras()


class Producto(Pieza):
    """Un producto de las mesas (PRO1–PRO7)."""

    NOMBRE = "producto"

    clave = Texto()
    nombre = Texto()
    requisitos = Palabras()
    documento = Texto()


class ActividadDeMesa(Pieza):
    """Una de las actividades que toda mesa debe realizar (ACT1–ACT6)."""

    NOMBRE = "actividad de las mesas"

    clave = Texto()
    nombre = Texto()
    requisitos = Palabras()
    evidencia = Texto()


class Tema(Pieza):
    """Un tema transversal (TT1–TT7) y su institución rectora (R40–R42)."""

    NOMBRE = "tema transversal"

    nombre = Texto()
    alcance = Texto()
    rectora = Ref("Institucion")
    sectores = Refs("Sector")

    @property
    def en_todas(self) -> bool:
        """Si se integra en todas las mesas, y no según pertinencia."""
        return self.alcance == "todas"


class Catalogos(Raiz):
    """`mcr/catalogos.yaml`."""

    eslabones = Varias(Eslabon)
    instrumentos = Varias(Instrumento)
    objetivos = Varias(Objetivo)
    productos = Varias(Producto)
    actividades = Varias(ActividadDeMesa)
    temas = Varias(Tema)


class Tramo(Pieza):
    """Un tramo de un semáforo, entre dos cotas; sin cota, hasta el infinito."""

    nombre = Texto()
    color = Texto()
    forma = Texto()
    desde = Numero()
    hasta = Numero()
    incluye_desde = Logico()
    incluye_hasta = Logico()


class Semaforo(Pieza):
    """Una tabla de semáforos con su cita."""

    NOMBRE = "semáforo"

    nombre = Texto()
    cita = Texto()
    vigente_desde = Fecha()
    por_defecto = Logico()
    base = Texto()
    metodos = Palabras()
    si_se_alcanza = Texto()
    tramos = Varias(Tramo)

    @property
    def quiebros(self) -> Iterator[tuple[Tramo, str, str]]:
        """Donde sus tramos no van, de menor a mayor, de −∞ a +∞: el tramo, la clave y lo que pasa ahí."""
        if any(tramo.reserva(clave) for tramo in self.tramos for clave in ("desde", "hasta")):
            return
        for tramo in self.tramos[:1]:
            if tramo.desde is not None:
                yield tramo, "desde", f"lo menor que {tramo.desde} no cae en ningún tramo"
        for antes, despues in pairwise(self.tramos):
            yield from _quiebro(antes, despues)
        for tramo in self.tramos:
            if tramo.desde is not None and tramo.hasta is not None and tramo.desde >= tramo.hasta:
                yield tramo, "hasta", f"«{tramo.id}» va de {tramo.desde} a {tramo.hasta}"
        for tramo in self.tramos[-1:]:
            if tramo.hasta is not None:
                yield tramo, "hasta", f"lo mayor que {tramo.hasta} no cae en ningún tramo"


def _quiebro(antes: Tramo, despues: Tramo) -> Iterator[tuple[Tramo, str, str]]:
    """Lo que pasa entre un tramo y el siguiente."""
    if antes.hasta is None or despues.desde is None:
        yield despues, "desde", f"no se sabe dónde acaba «{antes.id}» y empieza «{despues.id}»"
    elif antes.hasta < despues.desde:
        yield despues, "desde", f"lo que hay entre {antes.hasta} y {despues.desde} no cae en ningún tramo"
    elif antes.hasta > despues.desde:
        yield despues, "desde", f"«{antes.id}» llega a {antes.hasta} y «{despues.id}» empieza en {despues.desde}"
    elif antes.incluye_hasta and despues.incluye_desde:
        yield despues, "incluye_desde", f"{despues.desde} cae a la vez en «{antes.id}» y en «{despues.id}»"
    elif not antes.incluye_hasta and not despues.incluye_desde:
        yield despues, "desde", f"{despues.desde} no cae ni en «{antes.id}» ni en «{despues.id}»"


class Semaforos(Raiz):
    """`mcr/semaforos.yaml`."""

    semaforos = Varias(Semaforo)
