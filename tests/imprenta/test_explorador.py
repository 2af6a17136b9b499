"""La página de todos los acuerdos y los datos que su guion lee: los mismos que dicen las demás páginas."""

from __future__ import annotations

import json
import re

from tests.conftest import cambiado, leer_base, leer_recursos
from tests.imprenta.sitio import Pagina, con, sitio

DATOS, PAGINA, GUION = "acuerdos/todos/datos.js", "acuerdos/todos/index.html", "acuerdos/todos/acuerdos.js"
ACTA = "mesas/salud/actas/2024-03-21.yaml"


def _renglones(paginas: dict[str, str]) -> list[list[object]]:
    llamada = re.fullmatch(r"explorarAcuerdos\((.*)\);\n", paginas[DATOS], re.DOTALL)
    assert llamada
    renglones: list[list[object]] = json.loads(llamada[1])
    return renglones


def test_hay_un_renglon_por_acuerdo_con_su_pagina() -> None:
    ids = [str(renglon[0]) for renglon in _renglones(sitio("salud"))]
    assert len(ids) == len(set(ids)) > 200
    assert {f"acuerdos/{id.lower()}/index.html" for id in ids} <= set(sitio("salud"))


def test_un_renglon_dice_lo_que_dice_la_pagina_del_acuerdo() -> None:
    (renglon,) = [r for r in _renglones(sitio("base")) if r[0] == "SALUD-2024-03-21-A1"]
    assert renglon[1:3] == ["salud", "2024-03-21"]
    assert renglon[4:] == ["SESAL", ["sesal"], "2024-06-30", "pendiente", 0]


def test_los_vencidos_de_los_datos_son_los_de_la_pagina_de_acuerdos() -> None:
    tarde = [r for r in _renglones(sitio("salud")) if r[8]]
    tabla = sitio("salud")["acuerdos/index.md"].partition("## Vencidos")[2]
    assert sorted(str(r[0]) for r in tarde) == sorted(re.findall(r"^\| \[([A-Z0-9-]+)\]", tabla, re.MULTILINE))


def test_cada_mesa_institucion_y_estado_de_los_datos_puede_elegirse() -> None:
    pagina = Pagina(sitio("salud")[PAGINA])
    opciones = {a["value"] for etiqueta, a in pagina.etiquetas if etiqueta == "option"}
    for renglon in _renglones(sitio("salud")):
        assert {renglon[1], renglon[7], *renglon[5]} <= opciones  # type: ignore[misc]


def test_un_acuerdo_de_un_borrador_solo_esta_en_el_perfil_interno() -> None:
    borrador = cambiado(ACTA, ("estado: definitiva", "estado: borrador"))
    assert [r[0] for r in _renglones(con(borrador))] == ["SALUD-2024-02-15-A1"]
    assert len(_renglones(con(borrador, "interno"))) == 2


def test_lo_reservado_se_dice_y_no_se_cuenta() -> None:
    escrita = leer_base()[ACTA].decode()
    reserva = "reservas: [{campo: acuerdos.A1.plazo, motivo: Ley, documento: Res. 1, fecha: 2024-01-01}]\n"
    escrita = re.sub("plazo: .*", "plazo: reservado", escrita) + reserva
    (renglon,) = [r for r in _renglones(con({ACTA: escrita})) if r[0] == "SALUD-2024-03-21-A1"]
    assert renglon[6] == "reservado"


def test_un_texto_hostil_no_sale_de_los_datos() -> None:
    hostil = "</script><script>alert(1)</script> <!-- & '; alert(2) //"
    escrita = re.sub(r"texto: .*", lambda _: f"texto: {json.dumps(hostil)}", leer_base()[ACTA].decode())
    paginas = con({ACTA: escrita})
    assert not re.search("[<>&]", paginas[DATOS])
    (renglon,) = [r for r in _renglones(paginas) if r[0] == "SALUD-2024-03-21-A1"]
    assert renglon[3] == hostil


def test_la_pagina_ejecuta_sus_dos_guiones_y_ninguna_otra_ejecuta_nada() -> None:
    for ruta, texto in sitio("base").items():
        if ruta.endswith(".html"):
            (politica,) = re.findall('Content-Security-Policy" content="(.*?)"', texto)
            assert ("script-src 'self'" in politica) == (ruta == PAGINA), ruta
            assert "unsafe" not in politica, ruta
            assert ("<script" in texto) == (ruta == PAGINA), ruta
    pagina = Pagina(sitio("base")[PAGINA])
    assert [a["src"] for e, a in pagina.etiquetas if e == "script"] == [f"../../{GUION}", f"../../{DATOS}"]


def test_sin_guiones_la_pagina_lleva_a_los_acuerdos_por_mesa_y_por_anio() -> None:
    pagina = Pagina(sitio("base")[PAGINA])
    assert ("div", {"id": "explorador", "hidden": ""}) in pagina.etiquetas
    assert pagina.enlaces.count("../../acuerdos/index.html#mesas") == 2
    assert "../acuerdos/index.md#mesas" in sitio("base")["acuerdos/todos/index.md"]


def test_cada_campo_del_formulario_tiene_su_rotulo() -> None:
    etiquetas = Pagina(sitio("base")[PAGINA]).etiquetas
    rotulos = {a["for"] for e, a in etiquetas if e == "label"}
    assert {a["id"] for e, a in etiquetas if e in ("input", "select")} == rotulos


def test_sin_acuerdos_no_hay_pagina_ni_guiones() -> None:
    paginas = con({ruta: None for ruta in leer_base() if "/actas/" in ruta})
    assert not [ruta for ruta in paginas if ruta.startswith("acuerdos/todos")]


def test_el_guion_no_pasa_de_doscientas_lineas_ni_interpreta_texto() -> None:
    for nombre, lineas in (("acuerdos.js", 200), ("buscar.js", 120)):
        guion = leer_recursos().plantillas[nombre]
        assert len(guion.splitlines()) <= lineas
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?:", guion
        )
