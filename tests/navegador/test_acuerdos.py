"""La página de todos los acuerdos: filtrar, ordenar, compartir, exportar, imprimir y moverse con el teclado."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.conftest import leer_recursos

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from tests.navegador.chromium import Vista
    from tests.navegador.sitios import Sitio

    Mirar = Callable[..., Vista]

RUTA = "acuerdos/todos"
LUGARES = ("pais", "disco")


def _acuerdos(pais: Sitio) -> list[list[Any]]:
    escrito = (pais.carpeta / RUTA / "datos.js").read_text("utf-8")
    renglones: list[list[Any]] = json.loads(escrito.removeprefix("explorarAcuerdos(").removesuffix(");\n"))
    return renglones


def _cuenta(pagina: Page, cuantos: int, de: int) -> None:
    """Que la cuenta, que se dice en vivo, llegue a decir eso."""
    acuerdos = "acuerdo" if cuantos == 1 else "acuerdos"
    dicho = f"{cuantos} {acuerdos}" + (f" de {de}" if cuantos < de else "")
    expect(pagina.locator("#cuenta")).to_have_text(re.compile(rf"^{dicho}(; \d+ vencidos?)?\.$"))


def _columna(pagina: Page, numero: int) -> list[str]:
    return pagina.locator(f"#explorador tbody tr > :nth-child({numero})").all_inner_texts()


@pytest.mark.parametrize("lugar", LUGARES, ids=["servida", "desde una carpeta"])
def test_se_filtra_se_cuenta_y_la_direccion_guarda_la_vista(lugar: str, mirar: Mirar, pais: Sitio) -> None:
    todos = _acuerdos(pais)
    vista = mirar(lugar)
    pagina = vista.abrir(RUTA)
    expect(pagina.locator("#sin-guiones")).to_be_hidden()
    _cuenta(pagina, len(todos), len(todos))
    tarde = [a for a in todos if a[8]]
    pagina.get_by_label("Solo los vencidos").check()
    _cuenta(pagina, len(tarde), len(todos))
    mesa = tarde[0][1]
    pagina.locator("#mesa").select_option(mesa)
    suyos = [a for a in tarde if a[1] == mesa]
    _cuenta(pagina, len(suyos), len(todos))
    assert sorted(_columna(pagina, 1)) == sorted(a[0] for a in suyos)
    assert parse_qs(urlsplit(pagina.url).query) == {"mesa": [mesa], "vencidos": ["1"]}
    pagina.goto(pagina.url)
    _cuenta(pagina, len(suyos), len(todos))
    expect(pagina.get_by_label("Solo los vencidos")).to_be_checked()
    pagina.get_by_role("button", name="Quitar los filtros").click()
    _cuenta(pagina, len(todos), len(todos))
    assert urlsplit(pagina.url).query == ""
    assert vista.sucesos == []


def test_cada_filtro_deja_los_suyos(mirar: Mirar, pais: Sitio) -> None:
    todos = _acuerdos(pais)
    pagina = mirar().abrir(RUTA)
    institucion = todos[0][5][0]
    filtros: dict[str, tuple[str, Callable[[list[Any]], bool]]] = {
        "#institucion": (institucion, lambda a: institucion in a[5]),
        "#estado": ("cumplido", lambda a: a[7] == "cumplido"),
        "#desde": ("2024-09-01", lambda a: a[6] >= "2024-09-01" and a[6][0].isdigit()),
        "#hasta": ("2024-06-30", lambda a: a[6] <= "2024-06-30" and a[6][0].isdigit()),
    }
    for donde, (valor, pasa) in filtros.items():
        campo = pagina.locator(donde)
        if donde in ("#desde", "#hasta"):
            campo.fill(valor)
        else:
            campo.select_option(valor)
        quedan = sum(1 for a in todos if pasa(a))
        assert 0 < quedan < len(todos), donde
        _cuenta(pagina, quedan, len(todos))
        pagina.get_by_role("button", name="Quitar los filtros").click()
        _cuenta(pagina, len(todos), len(todos))


def test_el_texto_se_busca_sin_acentos_ni_mayusculas(mirar: Mirar, pais: Sitio) -> None:
    todos = _acuerdos(pais)
    pagina = mirar().abrir(RUTA)
    con = [a for a in todos if "educación" in " ".join(map(str, a)).lower() or a[1] == "educacion"]
    assert con
    for escrito in ("EDUCACION", "educación"):
        pagina.locator("#texto").fill(escrito)
        expect(pagina.locator("#cuenta")).to_contain_text(f" de {len(todos)}")
        ids = set(pagina.locator("#explorador tbody th").all_inner_texts())
        assert ids <= {a[0] for a in con}
        assert ids
    pagina.locator("#texto").fill("zzz que no está")
    _cuenta(pagina, 0, len(todos))


def test_se_ordena_con_los_botones_y_se_dice_en_aria_sort(mirar: Mirar, pais: Sitio) -> None:
    plazos = sorted(a[6] for a in _acuerdos(pais) if a[6][0].isdigit())
    pagina = mirar().abrir(RUTA)
    encabezado = pagina.locator("#explorador th[aria-sort]", has_text="Plazo que rige")
    boton = encabezado.locator("button")
    expect(encabezado).to_have_attribute("aria-sort", "none")
    for sentido, primero in (("ascending", plazos[0]), ("descending", plazos[-1])):
        boton.click()
        expect(encabezado).to_have_attribute("aria-sort", sentido)
        assert _columna(pagina, 5)[0].endswith(f" de {primero[:4]}")
        assert int(_columna(pagina, 5)[0].split()[0]) == int(primero[8:])
    assert pagina.locator('#explorador th:not([aria-sort="none"])[aria-sort]').count() == 1
    assert "orden=plazo&sentido=descendente" in pagina.url


def test_se_ordena_como_en_espanol(mirar: Mirar) -> None:
    pagina = mirar().abrir(RUTA)
    pagina.locator("#orden").select_option("mesa")
    expect(pagina.locator("#explorador th[aria-sort=ascending]")).to_have_text("Mesa")
    mesas = _columna(pagina, 2)
    llanas = [m.translate(str.maketrans("ÁÉÍÓÚáéíóú", "AEIOUaeiou")).lower() for m in mesas]
    assert llanas == sorted(llanas)


def test_se_descarga_la_vista_en_csv(mirar: Mirar, pais: Sitio) -> None:
    todos = _acuerdos(pais)
    pagina = mirar().abrir(RUTA)
    pagina.locator("#estado").select_option("cumplido")
    suyos = [a for a in todos if a[7] == "cumplido"]
    _cuenta(pagina, len(suyos), len(todos))
    with pagina.expect_download() as descarga:
        pagina.get_by_role("button", name="Descargar esta vista en CSV").click()
    assert descarga.value.suggested_filename == "acuerdos.csv"
    crudo = Path(descarga.value.path()).read_bytes().decode("utf-8-sig")
    assert crudo.endswith("\r\n")
    cabeza, *filas = csv.reader(io.StringIO(crudo, newline=""))
    assert cabeza == ["acuerdo", "mesa", "fecha", "texto", "responsables", "plazo", "estado", "dias_de_atraso"]
    assert [fila[0] for fila in filas] == [a[0] for a in suyos]
    assert [fila[3] for fila in filas] == [a[3] for a in suyos]


def _con_estos(navegador: Browser, pais: Sitio, renglones: list[list[Any]], carpeta: Path) -> Page:
    """La página de verdad con otros datos al lado, abierta desde una carpeta."""
    aqui = carpeta / RUTA
    aqui.mkdir(parents=True)
    (carpeta / "estilo.css").write_bytes((pais.carpeta / "estilo.css").read_bytes())
    for nombre in ("index.html", "acuerdos.js"):
        (aqui / nombre).write_bytes((pais.carpeta / RUTA / nombre).read_bytes())
    (aqui / "datos.js").write_text(f"explorarAcuerdos({json.dumps(renglones)});\n", "utf-8")
    pagina = navegador.new_page(viewport={"width": 1280, "height": 900})
    pagina.goto((aqui / "index.html").as_uri())
    return pagina


def test_lo_hostil_sale_como_texto_en_la_tabla_y_sin_formulas_en_el_csv(
    navegador: Browser, pais: Sitio, tmp_path: Path
) -> None:
    hostiles = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '<img src=x onerror="alert(1)">', 'con "comillas", y\nsalto']
    renglones = [
        [f"X-{n}", "salud", "2024-01-01", t, t, [], "sin plazo", "pendiente", 0] for n, t in enumerate(hostiles)
    ]
    pagina = _con_estos(navegador, pais, renglones, tmp_path)
    assert pagina.locator("#explorador tbody img").count() == 0
    assert pagina.locator("#explorador tbody td:nth-child(3)").all_text_contents() == hostiles
    with pagina.expect_download() as descarga:
        pagina.locator("#exportar").click()
    crudo = Path(descarga.value.path()).read_bytes().decode("utf-8-sig")
    _, *filas = csv.reader(io.StringIO(crudo, newline=""))
    assert [fila[3] for fila in filas] == [f"'{t}" if t[0] in "=+-@\t" else t for t in hostiles]
    pagina.close()


def test_con_veintiun_mil_se_muestran_de_cien_en_cien_y_filtrar_no_tarda(
    navegador: Browser, pais: Sitio, tmp_path: Path
) -> None:
    cuantos = 21_000
    texto = "Presentar el informe de avance de la meta sectorial en la próxima sesión ordinaria de la mesa, con su evidencia."
    renglones = [
        [f"X-{n}", "salud", "2024-01-01", f"{texto} {n}", "SESAL", ["sesal"], f"2024-{n % 12 + 1:02}-15", "pendiente", n % 7]
        for n in range(cuantos)
    ]  # fmt: skip
    pagina = _con_estos(navegador, pais, renglones, tmp_path)
    filas = pagina.locator("#explorador tbody tr")
    expect(pagina.locator("#cuenta")).to_have_text("21,000 acuerdos; 18,000 vencidos.")
    assert filas.count() == 100
    pagina.locator("#mas").click()
    expect(filas).to_have_count(200)
    assert pagina.evaluate("document.activeElement.textContent") == "X-100"
    pagina.locator("#orden").select_option("texto")
    pagina.locator("#texto").fill("INFORME sesion 20999")
    expect(pagina.locator("#cuenta")).to_have_text("1 acuerdo de 21,000; 1 vencido.", timeout=3000)
    pagina.close()


def test_sin_javascript_la_pagina_lleva_a_los_acuerdos_completos(navegador: Browser, pais: Sitio) -> None:
    contexto = navegador.new_context(java_script_enabled=False)
    pagina = contexto.new_page()
    pagina.goto((pais.carpeta / RUTA / "index.html").as_uri())
    expect(pagina.locator("#explorador")).to_be_hidden()
    expect(pagina.locator("#sin-guiones")).to_be_visible()
    pagina.locator("#sin-guiones a").click()
    expect(pagina.locator("#mesas")).to_be_visible()
    contexto.close()


def test_se_maneja_con_el_teclado(mirar: Mirar) -> None:
    pagina = mirar().abrir(RUTA)
    pagina.locator("#texto").focus()
    recorrido = []
    for _ in range(40):
        recorrido.append(pagina.evaluate("document.activeElement.id || document.activeElement.value || ''"))
        assert pagina.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", recorrido
        if recorrido[-1] == "estado" and recorrido[-2:] != ["estado"] * 2 and "exportar" in recorrido:
            break
        pagina.keyboard.press("Tab")
    campos = ["texto", "mesa", "institucion", "estado", "desde", "hasta", "vencidos", "orden", "sentido", "exportar"]
    assert [paso for paso in dict.fromkeys(recorrido) if paso in campos] == campos
    pagina.locator("#explorador th button").first.focus()
    pagina.keyboard.press("Enter")
    expect(pagina.locator("#explorador th").first).to_have_attribute("aria-sort", "ascending")
    pagina.keyboard.press("Space")
    expect(pagina.locator("#explorador th").first).to_have_attribute("aria-sort", "descending")


def test_a_320_no_se_sale_y_lo_que_se_pulsa_mide_veinticuatro(mirar: Mirar) -> None:
    vista = mirar("pais", 320)
    pagina = vista.abrir(RUTA)
    assert vista.de_lado() == 0
    medidas = pagina.locator("#explorador").locator("form :is(input, select, button), #mas").evaluate_all(
        "todos => todos.map(e => [e.id || e.type, e.getBoundingClientRect().width, e.getBoundingClientRect().height])"
    )  # fmt: skip
    assert len(medidas) > 9
    assert [m for m in medidas if min(m[1:]) < 24] == []
    # Los encabezados no se ven, y sus botones tampoco pueden recibir el foco: se ordena con el formulario.
    expect(pagina.locator("#explorador th button").first).to_be_hidden()


def test_en_papel_sale_la_vista_entera_con_sus_criterios_y_sin_formulario(mirar: Mirar, pais: Sitio) -> None:
    todos = _acuerdos(pais)
    pagina = mirar().abrir(RUTA)
    pagina.locator("#texto").fill("de")
    expect(pagina.locator("#cuenta")).to_contain_text(f" de {len(todos)}")
    pagina.evaluate("dispatchEvent(new Event('beforeprint'))")
    pagina.emulate_media(media="print")
    (cuantos,) = re.findall(r"^(\d+) acuerdos", pagina.locator("#cuenta").inner_text())
    assert pagina.locator("#explorador tbody tr").count() == int(cuantos) > 100
    expect(pagina.locator("#criterios")).to_have_text("Texto: de")
    expect(pagina.locator("#explorador form")).to_be_hidden()
    pagina.emulate_media(media="screen")


def test_una_direccion_mal_escrita_no_rompe_nada(mirar: Mirar, pais: Sitio) -> None:
    vista = mirar()
    vista.abrir(RUTA)
    vista.pagina.goto(f"{vista.pagina.url}?mesa=no-esta&estado=<b>&desde=ayer&orden=constructor&otra=1")
    _cuenta(vista.pagina, len(_acuerdos(pais)), len(_acuerdos(pais)))
    assert vista.sucesos == []


def test_el_guion_pasa_por_el_analizador_del_navegador_en_modo_estricto() -> None:
    for nombre in ("acuerdos.js", "buscar.js"):
        assert leer_recursos().plantillas[nombre].startswith('"use strict";\n')
