"""Las novedades en Atom y el mapa del sitio: lo último, con un nombre que no cambia y una fecha que no es del reloj."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from mesgepret.imprenta.datos import mapa
from mesgepret.imprenta.hoja import Hoja
from tests.conftest import leer_base
from tests.imprenta.datos.abiertos import datos_de
from tests.imprenta.sitio import archivos, con, sitio

DE_LA_MESA = "mesas/salud/novedades.atom"
DE_LA_SESAL = "instituciones/sesal/novedades.atom"
ACTA = "mesas/salud/actas/2024-03-21.yaml"
_A = "{http://www.w3.org/2005/Atom}"
_M = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _entradas(texto: str) -> list[dict[str, str]]:
    raiz = ElementTree.fromstring(texto)
    return [
        {hija.tag.removeprefix(_A): hija.text or str(hija.get("href")) for hija in entrada}
        for entrada in raiz.iter(f"{_A}entry")
    ]


def _con_url(url: str) -> dict[str, str]:
    return datos_de({"mesgepret.yaml": leer_base()["mesgepret.yaml"].decode() + f"sitio: {{url: {url}}}\n"})


@pytest.mark.parametrize("nombre", ["base", "salud"])
def test_cada_archivo_es_atom_con_lo_que_pide_el_rfc_4287(nombre: str) -> None:
    for ruta, texto in sitio(nombre).items():
        if ruta.endswith(".atom"):
            raiz = ElementTree.fromstring(texto)
            for donde in (raiz, *raiz.iter(f"{_A}entry")):
                assert all(donde.find(f"{_A}{n}") is not None for n in ("id", "title", "updated", "link")), ruta
            ids = [e["id"] for e in _entradas(texto)]
            assert len(ids) == len(set(ids)) > 0
            assert 0 < len(ids) <= 50


@pytest.mark.parametrize("nombre", ["base", "salud"])
def test_la_fecha_es_la_del_documento_mas_nuevo_y_ninguna_es_de_despues_del_corte(nombre: str) -> None:
    for ruta, texto in sitio(nombre).items():
        if ruta.endswith(".atom"):
            dias = [e["updated"] for e in _entradas(texto)]
            assert dias == sorted(dias, reverse=True)
            assert ElementTree.fromstring(texto).findtext(f"{_A}updated") == dias[0] <= "2024-12-31T12:00:00Z"


def test_la_mesa_da_sus_documentos_y_la_institucion_los_acuerdos_que_debe() -> None:
    de_la_mesa = {e["title"] for e in _entradas(sitio("base")[DE_LA_MESA])}
    assert "Ayuda Memoria de Acuerdos, 21 de marzo de 2024" in de_la_mesa
    assert "Convocatoria a la reunión del 21 de marzo de 2024" in de_la_mesa
    assert {e["title"] for e in _entradas(sitio("base")[DE_LA_SESAL])} >= {"Acuerdo SALUD-2024-03-21-A1"}


def test_los_nombres_no_cambian_aunque_cambie_la_direccion_del_sitio() -> None:
    aqui, alla = _con_url("https://mesas.ejemplo.hn"), _con_url("https://otra.ejemplo.hn/sitio/")
    assert [e["id"] for e in _entradas(aqui[DE_LA_MESA])] == [e["id"] for e in _entradas(alla[DE_LA_MESA])]
    assert [e["id"] for e in _entradas(aqui[DE_LA_MESA])] == [e["id"] for e in _entradas(sitio("base")[DE_LA_MESA])]
    assert all(e["id"].startswith("urn:uuid:") for e in _entradas(aqui[DE_LA_MESA]))
    assert _entradas(alla[DE_LA_MESA])[0]["link"].startswith("https://otra.ejemplo.hn/sitio/mesas/salud/")


def test_la_pagina_anuncia_sus_novedades_solo_si_las_tiene() -> None:
    for ruta, texto in sitio("base").items():
        if ruta.endswith(".html"):
            suyas = ruta.replace("index.html", "novedades.atom")
            assert ('type="application/atom+xml"' in texto) == (suyas in sitio("base")), ruta


def test_un_borrador_no_es_novedad() -> None:
    acta = leer_base()[ACTA].decode().replace("estado: definitiva", "estado: borrador")
    titulos = {e["title"] for e in _entradas(datos_de({ACTA: acta})[DE_LA_MESA])}
    assert "Ayuda Memoria de Acuerdos, 21 de marzo de 2024" not in titulos
    assert "Convocatoria a la reunión del 21 de marzo de 2024" in titulos


def test_un_texto_hostil_sale_como_texto() -> None:
    acta = leer_base()[ACTA].decode() + 'resumen: "</summary><script>alert(1)</script> & ]]> \\u200B"\n'
    entradas = _entradas(datos_de({ACTA: acta})[DE_LA_MESA])
    assert [e for e in entradas if e["summary"].startswith("</summary><script>alert(1)</script> & ]]>")]


def test_el_mapa_existe_solo_si_se_sabe_donde_se_publica() -> None:
    assert "sitemap.xml" not in archivos("base")
    en_linea = leer_base()["mesgepret.yaml"].decode() + "sitio: {url: https://mesas.ejemplo.hn/}\n"
    mapa_del_sitio = ElementTree.fromstring(con({"mesgepret.yaml": en_linea})["sitemap.xml"])
    dichas = sorted(str(uno.text) for uno in mapa_del_sitio.iter(f"{_M}loc"))
    assert dichas == sorted(f"https://mesas.ejemplo.hn/{r}" for r in archivos("base") if r.endswith(".html"))


def test_un_sitio_enorme_reparte_su_mapa(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapa, "CABEN", 2)
    hojas = [Hoja(ruta, "portada", "Una página") for ruta in ("", "mesas", "acuerdos")]
    hechos = dict(mapa.mapas(hojas, "https://mesas.ejemplo.hn"))
    assert list(hechos) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    indice = [uno.text for uno in ElementTree.fromstring(hechos["sitemap.xml"]).iter(f"{_M}loc")]
    assert indice == ["https://mesas.ejemplo.hn/sitemap-1.xml", "https://mesas.ejemplo.hn/sitemap-2.xml"]
    assert hechos["sitemap-2.xml"].decode().count("<loc>") == 1
