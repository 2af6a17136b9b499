"""De `actas/` y `seguimiento/` a la Ayuda Memoria de Acuerdos: quiénes, qué trataron, qué acordaron y a quién llegó."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mesgepret.expediente.acuerdo import Acuerdo, Corregible, Entrada
from mesgepret.expediente.asistencia import Distribucion, Participante, Quorum
from mesgepret.expediente.campos import (
    RESERVADO,
    Crudo,
    Entero,
    Fecha,
    Hora,
    Palabras,
    Quien,
    Quienes,
    Ref,
    Refs,
    Texto,
    Una,
    Varias,
    en_linea,
)
from mesgepret.expediente.pieza import Adjunto, Pieza, Raiz

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.expediente.mcr import Institucion
    from mesgepret.expediente.mesa import Mesa
    from mesgepret.expediente.miembros import Miembro
    from mesgepret.expediente.sesion import Sesion


class SegunDocumento(Pieza):
    """El número y la fecha como se imprimieron, donde difieren."""

    numero = Texto()
    fecha = Texto()
    formato = Texto()


class ActaAnterior(Pieza):
    """La lectura de una ayuda memoria anterior, y lo que se resolvió sobre ella."""

    acta = Ref("Sesion")
    texto = Texto()
    resolucion = Texto()
    motivo = Texto()


class Punto(Pieza):
    """Un punto de la agenda de trabajo (R89)."""

    punto = Entero()
    fecha = Fecha()
    tema = Texto()
    responsables = Quienes()
    hora_inicio = Hora()
    hora_cierre = Hora()
    expone = Quien()
    grupo = Ref("Grupo")
    actividad = Ref("ActividadDeMesa")
    transversales = Refs("Tema")
    estado = Texto()
    motivo = Texto()
    desarrollo = Texto()
    conclusion = Texto()
    documentos = Varias(Adjunto)
    alertas = Palabras()
    actas_anteriores = Varias(ActaAnterior)


class Correspondencia(Pieza):
    """Un documento recibido o presentado en la sesión."""

    numero = Texto()
    fecha = Fecha()
    de = Quien()
    para = Quien()
    asunto = Texto()
    tramite = Texto()
    plazo = Fecha()
    punto = Entero()


class Evento(Pieza):
    """Una actividad anunciada, que no es un acuerdo."""

    fecha = Fecha()
    hora_inicio = Hora()
    hora_cierre = Hora()
    titulo = Texto()


class ProximaSesion(Pieza):
    """La próxima sesión, mientras no haya convocatoria."""

    fecha = Fecha()
    hora_inicio = Hora()
    lugar = Texto()
    agenda = Palabras()


class Anexo(Pieza):
    """Un anexo; puede contener la lista de participantes o el seguimiento (R88, R91)."""

    titulo = Texto()
    archivo = Texto()
    url = Texto()
    sha256 = Texto()
    contiene = Texto()


class Firma(Pieza):
    """Quien firma, en qué calidad y cuándo."""

    miembro = Quien()
    nombre = Texto()
    cargo = Texto()
    fecha = Fecha()


class Errata(Pieza):
    """Lo que una ayuda memoria anterior decía mal, y lo que debe decir."""

    sobre = Ref("Sesion", "Acuerdo")
    campo = Texto()
    dice = Crudo()
    debe_decir = Crudo()
    motivo = Texto()

    @property
    def acta(self) -> Acta:
        """La ayuda memoria que la corrige."""
        acta: Acta = self.padre
        return acta

    @property
    def corregida(self) -> Acta | Acuerdo | None:
        """Lo que corrige: un acuerdo o una ayuda memoria; None si no la hay."""
        corregida: Acta | Acuerdo | None = self.sobre if isinstance(self.sobre, Acuerdo) else None
        return self.sobre.acta if corregida is None and self.sobre is not None else corregida

    @property
    def decia(self) -> Any:
        """Lo que la clave decía antes de ella: lo escrito, o lo que dejó la errata anterior; None si nada."""
        if self.corregida is None:
            return None
        suyas = [e for e in self.corregida.erratas if e.campo == self.campo]
        antes = suyas[: suyas.index(self)] if self in suyas else []
        if antes:
            return antes[-1].debe_decir
        de_la_sesion = self.campo == "fecha" and isinstance(self.corregida, Acta)
        return str(self.sobre.fecha) if de_la_sesion else self.corregida.datos.get(self.campo)

    @property
    def casa(self) -> bool:
        """Si `dice` es lo que decía, sin mirar si era texto o número; lo que no se puede comparar, casa."""
        dice, decia = en_linea(self.dice), en_linea(self.decia)
        de_la_sesion = self.campo == "fecha" and isinstance(self.corregida, Acta)
        clave = de_la_sesion or (self.corregida is not None and self.campo in self.corregida.CAMPOS)
        if not clave or not self.tiene("dice") or (self.decia is not None and not decia):
            return True
        return dice.lstrip("0") == decia.lstrip("0") or RESERVADO in (dice, *decia.split(", "))


class Acta(Raiz, Corregible):
    """La Ayuda Memoria de Acuerdos de una sesión (R83–R95)."""

    NOMBRE = "ayuda memoria"

    estado = Texto()
    numero = Entero()
    segun_documento = Una(SegunDocumento)
    nivel = Texto()
    grupo = Ref("Grupo")
    asunto = Texto()
    tipo = Texto()
    modalidad = Texto()
    hora_inicio = Hora()
    hora_cierre = Hora()
    fecha_cierre = Fecha()
    lugar = Texto()
    direccion = Texto()
    enlace = Texto()
    preside = Quienes()
    levanta = Quienes()
    apoyo = Quienes()
    resumen = Texto()
    participantes = Varias(Participante)
    quorum = Una(Quorum)
    agenda = Varias(Punto)
    acuerdos = Varias(Acuerdo)
    seguimiento = Varias(Entrada)
    correspondencia = Varias(Correspondencia)
    eventos = Varias(Evento)
    proxima_sesion = Una(ProximaSesion)
    anexos = Varias(Anexo)
    firmas = Varias(Firma)
    distribucion = Varias(Distribucion)
    fe_de_erratas = Varias(Errata)

    sesion: Sesion
    mesa: Mesa

    @cached_property
    def fecha(self) -> date:
        """El día en que empezó la sesión."""
        return self.sesion.fecha

    @cached_property
    def fin(self) -> date:
        """El día en que acabó: desde ahí corre la semana para distribuirla (R95)."""
        return self.fecha_cierre or self.fecha

    def consta(self, clave: str) -> bool:
        """Si trae eso: en su clave, en una fe de erratas o en un anexo que lo contiene (R88, R91)."""
        en_anexo = any(anexo.contiene in (clave, RESERVADO) for anexo in self.anexos)
        return self.rige(clave) is not None or en_anexo or self.reserva("anexos")

    @property
    def asistentes(self) -> int | None:
        """Cuántas personas constan presentes; None si la lista no permite saberlo."""
        sin_contar = any(p.reserva("asistencia") or not (p.tiene("miembro") or p.nombre) for p in self.participantes)
        en_anexo = any(anexo.contiene == "participantes" for anexo in self.anexos)
        if sin_contar or en_anexo or not self.participantes or self.con_errata("participantes"):
            return None
        return sum(p.asistio for p in self.participantes)

    @property
    def definitiva(self) -> bool:
        """Si ya se emitió; si no, es un borrador."""
        return self.estado == "definitiva"

    @cached_property
    def limite_distribucion(self) -> date:
        """El último día en que distribuirla todavía cumple (R95)."""
        return self.fin + timedelta(days=self.sesion.dias_distribucion)

    def exigible(self, hoy: date) -> bool:
        """Si ya puede pedírsele lo que ha de traer: la definitiva sí; un borrador, pasado el plazo de distribuirlo."""
        return self.definitiva or hoy > self.limite_distribucion

    @property
    def numero_vigente(self) -> int | None:
        """Su No. de Acta de Acuerdos, con la fe de erratas que lo haya corregido (R85)."""
        dicho = str(self.rige("numero"))
        return int(dicho) if dicho.isdecimal() and len(dicho) < 10 else self.numero

    @property
    def representadas(self) -> dict[Institucion, Participante]:
        """Las instituciones de la mesa por las que alguien asistió, con el primero que consta por cada una (R29)."""
        halladas: dict[Institucion, Participante] = {}
        suyas = self.mesa.instituciones(self.fecha)
        for participante in (p for p in self.participantes if p.representa):
            for institucion in participante.por_quienes(self.fecha):
                if institucion in suyas:
                    halladas.setdefault(institucion, participante)
        return halladas

    @cached_property
    def entregas(self) -> list[tuple[Miembro, date | None]]:
        """Cada acreditado de la mesa el día de la sesión, con el día en que se le distribuyó, o None (R94, T8).

        Los de los dos niveles; la de un grupo de trabajo no se debe a toda la mesa.
        """
        acreditados = () if self.tiene("grupo") else self.mesa.acreditados(self.fecha)
        if all(envio.nombrados is None for envio in self.distribucion):  # a todos: no hay a quién buscar
            dia = self.entregada()
            return [(self.mesa.miembros[id], dia) for id in dict.fromkeys(a.id for a in acreditados)]
        senas: dict[str, list[str]] = {}
        for acreditacion in acreditados:
            suyas = senas.setdefault(acreditacion.id, [acreditacion.id, self.mesa.miembros[acreditacion.id].nombre])
            suyas += [acreditacion.institucion.id] if acreditacion.institucion else []
        return [(self.mesa.miembros[id], self.entregada(*suyas)) for id, suyas in senas.items()]

    def nombra(self, id: str) -> bool:
        """Si en algún lugar dice ese id, o el de algo suyo («SALUD-L1» también en «SALUD-L1-E2»)."""
        buscado, escrito = id.encode(), self.doc.contenido
        return buscado in escrito and re.search(rb"\b" + re.escape(buscado) + rb"(?![0-9])", escrito) is not None

    def entregada(self, *senas: str) -> date | None:
        """El primer día en que se distribuyó a quien responde a esas señas; None si no consta."""
        return min((d.fecha for d in self.distribucion if d.fecha and d.llega_a(*senas)), default=None)


class Seguimiento(Raiz):
    """Seguimiento registrado entre sesiones: no mueve plazos ni deja sin efecto (R84)."""

    registra = Quien()
    seguimiento = Varias(Entrada)

    mesa: Mesa
    fecha: date
    definitiva = True
