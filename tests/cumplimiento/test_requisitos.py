"""Los 108 requisitos: cada uno con lo que lo sostiene, y nada se quita sin que se note."""

from __future__ import annotations

import json

import pytest

from mesgepret.cumplimiento import Requisito, faltas
from mesgepret.esquema import propiedades
from tests.conftest import leer_recursos

RECURSOS = leer_recursos()
REQUISITOS = RECURSOS.requisitos
CAMPOS = frozenset(propiedades({nombre: json.loads(texto) for nombre, texto in RECURSOS.esquemas.items()}))
REGLAS = frozenset(RECURSOS.paginas)
INFORMES = frozenset(n.removeprefix("contenido/").removesuffix(".j2") for n in RECURSOS.plantillas)


def test_estan_los_108_en_orden() -> None:
    assert list(REQUISITOS) == [f"R{numero:02}" for numero in range(1, 109)]


def test_los_108_estan_sostenidos() -> None:
    assert faltas(REQUISITOS.values(), CAMPOS, REGLAS, INFORMES) == []


@pytest.mark.parametrize("requisito", REQUISITOS.values(), ids=lambda r: r.id)
def test_si_se_quita_lo_que_sostiene_un_requisito_se_dice(requisito: Requisito) -> None:
    for campo in requisito.campos:
        assert requisito.id in {f.requisito for f in faltas([requisito], CAMPOS - {campo}, REGLAS, INFORMES)}
    for regla in requisito.reglas:
        assert requisito.id in {f.requisito for f in faltas([requisito], CAMPOS, REGLAS - {regla}, INFORMES)}
    for informe in requisito.informes:
        assert requisito.id in {f.requisito for f in faltas([requisito], CAMPOS, REGLAS, INFORMES - {informe})}


@pytest.mark.parametrize("requisito", REQUISITOS.values(), ids=lambda r: r.id)
def test_lo_sostiene_algo_de_cada_clase_que_pide(requisito: Requisito) -> None:
    vacio = Requisito(requisito.id, requisito.seccion, "", "", requisito.clases, requisito.mandato)
    assert len(faltas([vacio], CAMPOS, REGLAS, INFORMES)) == len(requisito.clases)


@pytest.mark.parametrize("codigo", sorted(REGLAS))
def test_la_pagina_de_una_regla_y_los_requisitos_dicen_lo_mismo(codigo: str) -> None:
    assert set(RECURSOS.paginas[codigo].requisitos) == {r.id for r in REQUISITOS.values() if codigo in r.reglas}


@pytest.mark.parametrize("requisito", REQUISITOS.values(), ids=lambda r: r.id)
def test_se_lee_de_que_seccion_es_y_cabe_en_una_tabla(requisito: Requisito) -> None:
    assert requisito.en_la_fuente
    assert len(requisito.titulo) <= 70
    assert requisito.texto.endswith(".")
