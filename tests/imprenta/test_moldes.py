"""Nada que un esquema admita rompe una página: ni lo lleno, ni lo reservado, ni lo mínimo, ni lo hostil."""

from __future__ import annotations

import re
from functools import cache

import pytest

from mesgepret.esquema import Esquemas
from mesgepret.lectura import leer
from tests.conftest import leer_recursos, revisar_sobre_base
from tests.imprenta.molde import documento
from tests.imprenta.sitio import componer, de_html, de_la_casa, rotos, tablas_rotas

SITIOS = {
    "mesgepret": "mesgepret.yaml",
    "feriados": "calendario/feriados.yaml",
    "ejes": "mcr/ejes.yaml",
    "semaforos": "mcr/semaforos.yaml",
    "metas": "mcr/sectoriales/salud.yaml",
    "avances": "mcr/avances/2024-T2/sesal.yaml",
    "mesa": "mesas/salud/mesa.yaml",
    "miembros": "mesas/salud/miembros/stlcc.yaml",
    "plan": "mesas/salud/planes/2025.yaml",
    "convocatoria": "mesas/salud/convocatorias/2024-04-04.yaml",
    "acta": "mesas/salud/actas/2024-04-04.yaml",
    "seguimiento": "mesas/salud/seguimiento/2024-04-05.yaml",
    "diagnostico": "mesas/salud/diagnostico.yaml",
    "limitantes": "mesas/salud/limitantes.yaml",
    "propuesta": "mesas/salud/propuestas/una.yaml",
    "poa": "mesas/salud/poa/2024/sesal.yaml",
    "informe": "mesas/salud/informes/uno.yaml",
    "contactos": "privado/contactos/salud.yaml",
}
HOSTIL = (
    "<script>alert(1)</script> [x](javascript:alert(1)) | a | b | ** __ ` ~ <img src=x onerror=alert(1)>"
    '\n\n# título\n- lista\n<a href="javascript:alert(2)">clic</a> "><svg onload=alert(3)> {{ 7*7 }} {% raw %} \\'
)
MODOS = {
    "lleno": {},
    "reservado": {"reservar": True},
    "minimo": {"minimo": True},
    "hostil": {"texto": HOSTIL},
}


def _documento(clase: str, modo: str) -> str:
    escrito = documento(clase, **MODOS[modo])  # type: ignore[arg-type]
    if clase == "mesgepret":  # la zona ha de existir, y el día ha de ser el de la organización pequeña
        escrito = re.sub(r'"zona_horaria": "(?:[^"\\]|\\.)*"', '"zona_horaria": "America/Tegucigalpa"', escrito)
        escrito = re.sub(r'"hoy": "[^"]*"', '"hoy": "2024-04-10"', escrito)
    return escrito


@cache
def _esquemas() -> Esquemas:
    return Esquemas(leer_recursos().esquemas)


@cache
def _sitio(modo: str, perfil: str) -> dict[str, str]:
    cambios: dict[str, str | bytes | None] = {SITIOS[clase]: _documento(clase, modo) for clase in SITIOS}
    if modo == "minimo":
        cambios["mesgepret.yaml"] = "nombre: Lo mínimo\nhoy: 2024-04-10\n"
    return componer(revisar_sobre_base(cambios), perfil)


@pytest.mark.parametrize("modo", MODOS)
@pytest.mark.parametrize("clase", SITIOS)
def test_el_molde_cumple_su_esquema(clase: str, modo: str) -> None:
    hecho, faltas = leer(SITIOS[clase], _documento(clase, modo).encode())
    assert hecho is not None, faltas
    assert _esquemas().validar(clase, hecho) == []


@pytest.mark.parametrize("perfil", ["publico", "interno"])
@pytest.mark.parametrize("modo", MODOS)
def test_el_sitio_se_compone_entero(modo: str, perfil: str) -> None:
    sitio = _sitio(modo, perfil)
    assert "mesas/salud/actas/2024-04-04/index.html" in sitio
    assert "mesas/salud/limitantes/index.md" in sitio
    for ruta, pagina in de_html(sitio).items():
        assert (pagina.abiertas, pagina.sueltas) == ([], []), ruta


@pytest.mark.parametrize("perfil", ["publico", "interno"])
@pytest.mark.parametrize("modo", MODOS)
def test_ningun_enlace_interno_queda_roto(modo: str, perfil: str) -> None:
    assert rotos(_sitio(modo, perfil)) == []


@pytest.mark.parametrize("perfil", ["publico", "interno"])
def test_lo_reservado_se_dice_y_no_se_calla(perfil: str) -> None:
    sitio = _sitio("reservado", perfil)
    for ruta in ("mcr/metas/salud-m9", "mesas/salud/planes/2025", "mesas/salud/poa/2024/sesal"):
        assert "reservad" in sitio[f"{ruta}/index.html"], ruta
        assert "reservad" in sitio[f"{ruta}/index.md"], ruta


@pytest.mark.parametrize("perfil", ["publico", "interno"])
def test_el_texto_hostil_sale_inerte_en_html(perfil: str) -> None:
    visto = 0
    for ruta, pagina in de_html(_sitio("hostil", perfil)).items():
        for etiqueta, atributos in pagina.etiquetas:
            assert etiqueta not in ("img", "iframe", "style", "object"), ruta
            assert etiqueta != "script" or de_la_casa(atributos), ruta
            assert etiqueta != "svg" or "class" in atributos, f"{ruta}: un dibujo que no es de la casa"
            assert not [nombre for nombre in atributos if nombre.startswith("on")], ruta
            for clave in ("href", "src", "action"):
                assert not re.match(r"\s*(javascript|data|vbscript):", atributos.get(clave, ""), re.IGNORECASE), ruta
        visto += pagina.texto.count("<script>alert(1)</script>")
        assert "49" not in re.findall(r"onload=alert\(3\)> (\S+)", pagina.texto), ruta
    assert visto > 50  # se lee como se escribió, muchas veces


@pytest.mark.parametrize("perfil", ["publico", "interno"])
def test_el_texto_hostil_no_rompe_tablas_ni_cuela_html_en_markdown(perfil: str) -> None:
    for ruta, texto in _sitio("hostil", perfil).items():
        if not ruta.endswith(".md") or ruta.startswith("reglas/"):
            continue
        assert tablas_rotas(texto) == [], ruta
        assert not re.search(r"<(script|img|svg|a)\b", texto), ruta
        assert len(re.findall(r"^# ", texto, re.MULTILINE)) == 1, ruta
