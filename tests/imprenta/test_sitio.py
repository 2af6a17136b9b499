"""El sitio entero, en los dos perfiles: enlaces, anclas, títulos, peso y lo que no debe salir de casa."""

from __future__ import annotations

import re

import pytest

from mesgepret import compilador, deposito
from mesgepret.diagnostico import Gravedad
from mesgepret.imprenta.direcciones import relativa
from tests.conftest import RAIZ, leer_base, leer_recursos
from tests.imprenta.sitio import Pagina, con, leido, rotos, sitio, tablas_rotas

SITIOS = [("base", "publico"), ("base", "interno"), ("salud", "publico"), ("salud", "interno")]
BORRADOR = "mesas/salud/actas/2024-03-21"


@pytest.mark.parametrize(("nombre", "perfil"), SITIOS)
def test_cada_enlace_interno_lleva_a_su_archivo_y_a_su_ancla(nombre: str, perfil: str) -> None:
    assert rotos(sitio(nombre, perfil), leido(nombre, perfil)) == []


@pytest.mark.parametrize(("nombre", "perfil"), SITIOS)
def test_ninguna_pagina_repite_un_id(nombre: str, perfil: str) -> None:
    for ruta, pagina in leido(nombre, perfil).items():
        assert len(pagina.ids) == len(set(pagina.ids)), (ruta, [i for i in pagina.ids if pagina.ids.count(i) > 1])


@pytest.mark.parametrize(("nombre", "perfil"), SITIOS)
def test_los_titulos_empiezan_en_uno_y_no_saltan(nombre: str, perfil: str) -> None:
    for ruta, pagina in leido(nombre, perfil).items():
        assert pagina.titulos.count(1) == 1, ruta
        assert pagina.titulos[0] == 1, ruta
        saltos = [(a, b) for a, b in zip(pagina.titulos, pagina.titulos[1:], strict=False) if b > a + 1]
        assert saltos == [], ruta


@pytest.mark.parametrize(("nombre", "perfil"), SITIOS)
def test_no_hay_dos_paginas_con_el_mismo_titulo_en_la_pestana(nombre: str, perfil: str) -> None:
    titulos = [re.findall("<title>(.*)</title>", texto)[0] for ruta, texto in sitio(nombre, perfil).items()
               if ruta.endswith(".html")]  # fmt: skip
    assert sorted(titulos) == sorted(set(titulos))


def test_la_sesion_de_un_grupo_se_llama_una_sola_vez_grupo() -> None:
    mesa = leer_base()["mesas/salud/mesa.yaml"].decode()
    grupo = "grupos: [{id: gt, tema: Grupo de trabajo de vacunas, integrantes: [luis-mejia], desde: 2024-01-01}]\n"
    acta = "estado: definitiva\nnumero: 1\nnivel: tecnico\ngrupo: gt\n"
    paginas = con({"mesas/salud/mesa.yaml": mesa + grupo, "mesas/salud/actas/2024-03-21-2.yaml": acta})
    pagina = paginas["mesas/salud/actas/2024-03-21-2/index.md"]
    assert pagina.startswith("# Ayuda Memoria de Acuerdos, 21 de marzo de 2024 (2.ª del día)\n")
    assert "- **Sesionó:** [Grupo de trabajo de vacunas](" in pagina


@pytest.mark.parametrize(("nombre", "perfil"), SITIOS)
def test_el_html_cierra_lo_que_abre(nombre: str, perfil: str) -> None:
    for ruta, pagina in leido(nombre, perfil).items():
        assert (pagina.abiertas, pagina.sueltas) == ([], []), ruta


@pytest.mark.parametrize(("nombre", "perfil"), SITIOS)
def test_cada_pagina_esta_en_las_dos_lenguas_y_pesa_menos_de_100_kb(nombre: str, perfil: str) -> None:
    paginas = sitio(nombre, perfil)
    assert {r.removesuffix("html") for r in paginas if r.endswith(".html")} == {
        r.removesuffix("md") for r in paginas if r.endswith(".md")
    }
    pesan = {ruta: len(texto.encode()) for ruta, texto in paginas.items() if ruta.endswith((".html", ".md"))}
    assert {ruta: peso for ruta, peso in pesan.items() if peso > 100_000} == {}


@pytest.mark.parametrize("nombre", ["base", "salud"])
def test_la_portada_con_todo_lo_que_pide_pesa_menos_de_60_kb(nombre: str) -> None:
    paginas = sitio(nombre)
    portada = Pagina(paginas["index.html"])
    pide = {a.get("href", "") + a.get("src", "") for e, a in portada.etiquetas
            if e in ("script", "img") or (e == "link" and a.get("rel") != "alternate")}  # fmt: skip
    assert pide >= {"estilo.css", "icono.svg"}
    assert sum(len(paginas[ruta].encode()) for ruta in ("index.html", *pide)) <= 60_000


