"""El índice por letras, en el orden del español, y lo que cada página dice a quien la indexa."""

from __future__ import annotations

import re

import pytest

from mesgepret import compilador
from mesgepret.imprenta.buscador import CLASES, alfabetico, inicial
from tests.conftest import cambiado, leer_base, leer_recursos, revisar_sobre_base
from tests.imprenta.sitio import Pagina, con, sitio, textos

ACTA = "mesas/salud/actas/2024-03-21.yaml"
VOZ = re.compile(r"^- \[(.*?)\]\((.*?)\), ([a-zó ]+?)(?: \(.*)?$", re.MULTILINE)


def _con_buscador() -> dict[str, str]:
    tirada = compilador.componer(revisar_sobre_base({}), leer_recursos(), con_buscador=True)
    return textos(dict(tirada.archivos))


def test_la_enie_va_tras_la_ene_y_los_acentos_no_cuentan() -> None:
    palabras = ["ñandú", "nube", "Ábaco", "oso", "abeja", "Nación", "«Ébano»", "Ñame", "abad"]
    assert sorted(palabras, key=alfabetico) == [
        "Ábaco", "abad", "abeja", "«Ébano»", "Nación", "nube", "Ñame", "ñandú", "oso",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texto", "letra"),
    [("Árbol", "a"), ("ñame", "ñ"), ("n\u0303ame", "ñ"), ("«Uno»", "u"), ("14 municipios", "0-9"), ("Ωmega", "otros"),
     ("…", "otros"), ("Çatal", "c")],
)  # fmt: skip
def test_la_letra_de_una_voz(texto: str, letra: str) -> None:
    assert inicial(texto) == letra


@pytest.mark.parametrize("nombre", ["base", "salud"])
def test_cada_letra_dice_las_suyas_por_orden(nombre: str) -> None:
    paginas = {r: t for r, t in sitio(nombre).items() if re.fullmatch(r"buscar/[^/]+/index\.md", r)}
    assert paginas
    for ruta, texto in paginas.items():
        voces = [voz[0] for voz in VOZ.findall(texto)]
        assert voces, ruta
        assert {inicial(voz) for voz in voces} == {"ñ" if "enie" in ruta else ruta.split("/")[1]}
        assert voces == sorted(voces, key=alfabetico), ruta


def test_en_el_indice_esta_todo_lo_que_tiene_nombre() -> None:
    texto = "".join(t for r, t in sitio("base").items() if re.fullmatch(r"buscar/.+\.md", r))
    voces = {(voz[0], voz[2]) for voz in VOZ.findall(texto)}
    assert ("Salud", "mesa") in voces
    assert ("SESAL", "institución") in voces
    assert ("Luis Mejía", "persona") in voces
    assert ("Mejía, Luis", "persona") in voces
    for clase in ("acuerdo", "meta", "tema transversal"):
        assert clase in {c for _, c in voces}, clase
    assert len(VOZ.findall(texto)) == int(re.findall(r"(\d+) entradas", sitio("base")["buscar/index.md"])[0])


def test_un_acuerdo_de_un_borrador_no_esta_en_el_indice_publico() -> None:
    borrador = cambiado(ACTA, ("estado: definitiva", "estado: borrador"))
    for perfil, esta in (("publico", False), ("interno", True)):
        texto = "".join(t for r, t in con(borrador, perfil).items() if r.startswith("buscar/"))
        assert ("SALUD-2024-03-21-A1" in texto) == esta


def test_una_palabra_que_no_acaba_se_corta() -> None:
    escrita = re.sub(r"texto: .*", f"texto: {'Z' * 10_000}", leer_base()[ACTA].decode())
    texto = con({ACTA: escrita})["buscar/z/index.md"]
    assert f"[{'Z' * 89}…](" in texto


def test_una_letra_con_muchas_voces_se_reparte_en_paginas_ligeras() -> None:
    uno = "  - {{id: A{n}, texto: '{texto} número {n}', clase: acuerdo, responsables: [sesal], plazo: 2024-06-30}}\n"
    acuerdos = "".join(uno.format(n=n, texto="Ñandú " + "«palabra» & otra " * 5) for n in range(1, 601))
    cabeza = leer_base()[ACTA].decode().partition("acuerdos:")[0]
    paginas = con({ACTA: f"{cabeza}acuerdos:\n{acuerdos}"})
    assert {r for r in paginas if r.startswith("buscar/enie/") and r.endswith(".html")} == {
        f"buscar/enie/{n}index.html" for n in ("", "2/", "3/")
    }
    assert max(len(t.encode()) for r, t in paginas.items() if r.startswith("buscar/")) < 100_000
    assert "[Ñ](" in paginas["buscar/index.md"]


def test_cada_clase_que_se_busca_es_de_una_plantilla_que_existe() -> None:
    assert {f"contenido/{plantilla}.j2" for plantilla in CLASES} <= set(leer_recursos().plantillas)


def test_se_indexa_el_contenido_con_su_clase_y_su_mesa() -> None:
    paginas = sitio("base")

    def de(ruta: str) -> dict[str, str]:
        (principal,) = [a for e, a in Pagina(paginas[f"{ruta}/index.html"]).etiquetas if e == "main"]
        return {clave: valor for clave, valor in principal.items() if clave.startswith("data-")}

    de_salud = {"data-pagefind-body": "", "data-pagefind-meta": "mesa:Mesa de Salud"}
    assert de("acuerdos/salud-2024-03-21-a1") == {**de_salud, "data-pagefind-filter": "clase:Acuerdo"}
    assert de("mesas/salud/actas/2024-03-21") == {**de_salud, "data-pagefind-filter": "clase:Ayuda memoria"}
    assert de("mesas/salud") == {**de_salud, "data-pagefind-filter": "clase:Mesa"}
    assert de("instituciones/sesal") == {"data-pagefind-body": "", "data-pagefind-filter": "clase:Institución"}
    assert de("acuerdos") == de("buscar") == de("acuerdos/todos") == {}


def test_sin_buscador_la_pagina_es_solo_el_indice() -> None:
    texto = sitio("base")["buscar/index.html"]
    assert "<script" not in texto
    assert "<form" not in texto
    assert "script-src" not in texto
    assert "buscar/buscar.js" not in sitio("base")


def test_con_buscador_solo_su_pagina_puede_pedir_y_ejecutar() -> None:
    for ruta, texto in _con_buscador().items():
        if ruta.endswith(".html"):
            (politica,) = re.findall('Content-Security-Policy" content="(.*?)"', texto)
            assert ("'wasm-unsafe-eval'" in politica) == (ruta == "buscar/index.html"), ruta
            assert ("connect-src" in politica) == (ruta == "buscar/index.html"), ruta
    pagina = Pagina(_con_buscador()["buscar/index.html"])
    assert ("div", {"id": "buscador", "hidden": ""}) in pagina.etiquetas
    assert [a["src"] for e, a in pagina.etiquetas if e == "script"] == ["../buscar/buscar.js"]


def test_desde_toda_pagina_se_llega_a_buscar() -> None:
    for ruta, texto in sitio("base").items():
        if ruta.endswith(".html"):
            assert re.search(r'<a href="(\.\./)*buscar/index\.html"[^>]*>Buscar</a>', texto), ruta
