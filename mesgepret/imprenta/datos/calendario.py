"""De las sesiones y los plazos de una mesa a su calendario, en iCalendar (RFC 5545)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from mesgepret.expediente import hora_escrita
from mesgepret.imprenta import lengua
from mesgepret.imprenta.datos.huso import husos
from mesgepret.imprenta.datos.identidad import identidad
from mesgepret.imprenta.datos.tablas.de_mesas import estado_de_sesion
from mesgepret.imprenta.direcciones import direccion, rotulo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from mesgepret.expediente import Acuerdo, Mesa, Sesion
    from mesgepret.imprenta.consultas import Consultas

_ESTADOS = {"cancelada": "CANCELLED", "reprogramada": "CANCELLED", "convocada": "CONFIRMED", "celebrada": "CONFIRMED"}


def calendario(mesa: Mesa, c: Consultas, zona: tzinfo | None, url: str) -> bytes:
    """El calendario de una mesa: sus sesiones, en su zona horaria, y los plazos de sus acuerdos abiertos, todo el día.

    `zona`: sin ella, las horas son las de quien mira. `url`: la del sitio; sin ella no hay enlaces, que en un
    calendario han de ser enteros.
    """
    nombre = c.expediente.repositorio.zona
    dias = [s.fecha for s in mesa.sesiones]
    lineas = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//mesgepret//calendario de las mesas//ES",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_texto(rotulo(mesa))}",
        *(husos(zona, nombre, min(dias), max(dias)) if zona and dias else ()),
    ]
    en = f";TZID={nombre}" if zona else ""
    for sesion in mesa.sesiones:
        lineas += _de_sesion(sesion, c, en, url)
    lineas += _prevista(mesa, c, en)
    for acuerdo in c.acuerdos_de(mesa):
        if acuerdo.acta.mesa is mesa:
            lineas += _de_plazo(acuerdo, c, url)
    return "".join(f"{doblada}\r\n" for linea in (*lineas, "END:VCALENDAR") for doblada in _doblar(linea)).encode()


def _de_sesion(sesion: Sesion, c: Consultas, en: str, url: str) -> Iterator[str]:
    """Una sesión. De la que está en borrador, lo que decía su convocatoria."""
    dicho: Any = sesion.acta if sesion.acta and c.se_publica(sesion.acta) else sesion.convocatoria
    estado = estado_de_sesion(sesion, c.expediente.hoy)
    temas = [punto.tema for punto in dicho.agenda if punto.tema] if dicho else []
    fin = (getattr(dicho, "fecha_cierre", None) if dicho else None) or sesion.fecha
    enviada = sesion.convocatoria and sesion.convocatoria.enviada and sesion.convocatoria.enviada.fecha
    nivel = lengua.palabra(sesion.nivel)
    que = (dicho.asunto if dicho else "") or f"sesión {'' if sesion.nivel == 'conjunta' else 'de nivel '}{nivel}"
    yield "BEGIN:VEVENT"
    yield f"UID:{identidad('sesion', sesion.id)}"
    yield f"DTSTAMP:{_sello(enviada or sesion.fecha)}"
    yield from _cuando(sesion.fecha, fin, dicho, en)
    yield f"SUMMARY:{_texto(f'{rotulo(sesion.mesa)}: {que}')}"
    if dicho and (dicho.lugar or dicho.direccion):
        yield f"LOCATION:{_texto(', '.join(x for x in (dicho.lugar, dicho.direccion) if x))}"
    if temas:
        yield f"DESCRIPTION:{_texto(chr(10).join(f'{n}. {tema}' for n, tema in enumerate(temas, 1)))}"
    yield f"STATUS:{_ESTADOS.get(estado, 'CONFIRMED')}"
    yield "CATEGORIES:Sesiones"
    if url:
        yield f"URL:{url}/{direccion(sesion)}/index.html"
    yield "END:VEVENT"


def _prevista(mesa: Mesa, c: Consultas, en: str) -> Iterator[str]:
    """La próxima sesión que la última ayuda memoria anuncia, mientras no se convoque."""
    actas = [acta for acta in mesa.actas if c.se_publica(acta)]
    prevista = actas[-1].proxima_sesion if actas else None
    if prevista is None or prevista.fecha is None or any(s.fecha >= prevista.fecha for s in mesa.sesiones):
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{identidad('sesion prevista', actas[-1].id)}"
    yield f"DTSTAMP:{_sello(actas[-1].fecha)}"
    yield from _cuando(prevista.fecha, prevista.fecha, prevista, en)
    yield f"SUMMARY:{_texto(f'{rotulo(mesa)}: próxima sesión, por convocar')}"
    if prevista.lugar:
        yield f"LOCATION:{_texto(prevista.lugar)}"
    yield "STATUS:TENTATIVE"
    yield "CATEGORIES:Sesiones"
    yield "END:VEVENT"


def _de_plazo(acuerdo: Acuerdo, c: Consultas, url: str) -> Iterator[str]:
    """El día en que vence un acuerdo abierto, con el plazo que rige."""
    s = c.situacion(acuerdo)
    if not s.exigible or s.plazo is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{identidad('plazo', acuerdo.id)}"
    yield f"DTSTAMP:{_sello(s.entradas[-1].fecha if s.entradas else acuerdo.acta.fecha)}"
    yield f"DTSTART;VALUE=DATE:{_dia(s.plazo)}"
    yield f"DTEND;VALUE=DATE:{_dia(s.plazo + timedelta(days=1))}"
    yield f"SUMMARY:{_texto(f'Vence {acuerdo.id}: {acuerdo.texto}')}"
    if acuerdo.a_cargo:
        yield f"DESCRIPTION:{_texto('A cargo de ' + ', '.join(acuerdo.a_cargo))}"
    yield "TRANSP:TRANSPARENT"
    yield "CATEGORIES:Plazos"
    if url:
        yield f"URL:{url}/{direccion(acuerdo)}/index.html"
    yield "END:VEVENT"


def _cuando(desde: date, hasta: date, dicho: Any, en: str) -> Iterator[str]:
    """El principio y, si se sabe, el fin; sin hora, el día entero."""
    empieza = _momento(desde, dicho and dicho.hora_inicio)
    if empieza is None:
        yield f"DTSTART;VALUE=DATE:{_dia(desde)}"
        yield f"DTEND;VALUE=DATE:{_dia(max(desde, hasta) + timedelta(days=1))}"
        return
    yield f"DTSTART{en}:{empieza:%Y%m%dT%H%M%S}"
    acaba = _momento(hasta, getattr(dicho, "hora_cierre", ""))
    if acaba is not None and acaba > empieza:
        yield f"DTEND{en}:{acaba:%Y%m%dT%H%M%S}"


def _momento(dia: date, hora: Any) -> datetime | None:
    escrita = hora_escrita(hora)
    return datetime.combine(dia, time.fromisoformat(escrita)) if escrita else None


def _dia(dia: date) -> str:
    return f"{dia:%Y%m%d}"


def _sello(dia: date) -> str:
    """Cuándo se dijo: el día del documento, y nunca el reloj."""
    return f"{dia:%Y%m%d}T120000Z"


def _texto(dicho: str) -> str:
    """Un texto con lo suyo escapado: barra, punto y coma, coma y salto de línea."""
    limpio = dicho.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return limpio.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _doblar(linea: str) -> Iterator[str]:
    """La línea en trozos de 75 octetos a lo sumo, sin partir ninguna letra; los que siguen empiezan por un espacio."""
    if len(linea) <= 25 or len(linea.encode()) <= 75:
        yield linea
        return
    trozo, cabe = "", 75
    for letra in linea:
        if len(trozo.encode()) + len(letra.encode()) > cabe:
            yield trozo
            trozo = " "
        trozo += letra
    yield trozo
