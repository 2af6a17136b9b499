"""Los dibujos en la página: SVG bien formado, con su nombre y sin nada que una política de seguridad estricta corte."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import leer_base, revisar_sobre_base
from tests.imprenta.sitio import con, sitio

SITIOS = ["base", "salud"]
COMPONENTES = "componentes/index.html"
_ABRE_O_CIERRA = re.compile(r"<svg\b|</svg>")


def _dibujos(html: str) -> list[str]:
    """Los SVG de una página, cada uno entero: los que llevan otros dentro, una vez."""
    hechos, honda, desde = [], 0, 0
    for marca in _ABRE_O_CIERRA.finditer(html):
        desde = marca.start() if honda == 0 else desde
        honda += 1 if marca[0] == "<svg" else -1
        if honda == 0:
            hechos.append(html[desde : marca.end()])
    assert honda == 0
    return hechos


@cache
def _leidos(nombre: str) -> list[tuple[str, str, ET.Element]]:
    paginas = {r: t for r, t in sitio(nombre).items() if r.endswith(".html")}
    return [(ruta, html, ET.fromstring(uno)) for ruta, html in paginas.items() for uno in _dibujos(html)]


@pytest.mark.parametrize("nombre", SITIOS)
def test_cada_dibujo_esta_bien_formado_y_se_nombra_o_se_calla(nombre: str) -> None:
    assert len(_leidos(nombre)) > 50
    for ruta, html, raiz in _leidos(nombre):
        if raiz.get("aria-hidden") == "true":
            assert raiz.get("role") is None, ruta
            continue
        assert raiz.get("role") == "img", ruta
        titulo, descripcion = raiz.find("title"), raiz.find("desc")
        assert titulo is not None, ruta
        assert descripcion is not None, ruta
        assert titulo.text, ruta
        assert descripcion.text, ruta
        assert raiz.get("aria-labelledby") == f"{titulo.get('id')} {descripcion.get('id')}", ruta
        assert html.count(f'id="{titulo.get("id")}"') == 1, ruta


@pytest.mark.parametrize("nombre", SITIOS)
def test_lo_que_un_dibujo_cita_esta_en_su_pagina(nombre: str) -> None:
    for ruta, html, raiz in _leidos(nombre):
        for nodo in raiz.iter():
            citado = nodo.get("href", "").removeprefix("#") or "".join(
                re.findall(r"url\(#(\w+)\)", nodo.get("fill", ""))
            )
            assert not citado or f'id="{citado}"' in html, (ruta, citado)


@pytest.mark.parametrize("nombre", SITIOS)
def test_ninguna_pagina_lleva_estilos_ni_programas_dentro(nombre: str) -> None:
    for ruta, texto in sitio(nombre).items():
        if ruta.endswith(".html"):
            assert not re.search(r"<[^>]*\s(style|on\w+)=", texto), ruta
            assert "<style" not in texto, ruta
            assert not re.search(r"<script(?! src=\"[a-z./]+\.js\" defer></script>)", texto), ruta


@pytest.mark.parametrize("nombre", SITIOS)
def test_ningun_dibujo_lleva_colores_propios(nombre: str) -> None:
    """Los ponen las clases: así sirven en claro, en oscuro y en papel."""
    for ruta, _, raiz in _leidos(nombre):
        for nodo in raiz.iter():
            assert nodo.get("stroke") is None, ruta
            assert nodo.get("fill", "url(#").startswith("url(#"), ruta


def test_cada_clase_que_un_dibujo_usa_esta_en_la_hoja_de_estilo() -> None:
    estilo = sitio("salud")["estilo.css"]
    # Las que solo dicen qué es, y se pintan como lo demás.
    llanas = {"partes", "filas", "mes", "cita", "nivel", "institucion", "ajena", "sin-fechas", "n5", "en_proceso",
              "de-meta", "de-clave", "por-celebrar", "muestra-de-fila"}  # fmt: skip
    usadas = {
        clase for _, _, raiz in _leidos("salud") for nodo in raiz.iter() for clase in nodo.get("class", "").split()
    }
    assert {c for c in usadas - llanas if not re.search(rf"\.{re.escape(c)}\b", estilo)} == set()


def test_el_plan_la_mesa_y_la_matriz_llevan_su_dibujo() -> None:
    paginas = sitio("base")
    for ruta, clase in (
        ("mesas/salud/planes/2024", "cronograma"),
        ("mesas/salud", "organigrama"),
        ("mesas/salud", "calendario"),
        ("mesas/salud", "barra"),
    ):
        assert f'<figure class="grafico {clase}">' in paginas[f"{ruta}/index.html"], clase
    assert '<ul class="arbol">' in paginas["mcr/index.html"]


def test_en_markdown_un_dibujo_se_dice_en_palabras() -> None:
    mesa = sitio("base")["mesas/salud/index.md"]
    assert "Organigrama de la Mesa de Salud al 10 de abril de 2024. " in mesa
    assert "Las sesiones de 2024. 2 sesiones: 2 celebradas." in mesa
    assert not [ruta for ruta, texto in sitio("salud").items() if ruta.endswith(".md") and "<svg" in texto]


def test_en_markdown_el_arbol_guarda_sus_alturas() -> None:
    arbol = sitio("base")["mcr/index.md"].partition("## La matriz, en árbol")[2]
    assert re.search(r"^- \*\*[^*]+\*\* \[PRES-M1\]", arbol, re.MULTILINE)
    assert re.search(r"^  - \*\*[^*]+\*\* \[SALUD-M1\]", arbol, re.MULTILINE)
    assert re.search(r"^    - \*\*[^*]+\*\* \[SESAL-M1\]", arbol, re.MULTILINE)


def test_un_circulo_de_metas_no_da_vueltas_en_el_arbol() -> None:
    def vuelve(texto: str) -> str:
        return texto.replace("    instrumentos:", "    contribuye_a: [{meta: SESAL-M1}]\n    instrumentos:", 1)

    presidenciales = vuelve(leer_base()["mcr/presidenciales.yaml"].decode())
    pagina = con({"mcr/presidenciales.yaml": presidenciales})["mcr/index.md"]
    assert pagina.count("[PRES-M1]") == 1


def test_el_arbol_llega_hasta_el_nivel_que_se_le_pide_y_dice_cuantas_quedan_debajo() -> None:
    from mesgepret.evaluacion import evaluar
    from mesgepret.imprenta.trazos.arbol import arbol

    expediente = revisar_sobre_base({}).expediente
    assert expediente is not None
    (presidencial,) = arbol(expediente.metas_de("presidencial"), evaluar(expediente).meta, 2)
    (sectorial,) = presidencial.ramas
    assert (sectorial.meta.id, sectorial.ramas) == ("SALUD-M1", ())
    assert sectorial.resumen.startswith("2 metas contribuyen a ella: ")


def test_el_muestrario_no_depende_del_repositorio_que_se_compila() -> None:
    assert sitio("base")[COMPONENTES].count("<svg") == sitio("salud")[COMPONENTES].count("<svg")


def test_el_muestrario_es_valido_y_ensena_cada_luz_y_cada_gris() -> None:
    from mesgepret import compilador
    from mesgepret.deposito import Arbol
    from tests.conftest import leer_recursos

    plantillas = leer_recursos().plantillas
    suyas = {r.removeprefix("muestrario/"): t.encode() for r, t in plantillas.items() if r.startswith("muestrario/")}
    revision = compilador.revisar(Arbol(suyas), leer_recursos())
    assert [h for h in revision.hallazgos if h.bloquea] == []
    pagina = sitio("base")[COMPONENTES]
    for clase in ("verde", "amarillo", "naranja", "rojo", "gris", "azul"):
        assert re.search(rf'class="(?:glifo |color )?{clase}\b', pagina), clase


def test_el_organigrama_no_da_contactos_ni_olvida_a_nadie() -> None:
    pagina = sitio("base")["mesas/salud/index.html"]
    dibujo = pagina.partition('<figure class="grafico organigrama">')[2].partition("</figure>")[0]
    dicho = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", dibujo))
    for nombre in ("Nivel Político", "Nivel Técnico-Operativo", "SESAL", "ARSA", "Ana López", "Luis Mejía"):
        assert dicho.count(nombre) >= 2, nombre  # en la lámina ancha y en la estrecha
