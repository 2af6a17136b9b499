"""Las páginas de alertas: cada una en su sitio, con su enlace, y nada que no deba salir de casa."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import leer_base
from tests.imprenta.sitio import con, leido, sitio

ACUERDO = "SALUD-2024-03-21-A1"
VENCIDA = f"acuerdo-vencido:{ACUERDO}:2024-04-01"
VENCE_EN_ABRIL = (
    leer_base()["mesas/salud/actas/2024-03-21.yaml"].decode().replace("plazo: 2024-06-30", "plazo: 2024-04-01")
)
MARZO, ABRIL = "mesas/salud/actas/2024-03-21.yaml", "mesas/salud/actas/2024-04-02.yaml"


@pytest.mark.parametrize("perfil", ["publico", "interno"])
def test_cada_alerta_de_los_datos_tiene_su_ancla_en_su_pagina(perfil: str) -> None:
    paginas = sitio("salud", perfil)
    dichas = json.loads(paginas["alertas/alertas.json"])
    leidas = leido("salud", perfil)
    assert len(dichas) > 100
    for alerta in dichas:
        carpeta, _, ancla = alerta["pagina"].partition("#")
        assert ancla == alerta["alerta"].lower()
        assert ancla in leidas[f"{carpeta}/index.html"].ids


def test_la_cuenta_por_clase_suma_todas_y_ninguna_clase_sale_dos_veces() -> None:
    texto = sitio("salud")["alertas/index.md"]
    tabla = texto.partition("## Por clase")[2].partition("\n## ")[0]
    cuentas = [int(n) for n in re.findall(r"\| (\d+) \|", tabla)]
    assert sum(cuentas) == len(json.loads(sitio("salud")["alertas/alertas.json"]))
    assert f"**{sum(cuentas)} alertas" in texto


def test_una_alerta_dice_que_pasa_de_quien_es_que_hacer_y_donde_se_la_cita() -> None:
    cita = (
        f'estado: definitiva\nnivel: tecnico\nacuerdos: []\nagenda: [{{punto: 1, tema: x, alertas: ["{VENCIDA}"]}}]\n'
    )
    paginas = con({MARZO: VENCE_EN_ABRIL, ABRIL: cita})
    suya = paginas["mesas/salud/alertas/index.md"]
    assert "## Acuerdos vencidos: 1" in suya
    assert "**Qué hacer:** Registre su cumplimiento en el próximo `seguimiento`" in suya
    (fila,) = [linea for linea in suya.splitlines() if VENCIDA in linea]
    for dicho in ("[SESAL](", "1 de abril de 2024", "con 9 días de atraso", "[SALUD-2024-04-02](", "punto 1"):
        assert dicho in fila, dicho
    assert f"alertas/index.md#{VENCIDA.lower()}" in paginas["mesas/salud/actas/2024-04-02/index.md"]
    assert VENCIDA.lower() in paginas["instituciones/sesal/index.md"]
    assert "acuerdo-vencido" not in paginas["instituciones/arsa/index.md"]


def test_una_alerta_que_ya_se_fue_se_sigue_leyendo_donde_se_la_cito() -> None:
    cita = (
        f'estado: definitiva\nnivel: tecnico\nacuerdos: []\nagenda: [{{punto: 1, tema: x, alertas: ["{VENCIDA}"]}}]\n'
    )
    acta = con({ABRIL: cita})["mesas/salud/actas/2024-04-02/index.md"]
    assert VENCIDA in acta
    assert VENCIDA.lower() not in acta


def test_lo_que_mueve_un_borrador_no_sale_de_casa() -> None:
    borrador = (
        "estado: borrador\nnivel: tecnico\nacuerdos: []\n"
        f"seguimiento: [{{sobre: {ACUERDO}, estado: en_proceso, nuevo_plazo: 2024-04-07, motivo: Lluvia}}]\n"
    )
    cambios: dict[str, str | bytes | None] = {MARZO: VENCE_EN_ABRIL, ABRIL: borrador}
    de_casa, de_fuera = con(cambios, "interno"), con(cambios)
    assert f"acuerdo-vencido:{ACUERDO}:2024-04-07" in de_casa["alertas/alertas.json"]
    assert "venció el 2024-04-07" in de_casa["mesas/salud/cumplimiento/index.md"]
    assert VENCIDA in de_fuera["alertas/alertas.json"]
    publicas = {r: t for r, t in de_fuera.items() if not r.startswith("reglas/")}
    assert [ruta for ruta, texto in publicas.items() if "2024-04-07" in texto] == []


def test_sin_alertas_la_pagina_lo_dice() -> None:
    assert "no hay ninguna alerta" in sitio("base")["alertas/index.md"]
    assert json.loads(sitio("base")["alertas/alertas.json"]) == []
