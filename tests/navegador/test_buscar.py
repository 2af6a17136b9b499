"""El buscador, en el sitio del país: palabras con acento y sin él, clases, y lo que pide y no pide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from tests.navegador.chromium import Vista
    from tests.navegador.sitios import Sitio

    Mirar = Callable[..., Vista]

CUENTA = re.compile(r"^([\d,]+) páginas?\.$")


def _buscar(pagina: Page, palabras: str) -> int:
    pagina.locator("#q").fill("")
    expect(pagina.locator("#cuenta")).to_have_text("")
    pagina.locator("#q").fill(palabras)
    expect(pagina.locator("#cuenta")).to_have_text(CUENTA)
    hallado = CUENTA.match(pagina.locator("#cuenta").inner_text())
    assert hallado
    return int(hallado[1].replace(",", ""))


def _marcadas(pagina: Page) -> str:
    return " ".join(pagina.locator("#hallados mark").all_inner_texts()).lower()


@pytest.mark.parametrize(
    ("escrita", "otra", "hallada"),
    [("educacion", "educación", "educación"), ("reuniones", "reunión", "reunión"), ("NINOS", "niños", "niñ"),
     ("sesion", "sesiones", "sesión"), ("energia", "Energía", "energía")],
)  # fmt: skip
def test_con_acento_o_sin_el_y_en_singular_o_en_plural_se_halla_lo_mismo(
    escrita: str, otra: str, hallada: str, mirar: Mirar
) -> None:
    vista = mirar()
    pagina = vista.abrir("buscar")
    cuantas = _buscar(pagina, escrita)
    assert cuantas > 10
    assert hallada in _marcadas(pagina)
    assert _buscar(pagina, otra) == cuantas
    assert vista.sucesos == []


def test_nada_se_pide_hasta_entrar_en_la_casilla_y_todo_es_del_sitio(mirar: Mirar) -> None:
    vista = mirar()
    pedidas: list[str] = []
    vista.pagina.on("request", lambda peticion: pedidas.append(peticion.url.removeprefix(vista.origen)))
    pagina = vista.abrir("buscar")
    pagina.wait_for_load_state("networkidle")
    assert set(pedidas) == {"buscar/index.html", "estilo.css", "formularios.css", "icono.svg", "buscar/buscar.js"} - (
        {"icono.svg"} - set(pedidas)
    )
    with pagina.expect_request(re.compile(r"/buscar/pagefind/wasm\.es")):
        pagina.locator("#q").focus()
    assert not [ruta for ruta in pedidas if re.match(r"[a-z]+:", ruta)]
    assert vista.sucesos == []


def test_cada_resultado_lleva_a_su_pagina_con_su_clase_su_mesa_y_su_extracto(mirar: Mirar, pais: Sitio) -> None:
    vista = mirar()
    pagina = vista.abrir("buscar")
    _buscar(pagina, "vacunas")
    primero = pagina.locator("#hallados li").first
    assert primero.locator("mark").count() > 0
    expect(pagina.locator("#hallados .nota", has_text="Mesa de Salud").first).to_be_visible()
    for enlace in pagina.locator("#hallados a").evaluate_all("todos => todos.map(a => a.href)"):
        assert (pais.carpeta / enlace.removeprefix(vista.origen)).is_file()
    titulo = primero.locator("a").inner_text()
    primero.locator("a").click()
    expect(pagina.locator("h1")).to_have_text(titulo)


def test_las_clases_se_cuentan_y_se_eligen_y_la_direccion_guarda_la_busqueda(mirar: Mirar) -> None:
    vista = mirar()
    pagina = vista.abrir("buscar")
    todas = _buscar(pagina, "presupuesto")
    opciones = pagina.locator("#clase option").all_inner_texts()
    cuentas = {o.rpartition(" (")[0]: int(o.rpartition(" (")[2].rstrip(")")) for o in opciones[1:]}
    assert sum(cuentas.values()) == todas
    assert 0 < cuentas["Meta"] < todas
    pagina.locator("#clase").select_option("Meta")
    expect(pagina.locator("#cuenta")).to_have_text(re.compile(rf"^{cuentas['Meta']} páginas?\.$"))
    assert set(pagina.locator("#hallados .nota").all_inner_texts()) == {"Meta"}
    assert pagina.url.endswith("?q=presupuesto&clase=Meta")
    pagina.goto(pagina.url)
    expect(pagina.locator("#cuenta")).to_have_text(re.compile(rf"^{cuentas['Meta']} páginas?\.$"))
    assert vista.sucesos == []


def test_se_muestran_de_diez_en_diez_y_el_foco_sigue(mirar: Mirar) -> None:
    pagina = mirar().abrir("buscar")
    _buscar(pagina, "mesa")
    expect(pagina.locator("#hallados li")).to_have_count(10)
    pagina.locator("#mas").click()
    expect(pagina.locator("#hallados li")).to_have_count(20)
    assert pagina.evaluate("[...document.querySelectorAll('#hallados a')].indexOf(document.activeElement)") == 10


def test_de_lo_que_no_hay_se_dice_que_no_hay(mirar: Mirar) -> None:
    pagina = mirar().abrir("buscar")
    pagina.locator("#q").fill("<b>xyzzyq</b>")
    expect(pagina.locator("#cuenta")).to_contain_text("Nada con «<b>xyzzyq</b>»")
    expect(pagina.locator("#hallados li")).to_have_count(0)


def test_un_texto_con_etiquetas_sale_como_se_escribio(mirar: Mirar) -> None:
    """Las páginas de las reglas traen ejemplos con signos que HTML escapa."""
    pagina = mirar().abrir("buscar")
    _buscar(pagina, "yaml")
    assert not re.search(r"&(lt|gt|amp|quot|#)", " ".join(pagina.locator("#hallados p").all_inner_texts()))


@pytest.mark.parametrize("con_guiones", [True, False], ids=["desde una carpeta", "sin JavaScript"])
def test_donde_no_se_puede_buscar_queda_el_indice_por_letras(
    con_guiones: bool, navegador: Browser, pais: Sitio
) -> None:
    contexto = navegador.new_context(java_script_enabled=con_guiones)
    pagina = contexto.new_page()
    sucesos: list[str] = []
    pagina.on("console", lambda mensaje: sucesos.append(mensaje.text))
    pagina.on("pageerror", lambda error: sucesos.append(str(error)))
    pagina.goto((pais.carpeta / "buscar/index.html").as_uri())
    expect(pagina.locator("#buscador")).to_be_hidden()
    pagina.get_by_role("navigation", name="Índice por letras").get_by_role("link", name="S", exact=True).click()
    pagina.get_by_role("link", name="SESAL", exact=True).click()
    expect(pagina.locator("h1")).to_contain_text("Salud")
    assert sucesos == []
    contexto.close()


def test_si_el_indice_no_esta_se_dice_y_queda_el_de_letras(navegador: Browser, mirar: Mirar) -> None:
    origen = mirar().origen
    contexto = navegador.new_context()
    pagina = contexto.new_page()
    pagina.route("**/pagefind/**", lambda ruta: ruta.abort())
    pagina.goto(f"{origen}buscar/index.html")
    pagina.locator("#q").focus()
    expect(pagina.locator("#cuenta")).to_have_text("El buscador no se pudo cargar. Abajo está el índice por letras.")
    expect(pagina.locator("#buscador form")).to_be_hidden()
    contexto.close()


def test_a_320_el_indice_y_los_resultados_no_se_salen(mirar: Mirar) -> None:
    vista = mirar("pais", 320)
    pagina = vista.abrir("buscar")
    _buscar(pagina, "transparencia")
    assert vista.de_lado() == 0
    letras = pagina.locator(".letras a").evaluate_all("todos => todos.map(e => e.getBoundingClientRect().height)")
    assert min(letras) >= 24
    vista.abrir("buscar/s")
    assert vista.de_lado() == 0


def test_pulsar_dos_veces_no_repite_ningun_resultado(mirar: Mirar) -> None:
    pagina = mirar().abrir("buscar")
    _buscar(pagina, "mesa")
    oculto = pagina.locator("#mas").evaluate(
        "mas => { mas.click(); const oculto = mas.hidden; mas.click(); return oculto; }"
    )
    assert oculto
    expect(pagina.locator("#hallados li")).to_have_count(30)
    destinos = pagina.locator("#hallados a").evaluate_all("todos => todos.map(a => a.href)")
    assert len(set(destinos)) == 30


FINGIDO = """
export const options = async () => {};
export const filters = async () => ({});
globalThis.pedidas = {};
const dato = (que) => ({ url: "./", meta: { title: que }, filters: {}, excerpt: "" });
export const search = (que) => new Promise((dar, fallar) => {
  const uno = { data: async () => (que === "roto" ? Promise.reject(Error("sin red")) : dato(que)) };
  pedidas[que] = { dar: () => dar({ results: [uno], totalFilters: {} }), fallar };
});
"""
"""Un índice que contesta cuando la prueba se lo dice."""


def _pedir(pagina: Page, que: str) -> None:
    pagina.locator("#q").fill(que)
    pagina.wait_for_function("que => globalThis.pedidas && pedidas[que]", arg=que)


def test_si_falla_una_busqueda_que_ya_no_se_espera_la_ultima_sigue(navegador: Browser, mirar: Mirar) -> None:
    origen = mirar().origen
    contexto = navegador.new_context()
    pagina = contexto.new_page()
    pagina.route("**/pagefind/pagefind.js", lambda ruta: ruta.fulfill(body=FINGIDO, content_type="text/javascript"))
    pagina.goto(f"{origen}buscar/index.html")
    _pedir(pagina, "una")
    _pedir(pagina, "otra")
    pagina.evaluate("pedidas.otra.dar()")
    expect(pagina.locator("#cuenta")).to_have_text("1 página.")
    pagina.evaluate("pedidas.una.fallar(Error('sin red'))")
    pagina.wait_for_timeout(50)
    expect(pagina.locator("#cuenta")).to_have_text("1 página.")
    expect(pagina.locator("#buscador form")).to_be_visible()
    _pedir(pagina, "roto")
    pagina.evaluate("pedidas.roto.dar()")
    expect(pagina.locator("#cuenta")).to_have_text("El buscador no se pudo cargar. Abajo está el índice por letras.")
    contexto.close()
