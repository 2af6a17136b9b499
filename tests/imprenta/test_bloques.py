"""Dos vocabularios que dicen lo mismo, y plantillas de contenido que no escriben ni HTML ni Markdown."""

from __future__ import annotations

import re

import pytest
from jinja2 import Environment, nodes

from mesgepret.imprenta.buscador import hojas_de_buscador
from mesgepret.imprenta.consultas import Consultas
from mesgepret.imprenta.explorador import hojas_de_explorador
from mesgepret.imprenta.hojas import hojas
from tests.conftest import leer_recursos, revisar_sobre_base

PLANTILLAS = leer_recursos().plantillas
CONTENIDO = {ruta.removeprefix("contenido/"): t for ruta, t in PLANTILLAS.items() if ruta.startswith("contenido/")}
# Las páginas que la organización pequeña no tiene.
_SIN_EJEMPLO = {"seguimiento", "diagnostico", "limitantes", "propuesta", "poa", "informe", "acta_en_borrador"}


def _macros(texto: str) -> dict[str, list[str]]:
    """Cada macro con sus parámetros; los que tienen valor por defecto, con él."""
    halladas = {}
    for macro in Environment(autoescape=True).parse(texto).find_all(nodes.Macro):
        nombres = [argumento.name for argumento in macro.args]
        fijos = len(nombres) - len(macro.defaults)
        defectos = [repr(d) for d in macro.defaults]
        halladas[macro.name] = nombres[:fijos] + [f"{n}={d}" for n, d in zip(nombres[fijos:], defectos, strict=True)]
    return halladas


BLOQUES = _macros(PLANTILLAS["bloques/html.j2"])
GRAFICOS = _macros(PLANTILLAS["graficos/html.j2"])


def test_los_dos_vocabularios_dicen_los_mismos_bloques_con_los_mismos_parametros() -> None:
    assert _macros(PLANTILLAS["bloques/md.j2"]) == BLOQUES


def test_cada_grafico_que_se_pide_se_dice_en_los_dos_con_los_mismos_parametros() -> None:
    dichos = {nombre for texto in CONTENIDO.values() for nombre in re.findall(r"\bg\.(\w+)\(", texto)}
    en_md = _macros(PLANTILLAS["graficos/md.j2"])
    assert dichos
    assert {nombre: en_md.get(nombre) for nombre in dichos} == {nombre: GRAFICOS.get(nombre) for nombre in dichos}


def test_la_pagina_de_los_componentes_ensena_cada_bloque_y_cada_grafico() -> None:
    ensenados = re.findall(r"\b([bg]\.\w+)\(", CONTENIDO["componentes.j2"])
    de_contenido = {n for texto in CONTENIDO.values() for n in re.findall(r"\b(g\.\w+)\(", texto)}
    sin_ejemplo = {"b.seccion", "b.subseccion", "b.indice"}  # los títulos de la propia página
    assert {f"b.{nombre}" for nombre in BLOQUES} - sin_ejemplo | de_contenido <= set(ensenados)


def test_lo_de_busqueda_se_dice_en_los_dos_con_los_mismos_parametros() -> None:
    assert _macros(PLANTILLAS["busqueda/md.j2"]) == _macros(PLANTILLAS["busqueda/html.j2"])


def test_cada_bloque_dice_en_los_dos_si_lleva_contenido() -> None:
    def con_contenido(ruta: str) -> set[str]:
        return {m for m in BLOQUES if re.search(rf"macro {m}\(.*?\bcaller\(.*?endmacro", _de(ruta, m), re.DOTALL)}

    def _de(ruta: str, macro: str) -> str:
        hallado = re.search(rf"{{% macro {macro}\(.*?{{% endmacro %}}", PLANTILLAS[ruta], re.DOTALL)
        assert hallado
        return hallado[0]

    assert con_contenido("bloques/html.j2") == con_contenido("bloques/md.j2")


def test_cada_bloque_se_usa_y_ninguno_falta() -> None:
    dichos = {nombre for texto in CONTENIDO.values() for nombre in re.findall(r"\bb\.(\w+)", texto)}
    assert dichos == set(BLOQUES)


@pytest.mark.parametrize(("archivo", "nombre"), [("partes.j2", "p"), ("medidas.j2", "medidas")])
def test_cada_parte_se_usa_y_ninguna_falta(archivo: str, nombre: str) -> None:
    partes = set(_macros(CONTENIDO[archivo]))
    dichas = {una for texto in CONTENIDO.values() for una in re.findall(rf"\b{nombre}\.([a-z_]+)", texto)}
    de_la_casa = {una for una in partes if len(re.findall(rf"\b{una}\(", CONTENIDO[archivo])) > 1}
    assert dichas <= partes
    assert partes - dichas - de_la_casa == set()


def test_cada_hoja_tiene_su_plantilla_y_cada_plantilla_su_hoja() -> None:
    expediente = revisar_sobre_base({}).expediente
    assert expediente is not None
    pedidas = {
        hoja.plantilla
        for hoja in hojas(
            expediente, leer_recursos().paginas.values(), leer_recursos().requisitos.values(), interno=False
        )
    }
    consultas = Consultas(expediente, [], leer_recursos().requisitos, interno=False)
    de_busqueda = (*hojas_de_explorador(consultas), *hojas_de_buscador(consultas, con_buscador=True))
    pedidas |= {hoja.plantilla for hoja in de_busqueda}
    existentes = {nombre.removesuffix(".j2") for nombre in CONTENIDO} - {"partes", "medidas"}
    assert pedidas <= existentes
    assert existentes - pedidas == _SIN_EJEMPLO


@pytest.mark.parametrize("nombre", sorted(CONTENIDO))
def test_el_contenido_no_escribe_marcas(nombre: str) -> None:
    llano = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", CONTENIDO[nombre], flags=re.DOTALL)
    assert not re.search(r"</?[a-z!]", llano), "HTML"
    assert not re.search(r"^\s*(#|[-*+>|]\s|\d+\.\s)", llano, re.MULTILINE), "Markdown"
    assert not re.search(r"\*\*|__|`|\]\(", llano), "Markdown"


@pytest.mark.parametrize("nombre", sorted(PLANTILLAS))
def test_ninguna_plantilla_da_por_bueno_lo_de_un_usuario(nombre: str) -> None:
    assert "|safe" not in PLANTILLAS[nombre].replace(" ", "")
    if nombre.startswith("contenido/"):
        assert not re.search(r"\|\s*(literal|linea|linea_segura)\b", PLANTILLAS[nombre]), (
            "los escapes son de los bloques"
        )
        assert not re.search(r"\bprosa\(", PLANTILLAS[nombre]), "el texto de un usuario va por b.texto"


@pytest.mark.parametrize("nombre", sorted(CONTENIDO))
def test_un_bloque_no_se_pega_a_un_texto(nombre: str) -> None:
    """Con `~`, lo que un bloque devuelve arrastraría al texto sin el escape de su lengua: se dice con `set`."""
    for pegado in Environment(autoescape=True).parse(CONTENIDO[nombre]).find_all(nodes.Concat):
        for llamada in pegado.find_all(nodes.Call):
            if isinstance(llamada.node, nodes.Getattr) and isinstance(llamada.node.node, nodes.Name):
                assert llamada.node.node.name not in ("b", "p", "g", "medidas"), f"{nombre}:{llamada.lineno}"
