"""El calendario de una mesa, leído por otro programa: sesiones con su hora, plazos y lo que se canceló."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar, Timezone

from tests.conftest import leer_base
from tests.imprenta.datos.abiertos import datos_de, octetos_de
from tests.imprenta.sitio import archivos

if TYPE_CHECKING:
    from icalendar import Event

RUTA = "mesas/salud/calendario.ics"
CONVOCATORIA = "mesas/salud/convocatorias/2024-05-16.yaml"
ACTA = "mesas/salud/actas/2024-03-21.yaml"


def _eventos(calendario: bytes) -> list[Any]:
    return list(Calendar.from_ical(calendario).walk("VEVENT"))


def _el_de(calendario: bytes, texto: str) -> Event:
    [evento] = [e for e in _eventos(calendario) if texto in str(e["SUMMARY"])]
    return evento  # type: ignore[no-any-return]


def _convocada(**otras: str) -> str:
    dicha = {
        "nivel": "tecnico", "asunto": "Compra de vacunas", "hora_inicio": '"14:00"', "hora_cierre": '"15:30"',
        "lugar": "Sala de la SESAL", "emite": "luis-mejia", "enviada": "{fecha: 2024-04-09}", **otras,
    }  # fmt: skip
    return "".join(f"{clave}: {valor}\n" for clave, valor in dicha.items())


@pytest.mark.parametrize("nombre", ["base", "salud"])
def test_otro_programa_lo_lee_y_hay_un_evento_por_sesion_y_por_plazo(nombre: str) -> None:
    sesiones: set[str] = set()
    plazos: set[str] = set()
    for ruta, contenido in archivos(nombre).items():
        if ruta.endswith(".ics"):
            for evento in _eventos(contenido):
                (plazos if str(evento["SUMMARY"]).startswith("Vence ") else sesiones).add(str(evento["UID"]))
    filas = archivos(nombre)["datos/sesiones.csv"].decode().splitlines()[1:]
    assert len(sesiones) >= len(filas) > 0
    assert len(plazos) > 0


def test_la_sesion_lleva_su_hora_en_la_zona_del_repositorio() -> None:
    evento = _el_de(octetos_de({CONVOCATORIA: _convocada()})[RUTA], "Compra de vacunas")
    empieza, acaba = evento.decoded("DTSTART"), evento.decoded("DTEND")
    assert empieza.replace(tzinfo=None) == datetime(2024, 5, 16, 14, 0)
    assert empieza.utcoffset() == timedelta(hours=-6)
    assert acaba - empieza == timedelta(minutes=90)
    assert str(evento["LOCATION"]) == "Sala de la SESAL"
    assert str(evento["STATUS"]) == "CONFIRMED"


@pytest.mark.parametrize(
    ("dia", "diferencia"), [("2024-01-18", 1), ("2024-07-18", 2)], ids=["en invierno", "en verano"]
)
def test_donde_se_cambia_la_hora_el_calendario_lo_sabe(dia: str, diferencia: int) -> None:
    inicio = leer_base()["mesgepret.yaml"].decode().replace("America/Tegucigalpa", "Europe/Madrid")
    cambios: dict[str, str | bytes | None] = {"mesgepret.yaml": inicio}
    cambios[f"mesas/salud/convocatorias/{dia}.yaml"] = _convocada(enviada="{fecha: 2024-01-05}")
    contenido = octetos_de(cambios)[RUTA]
    evento = _el_de(contenido, "Compra de vacunas")
    assert evento.decoded("DTSTART").utcoffset() == timedelta(hours=diferencia)
    [huso] = Calendar.from_ical(contenido).walk("VTIMEZONE")
    assert isinstance(huso, Timezone)
    propio = huso.to_tz(lookup_tzid=False)  # lo que el archivo dice, y no lo que el programa ya sabía de Madrid
    assert datetime.fromisoformat(f"{dia}T14:00").replace(tzinfo=propio).utcoffset() == timedelta(hours=diferencia)


def test_sin_hora_es_el_dia_entero() -> None:
    acta = leer_base()[ACTA].decode().replace('hora_inicio: "09:00"\n', "asunto: Sin hora\n")
    acta = acta.replace('hora_cierre: "11:30"', "fecha_cierre: 2024-03-22")
    evento = _el_de(octetos_de({ACTA: acta})[RUTA], "Sin hora")
    assert evento.decoded("DTSTART") == date(2024, 3, 21)
    assert evento.decoded("DTEND") == date(2024, 3, 23)


def test_lo_cancelado_y_lo_reprogramado_constan_como_tales() -> None:
    cancelada = _convocada(cancelada="{fecha: 2024-04-10, motivo: Una tormenta}")
    assert str(_el_de(octetos_de({CONVOCATORIA: cancelada})[RUTA], "Compra")["STATUS"]) == "CANCELLED"
    otra = {CONVOCATORIA: _convocada(), "mesas/salud/convocatorias/2024-05-23.yaml": _convocada(
        asunto="La misma otro día", reprograma="SALUD-2024-05-16")}  # fmt: skip
    contenido = octetos_de({**otra})[RUTA]
    assert str(_el_de(contenido, "Compra de vacunas")["STATUS"]) == "CANCELLED"
    assert str(_el_de(contenido, "La misma otro día")["STATUS"]) == "CONFIRMED"


def test_el_plazo_de_un_acuerdo_abierto_ocupa_su_dia_y_el_de_uno_cerrado_ninguno() -> None:
    contenido = archivos("base")[RUTA]
    evento = _el_de(contenido, "Vence SALUD-2024-03-21-A1")
    assert evento.decoded("DTSTART") == date(2024, 6, 30)
    assert evento.decoded("DTEND") == date(2024, 7, 1)
    assert "SALUD-2024-02-15-A1" not in contenido.decode()


def test_la_proxima_sesion_consta_como_prevista_hasta_que_se_convoca() -> None:
    acta = leer_base()[ACTA].decode() + 'proxima_sesion: {fecha: 2024-05-16, hora_inicio: "09:00", lugar: La SESAL}\n'
    prevista = _el_de(octetos_de({ACTA: acta})[RUTA], "por convocar")
    assert str(prevista["STATUS"]) == "TENTATIVE"
    assert prevista.decoded("DTSTART").hour == 9
    convocada = octetos_de({ACTA: acta, CONVOCATORIA: _convocada()})[RUTA]
    assert "por convocar" not in convocada.decode()


def test_un_evento_es_el_mismo_aunque_cambie_lo_que_dice() -> None:
    una, dos = (_el_de(octetos_de({CONVOCATORIA: _convocada(lugar=lugar)})[RUTA], "Compra") for lugar in ("A", "B"))
    assert una["UID"] == dos["UID"]
    assert una["LOCATION"] != dos["LOCATION"]
    todos = [str(e["UID"]) for e in _eventos(archivos("salud")[RUTA])]
    assert len(todos) == len(set(todos))


def test_cada_linea_cabe_y_ninguna_letra_se_parte() -> None:
    asunto = "Ñandú, «comillas»; \\barra y 🙂 " * 20
    contenido = octetos_de({CONVOCATORIA: _convocada(asunto=f"'{asunto.strip()}'")})[RUTA]
    assert all(len(linea) <= 75 and linea.decode() is not None for linea in contenido.split(b"\r\n"))
    assert asunto.strip() in str(_el_de(contenido, "Ñandú")["SUMMARY"])


def test_un_salto_de_linea_en_un_texto_no_mete_otra_propiedad() -> None:
    asunto = '"Compra\\nSTATUS:CANCELLED\\r\\nEND:VEVENT"'
    evento = _el_de(octetos_de({CONVOCATORIA: _convocada(asunto=asunto)})[RUTA], "Compra")
    assert str(evento["STATUS"]) == "CONFIRMED"


def test_de_una_sesion_en_borrador_solo_lo_que_se_convoco() -> None:
    acta = leer_base()[ACTA].decode().replace("estado: definitiva", "estado: borrador\nasunto: Lo que no se sabe aún")
    contenido = datos_de({ACTA: acta})[RUTA]
    assert "Lo que no se sabe" not in contenido
    assert "Vence SALUD-2024-03-21-A1" not in contenido
    assert "20240321T090000" in contenido


def test_con_la_direccion_del_sitio_lleva_enlaces() -> None:
    inicio = leer_base()["mesgepret.yaml"].decode() + "sitio: {url: https://mesas.ejemplo.hn/}\n"
    evento = _el_de(octetos_de({"mesgepret.yaml": inicio})[RUTA], "Vence SALUD-2024-03-21-A1")
    assert str(evento["URL"]) == "https://mesas.ejemplo.hn/acuerdos/salud-2024-03-21-a1/index.html"
    assert "URL" not in _el_de(archivos("base")[RUTA], "Vence SALUD-2024-03-21-A1")
