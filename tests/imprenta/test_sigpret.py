"""Las cifras para el SIGPRET: cada una en una sola lista, y ningún texto que una hoja de cálculo ejecute."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from mesgepret.imprenta.sigpret import COLUMNAS, en_csv
from tests.conftest import leer_base
from tests.imprenta.sitio import con, sitio

VACIA = dict.fromkeys(COLUMNAS)


def _leer(texto: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(texto, newline="")))


def _periodos(nombre: str) -> list[str]:
    return sorted(re.findall(r"datos/sigpret/([0-9STM-]+)\.json", "\n".join(sitio(nombre))))


@pytest.mark.parametrize("nombre", ["base", "salud"])
def test_lo_apto_y_lo_no_apto_no_se_tocan_y_el_json_dice_lo_mismo(nombre: str) -> None:
    assert _periodos(nombre)
    for periodo in _periodos(nombre):
        aptas, no_aptas = (_leer(sitio(nombre)[f"datos/sigpret/{periodo}{cola}.csv"]) for cola in ("", "-no-apto"))
        entero = json.loads(sitio(nombre)[f"datos/sigpret/{periodo}.json"])
        assert [f["indicador"] for f in aptas] == [f["indicador"] for f in entero["aptas"]]
        assert [f["indicador"] for f in no_aptas] == [f["indicador"] for f in entero["no_aptas"]]
        assert not [f for f in aptas if f["reparos"]]
        assert not [f for f in no_aptas if not f["reparos"]]
        todos = [f["indicador"] for f in (*aptas, *no_aptas)]
        assert len(todos) == len(set(todos))


def test_una_fila_dice_lo_programado_lo_informado_y_de_donde_sale() -> None:
    fila = next(f for f in _leer(sitio("base")["datos/sigpret/2024-T1.csv"]) if f["indicador"] == "SALUD-M1-I1")
    dicho = {c: fila[c] for c in ("meta", "programado", "informado", "estado", "situacion", "cumplimiento")}
    assert dicho == {
        "meta": "SALUD-M1", "programado": "79", "informado": "79.5", "estado": "definitivo",
        "situacion": "calculado", "cumplimiento": "100.6",
    }  # fmt: skip
    assert fila["evidencia"] == "Boletín del trimestre https://ejemplo.hn/pai"
    assert fila["fecha_corte"] == "2024-03-31"


@pytest.mark.parametrize("texto", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_un_texto_que_parece_formula_se_desarma_en_csv(texto: str) -> None:
    (fila,) = _leer(en_csv([{**VACIA, "nombre": texto}]).decode())
    assert fila["nombre"] == f"'{texto}"


def test_un_numero_negativo_sigue_siendo_un_numero() -> None:
    (fila,) = _leer(en_csv([{**VACIA, "informado": "-27.4", "cumplimiento": "-3.0"}]).decode())
    assert (fila["informado"], fila["cumplimiento"]) == ("-27.4", "-3.0")


def test_el_json_guarda_el_texto_tal_cual() -> None:
    escrita = leer_base()["mcr/avances/2024-T1/sesal.yaml"].decode()
    escrita = escrita.replace("fuente: Sistema logístico", 'fuente: "=cmd()"')
    paginas = con({"mcr/avances/2024-T1/sesal.yaml": escrita})
    filas = json.loads(paginas["datos/sigpret/2024-T1.json"])["aptas"]
    assert ["=cmd()"] in [f["fuente"] for f in filas]
    assert "'=cmd()" in [f["fuente"] for f in _leer(paginas["datos/sigpret/2024-T1.csv"])]


def test_las_lineas_acaban_en_cr_y_lf_aunque_un_texto_traiga_saltos() -> None:
    escrito = en_csv([{**VACIA, "nombre": "dos\nlíneas"}])
    assert escrito.endswith(b"\r\n")
    assert _leer(escrito.decode())[0]["nombre"] == "dos\nlíneas"


def test_lo_que_aun_no_acaba_no_se_envia() -> None:
    assert _periodos("base") == ["2024-T1"]