@pytest.mark.parametrize(("nombre", "perfil"), SITIOS)
def test_las_tablas_de_markdown_tienen_sus_columnas(nombre: str, perfil: str) -> None:
    for ruta, texto in sitio(nombre, perfil).items():
        assert tablas_rotas(texto) == [] or not ruta.endswith(".md"), ruta


@pytest.mark.parametrize("nombre", ["base", "salud"])
def test_ninguna_pagina_pide_nada_a_nadie(nombre: str) -> None:
    for ruta, pagina in leido(nombre).items():
        for etiqueta, atributos in pagina.etiquetas:
            if etiqueta in ("link", "img", "script", "iframe") or "src" in atributos:
                assert not re.match("[a-z]+:|//", atributos.get("href", "") + atributos.get("src", "")), ruta


def test_dos_veces_da_los_mismos_octetos() -> None:
    assert con({}) == con({}) == sitio("base")


def test_el_borrador_no_se_filtra_en_el_perfil_publico() -> None:
    escrita = leer_base()[f"{BORRADOR}.yaml"].decode()
    borrador = escrita.replace("estado: definitiva", "estado: borrador")
    secretos = (
        "existencias de vacunas por región",
        "se distribuyó a las dos",
        "La cobertura sube",
        "SALUD-2024-03-21-A1",
    )
    publico = con({f"{BORRADOR}.yaml": borrador})
    for ruta, texto in publico.items():
        assert ruta.startswith("reglas/") or not [s for s in secretos if s in texto], ruta
    assert "Todavía en borrador" in publico[f"{BORRADOR}/index.html"]
    interno = con({f"{BORRADOR}.yaml": borrador}, "interno")
    assert "La cobertura sube" in interno[f"{BORRADOR}/index.html"]
    assert "provisional" in interno["acuerdos/salud-2024-02-15-a1/index.md"]


def test_los_contactos_solo_salen_en_el_perfil_interno() -> None:
    contactos = "contactos:\n  - {miembro: luis-mejia, telefonos: ['9999-0000'], correos: [luis@ejemplo.hn]}\n"
    cambios: dict[str, str | bytes | None] = {"privado/contactos/salud.yaml": contactos}
    assert not [ruta for ruta, texto in con(cambios).items() if "9999-0000" in texto or "luis@ejemplo.hn" in texto]
    interno = con(cambios, "interno")
    con_ellos = {ruta for ruta, texto in interno.items() if "9999-0000" in texto and "luis@ejemplo.hn" in texto}
    assert con_ellos == {f"mesas/salud/miembros/index.{extension}" for extension in ("html", "md")}


def test_los_estados_suman_el_total() -> None:
    for nombre in ("base", "salud"):
        tabla = sitio(nombre)["acuerdos/index.md"].partition("\n## ")[0]
        cuentas = [int(n) for n in re.findall(r"^\| [a-z ]+ \| (\d+) \| \d+ \|$", tabla, re.MULTILINE)]
        total = re.search(r"En total, (\d+) acuerdos?", tabla)
        assert total
        assert len(cuentas) == 7
        assert sum(cuentas) == int(total[1])


def test_los_vencidos_van_del_peor_al_mejor() -> None:
    atrasos = re.findall(r"vencido hace (\d+) días?", sitio("salud")["index.md"])
    assert len(atrasos) > 1
    assert atrasos == sorted(atrasos, key=int, reverse=True)


def test_cada_hallazgo_se_cuenta_en_una_sola_fila() -> None:
    revision = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos())
    pagina = sitio("salud", "interno")["cumplimiento/index.md"]
    tabla = pagina.partition("## Lo que dicen las reglas")[2].partition("\n## ")[0]
    filas = re.findall(r"\| (\d+) \| (\d+) \| (\d+) \|$", tabla, re.MULTILINE)
    de = [h for h in revision.hallazgos if h.gravedad is Gravedad.INCUMPLIMIENTO]
    assert sum(int(fila[0]) for fila in filas) == len(de)
    assert sum(int(fila[1]) for fila in filas) == len([h for h in de if h.justificacion])
    assert sum(int(fila[2]) for fila in filas) == len([h for h in revision.hallazgos if h.gravedad is Gravedad.ALERTA])


def test_una_direccion_relativa_sirve_desde_el_disco() -> None:
    assert relativa("", "mesas/salud", "html") == "mesas/salud/index.html"
    assert relativa("mesas/salud", "", "html") == "../../index.html"
    assert (
        relativa("mesas/salud", "mesas/salud/miembros#ana-lopez", "md")
        == "../../mesas/salud/miembros/index.md#ana-lopez"
    )
    assert relativa("acuerdos/a", "acuerdos/a", "html") == "../../acuerdos/a/index.html"
