"""Cada caso de `casos/`, por la orden de verdad, da lo que su `.esperado.yaml` dice, hasta la última cifra publicada."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.cli.puerta import ejecutar
from tests.conftest import RAIZ

CASOS = Path(__file__).parent / "casos"
FORMA = json.loads((RAIZ / "mesgepret/imprenta/resultados.schema.json").read_text("utf-8"))
TODOS = sorted(p.stem for p in CASOS.glob("*.yaml") if not p.name.endswith(".esperado.yaml"))


def corridas() -> list[tuple[str, dict[str, Any]]]:
    """Cada caso con cada una de las maneras en que se corre."""
    return [
        (caso, corrida)
        for caso in TODOS
        for corrida in yaml.safe_load((CASOS / f"{caso}.esperado.yaml").read_text("utf-8"))
    ]


def filas(capsys: pytest.CaptureFixture[str], caso: str, corrida: dict[str, Any]) -> dict[str, dict[str, Any]]:
    argumentos = (str(CASOS / f"{caso}.yaml"), "--formato", "json", *corrida["con"].split())
    assert ejecutar("calcular", *argumentos) == corrida.get("sale", 0)
    dichas = json.loads(capsys.readouterr().out)
    jsonschema.validate(dichas, FORMA)
    return {f"{f['indicador']} {f['periodo']}" if "indicador" in f else f["meta"]: f for f in dichas}


def comparar(fila: dict[str, Any], espera: Any) -> None:
    """`64.1 medio` es lo publicado y su tramo; `sin_dato: porqué`, un estado; y un mapa, lo que la fila ha de contener."""
    if isinstance(espera, dict):
        contiene(fila, espera)
        return
    dicho, _, resto = str(espera).partition(": " if ": " in str(espera) else " ")
    if fila["publicado"] is None:
        assert (fila["estado"], fila["motivo"] or "") == (dicho, resto)
        assert fila["cumplimiento"] is None
        assert fila["semaforo"] is None
    else:
        assert f"{fila['publicado']} {fila['semaforo']['tramo']}" == str(espera)
        assert (fila["estado"], fila["motivo"]) == ("calculado", None)


def contiene(dicho: Any, espera: Any) -> None:
    if isinstance(espera, dict):
        for clave, valor in espera.items():
            contiene(dicho[clave], valor)
    elif isinstance(espera, list):
        assert len(dicho) == len(espera)
        for uno, otro in zip(dicho, espera, strict=True):
            contiene(uno, otro)
    else:
        assert dicho == (str(espera) if isinstance(dicho, str) else espera)


@pytest.mark.parametrize(("caso", "corrida"), corridas(), ids=[f"{c} {e['con']}" for c, e in corridas()])
def test_el_caso_da_lo_esperado(caso: str, corrida: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    dichas = filas(capsys, caso, corrida)
    for clave, espera in corrida["da"].items():
        comparar(dichas[clave], espera)


@pytest.mark.parametrize("caso", TODOS)
def test_de_cada_indicador_de_un_caso_se_espera_algo(caso: str) -> None:
    escrito = yaml.safe_load((CASOS / f"{caso}.yaml").read_text("utf-8"))
    indicadores = {f"{m['id']}-{i['id']}" for m in escrito["metas"] for i in m["indicadores"]}
    esperados = {c.split(" ")[0] for de, corrida in corridas() if de == caso for c in corrida["da"]}
    assert indicadores - esperados == set()


@pytest.mark.parametrize(("caso", "corrida"), corridas(), ids=[f"{c} {e['con']}" for c, e in corridas()])
def test_cada_indicador_y_cada_meta_estan_en_un_solo_estado(
    caso: str, corrida: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    dichas = filas(capsys, caso, corrida)
    escrito = yaml.safe_load((CASOS / f"{caso}.yaml").read_text("utf-8"))
    assert [c for c in dichas if " " not in c] == [m["id"] for m in escrito["metas"]]
    for fila in dichas.values():
        assert (fila["estado"] == "calculado") is (fila["cumplimiento"] is not None) is (fila["motivo"] is None)
        if fila["cumplimiento"] is not None:
            assert Decimal(fila["cumplimiento"]).is_finite()
