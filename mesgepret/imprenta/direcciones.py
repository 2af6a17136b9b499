"""De una pieza a su dirección en el sitio: hecha de su id, en minúsculas, y la misma para siempre."""

from __future__ import annotations

from typing import Any

from mesgepret.evaluacion.alertas import Alerta
from mesgepret.expediente import (
    Acta,
    Actividad,
    Acuerdo,
    Convocatoria,
    Curso,
    Externo,
    Indicador,
    Institucion,
    Limitante,
    Mesa,
    Meta,
    Plan,
    Propuesta,
    Sector,
    Sesion,
)
from mesgepret.expediente.acta import Seguimiento
from mesgepret.expediente.mcr import Eje
from mesgepret.expediente.mesa import Grupo
from mesgepret.expediente.miembros import Miembro
from mesgepret.expediente.niveles import Analista
from mesgepret.expediente.productos import Desafio, DiagnosticoSectorial, Estrategia, Informe, Limitantes, Poa


def direccion(que: Any) -> str:
    """La carpeta del sitio en que está la página de una pieza, con «#ancla» si es parte de otra; vacía si no tiene."""
    hacer = _DIRECCIONES.get(type(que))
    return hacer(que) if hacer else ""


def rotulo(que: Any) -> str:
    """Cómo se nombra una pieza en un enlace: una institución por su sigla; lo demás, por su nombre o su id."""
    if isinstance(que, Sesion):
        return f"sesión {que.id}"
    if isinstance(que, Institucion):
        return que.sigla
    if isinstance(que, Mesa):
        return f"Mesa de {que.nombre}"
    return str(que.nombre if type(que) in _POR_NOMBRE or not que.id else que.id)


def relativa(desde: str, hasta: str, extension: str) -> str:
    """El enlace de una carpeta a otra, con su archivo: sirve publicado y abierto desde el disco.

    Sube siempre hasta la portada: un enlace más corto costaría más de calcular que de leer.
    """
    carpeta, almohadilla, ancla = hasta.partition("#")
    subida = "../" * (desde.count("/") + 1) if desde else ""
    return f"{subida}{carpeta}{'/' if carpeta else ''}index.{extension}{almohadilla}{ancla}"


def _archivo(pieza: Any) -> str:
    """El nombre del archivo de la pieza, sin extensión."""
    return str(pieza.doc.archivo.rsplit("/", 1)[1].removesuffix(".yaml"))


def _de_alerta(alerta: Alerta) -> str:
    """En la página de alertas de la primera mesa a que toca; la de todo el país, en la de todas."""
    donde = f"{direccion(alerta.mesas[0])}/alertas" if alerta.mesas else "alertas"
    return f"{donde}#{alerta.id.lower()}"


def _de_sesion(sesion: Sesion) -> str:
    return direccion(sesion.acta or sesion.convocatoria)


_POR_NOMBRE = (Miembro, Analista, Grupo, Sector, Eje, Externo)
_DIRECCIONES: dict[type, Any] = {
    Mesa: lambda m: f"mesas/{m.sector.id}",
    Sector: lambda s: f"mesas/{s.id}" if s.mesa else "mesas",
    Miembro: lambda m: f"mesas/{m.mesa.sector.id}/miembros#{m.id}",
    Analista: lambda a: f"mesas/{a.doc.archivo.split('/')[1]}/miembros#{a.id}",
    Grupo: lambda g: f"mesas/{g.doc.archivo.split('/')[1]}#grupo-{g.id}",
    Plan: lambda p: f"mesas/{p.mesa.sector.id}/planes/{p.periodo.lower()}",
    Actividad: lambda a: f"{direccion(a.plan)}#{a.datos['id'].lower()}",
    Convocatoria: lambda c: f"mesas/{c.mesa.sector.id}/convocatorias/{_archivo(c)}",
    Acta: lambda a: f"mesas/{a.mesa.sector.id}/actas/{_archivo(a)}",
    Seguimiento: lambda s: f"mesas/{s.mesa.sector.id}/seguimiento/{_archivo(s)}",
    Sesion: _de_sesion,
    Acuerdo: lambda a: f"acuerdos/{a.id.lower()}",
    DiagnosticoSectorial: lambda d: f"mesas/{d.mesa.sector.id}/diagnostico",
    Desafio: lambda d: f"{direccion(d.padre)}#{d.datos['id'].lower()}",
    Limitantes: lambda d: f"mesas/{d.mesa.sector.id}/limitantes",
    Limitante: lambda d: f"mesas/{d.mesa.sector.id}/limitantes#{d.id.lower()}",
    Estrategia: lambda e: f"{direccion(e.padre.padre)}#{e.id.lower()}",
    Curso: lambda c: f"{direccion(c.padre.padre.padre)}#{c.id.lower()}",
    Propuesta: lambda p: f"mesas/{p.mesa.sector.id}/propuestas/{_archivo(p)}",
    Poa: lambda p: f"mesas/{p.mesa.sector.id}/poa/{p.anio}/{_archivo(p)}",
    Informe: lambda i: f"mesas/{i.mesa.sector.id}/informes/{_archivo(i)}",
    Eje: lambda e: f"mcr#{e.id.lower()}",
    Meta: lambda m: f"mcr/metas/{m.id.lower()}",
    Indicador: lambda i: f"{direccion(i.meta)}#{i.datos['id'].lower()}" if i.id else direccion(i.usa),
    Institucion: lambda i: f"instituciones/{i.id}",
    Alerta: _de_alerta,
}
