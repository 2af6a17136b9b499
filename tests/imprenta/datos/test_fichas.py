"""El JSON de cada cosa: en su sitio, según su esquema publicado, con su licencia y sin lo que no se publica."""

from __future__ import annotations

import json
from functools import cache
from posixpath import dirname, join, normpath
from typing import Any

import jsonschema_rs
import pytest

from mesgepret.imprenta.datos.fichas import FICHAS
from tests.conftest import leer_base
from tests.imprenta.datos.abiertos import datos_de
from tests.imprenta.sitio import con, sitio
from tests.imprenta.test_moldes import MODOS
from tests.imprenta.test_moldes import _sitio as sitio_de_molde

CLASES = sorted(FICHAS)


def _fichas(nombre: str, clase: str) -> dict[str, Any]:
    return {r: json.loads(t) for r, t in sitio(nombre).items() if r.endswith(f"/{clase}.json") and "esquemas" not in r}


@cache
def _validador(clase: str) -> Any:
    """El del esquema publicado, con los publicados a su lado y ninguno más."""
    publicados = {r: json.loads(t) for r, t in sitio("base").items() if r.startswith("datos/esquemas/")}
    registro = jsonschema_rs.Registry([(f"https://sitio/{ruta}", esquema) for ruta, esquema in publicados.items()])
    raiz = f"datos/esquemas/{clase}.json"
    return jsonschema_rs.Draft202012Validator(
        publicados[raiz], registry=registro, base_uri=f"https://sitio/{raiz}", validate_formats=True
    )


def _faltas(ruta: str, ficha: Any) -> list[str]:
    errores = _validador(ficha["clase"]).iter_errors(ficha)
    return [f"{ruta}: {error.instance_path} {error.message[:200]}" for error in errores]


@pytest.mark.parametrize("clase", CLASES)
@pytest.mark.parametrize("nombre", ["base", "salud"])
def test_cada_ficha_cumple_su_esquema_publicado(nombre: str, clase: str) -> None:
    fichas = _fichas(nombre, clase)
    assert fichas
    assert [falta for ruta, ficha in fichas.items() for falta in _faltas(ruta, ficha)] == []


@pytest.mark.parametrize("modo", MODOS)
def test_tambien_lo_lleno_lo_reservado_lo_minimo_y_lo_hostil(modo: str) -> None:
    todas = sitio_de_molde(modo, "publico").items()
    fichas = {ruta: json.loads(texto) for ruta, texto in todas if ruta.rpartition("/")[2].removesuffix(".json") in FICHAS
              and not ruta.startswith("datos/")}  # fmt: skip
    assert len(fichas) > 8
    assert [falta for ruta, ficha in fichas.items() for falta in _faltas(ruta, ficha)] == []


@pytest.mark.parametrize("clase", CLASES)
def test_el_esquema_rechaza_lo_que_no_declara(clase: str) -> None:
    ficha = next(iter(_fichas("base", clase).values()))
    assert not _validador(clase).is_valid({**ficha, "otra": 1})
    assert not _validador(clase).is_valid({k: v for k, v in ficha.items() if k != "licencia"})
    assert not _validador(clase).is_valid({**ficha, "resumen": {**ficha["resumen"], "muestra": "no"}})


@pytest.mark.parametrize("clase", CLASES)
def test_cada_ficha_esta_al_lado_de_su_pagina_y_sabe_donde_esta_su_esquema(clase: str) -> None:
    for ruta, ficha in _fichas("salud", clase).items():
        assert ruta == f"{ficha['pagina']}/{clase}.json"
        assert f'href="{clase}.json"' in sitio("salud")[f"{ficha['pagina']}/index.html"]
        assert normpath(join(dirname(ruta), ficha["$schema"])) in sitio("salud")


@pytest.mark.parametrize("clase", CLASES)
def test_cada_ficha_lleva_su_licencia_y_si_es_de_muestra(clase: str) -> None:
    for ficha in _fichas("salud", clase).values():
        assert "CC BY 4.0" in ficha["licencia"]
        assert isinstance(ficha["muestra"], bool)
        assert ficha["corte"] == "2024-12-31"


def test_un_texto_que_parece_un_numero_se_queda_como_se_escribio() -> None:
    ruta = "mesas/salud/actas/2024-03-21.yaml"
    acta = leer_base()[ruta].decode() + "correspondencia:\n  - {numero: 1.10, fecha: 2024-03-01, asunto: 0042}\n"
    ficha = json.loads(datos_de({ruta: acta})["mesas/salud/actas/2024-03-21/acta.json"])
    assert ficha["documento"]["correspondencia"] == [{"numero": "1.10", "fecha": "2024-03-01", "asunto": "0042"}]
    assert ficha["documento"]["numero"] == 2
    assert ficha["documento"]["seguimiento"][0]["avance"] == 100


def test_la_vida_de_un_acuerdo_va_en_su_ficha() -> None:
    ficha = json.loads(sitio("base")["acuerdos/salud-2024-02-15-a1/acuerdo.json"])
    assert ficha["id"] == "SALUD-2024-02-15-A1"
    assert ficha["resumen"]["estado"] == "cumplido"
    assert [s["documento"] for s in ficha["seguimientos"]] == ["SALUD-2024-03-21"]
    assert ficha["documento"]["texto"] == ficha["resumen"]["texto"]


def test_el_seguimiento_de_un_borrador_no_entra_en_la_ficha_de_lo_que_sigue() -> None:
    ruta = "mesas/salud/actas/2024-03-21.yaml"
    borrador = leer_base()[ruta].decode().replace("estado: definitiva", "estado: borrador")
    ficha = json.loads(datos_de({ruta: borrador})["acuerdos/salud-2024-02-15-a1/acuerdo.json"])
    assert ficha["seguimientos"] == []
    assert ficha["resumen"]["estado"] != "cumplido"


def test_la_cuenta_de_la_forja_de_una_persona_no_sale() -> None:
    ruta = "mesas/salud/miembros/sesal.yaml"
    suyo = leer_base()[ruta].decode()
    paginas = con({ruta: suyo.replace("nivel: politico", "nivel: politico, forja: cuenta-de-ana", 1)})
    assert not [r for r, texto in paginas.items() if "cuenta-de-ana" in texto]
