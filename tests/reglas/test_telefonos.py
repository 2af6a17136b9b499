"""Qué se toma por un teléfono o un correo en un documento público, y qué no."""

from __future__ import annotations

from time import process_time

import pytest

from tests.conftest import revisar_sobre_base


def _dichos(texto: str) -> list[str]:
    """Los códigos que da un diagnóstico del sector que dice ese texto en su resumen."""
    diagnostico = f"""fecha: 2024-02-01
presentado_en: SALUD-2024-02-15
resumen: >-
  {texto}
desafios:
  - {{id: D1, titulo: Vacunar a la niñez, descripcion: Hay comunidades lejos, metas: [SALUD-M1]}}
"""
    revision = revisar_sobre_base({"mesas/salud/diagnostico.yaml": diagnostico})
    assert not [h for h in revision.hallazgos if h.codigo[0] in "LEV"]
    return [h.codigo for h in revision.hallazgos if h.codigo == "M141"]


@pytest.mark.parametrize(
    "texto",
    [
        "Puede preguntarse al 2232-1234 o en la ventanilla.",
        "La enlace atiende en el 9988-7766.",
        "Teléfono 22321234, de ocho a cuatro.",
        "Tel.: 2232 1234",
        "Celular 99887766",
        "Escribir al +504 9988 7766.",
        "Escribir al (504) 99887766.",
        "Por WhatsApp, https://wa.me/50499887766",
        "Las dudas, al correo ana.lopez@salud.gob.hn.",
        "Las dudas, a transparencia@salud.gob.hn",
        "Teléfono\n  2232-1234",
    ],
)
def test_es_un_telefono_o_un_correo(texto: str) -> None:
    assert _dichos(texto) == ["M141"]


@pytest.mark.parametrize(
    "texto",
    [
        "Oficio SESAL-2345-2024, recibido el 2024-02-01.",
        "Oficio 2345-6789 de la gerencia.",
        "El expediente No. 3456-7890 sigue abierto.",
        "La ENTAH 2022-2026 y el plan 2024-2030.",
        "Se pagaron 27720000 lempiras y 52800000 en 2023.",
        "Un total de L 2345,6789.",
        "En 14.0818, -87.2068 está la bodega; 2345.6789 por otro lado.",
        "La identidad 0801-1990-12345 no se publica.",
        "Decreto PCM-005-2022, Gaceta 35894; nota CG29496105.",
        "Reunión en https://meet.ejemplo.hn/9876-5432?id=2345-6789",
        "En https://teams.ejemplo.hn/19:meeting_abc@thread.v2/0",
        "En https://www.ejemplo.hn/mapas/@14.08,-87.2,15z y en https://medios.ejemplo.hn/@salud",
        "El repositorio es git@forja.ejemplo.hn:mesas/datos",
        "Suma sha 3887f0d4810edf8d3fd55f7becf793105457cc735b8e7.",
    ],
)
def test_no_es_un_telefono_ni_un_correo(texto: str) -> None:
    assert _dichos(texto) == []


def test_un_texto_enorme_sin_un_espacio_no_hace_esperar() -> None:
    empieza = process_time()
    assert _dichos(f"{'W' * 200_000} a@b") == []
    assert process_time() - empieza < 10
