"""Los formatos de máquina: cada uno con la forma que su lector espera, y ninguno pierde un hallazgo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesgepret.avisos import DE_MAQUINA, Informe, resumir_paso
from mesgepret.avisos.en_github import CABEN
from mesgepret.diagnostico import Diagnostico, Gravedad, Justificacion, Ubicacion
from tests.conftest import RAIZ, leer_recursos

SARIF = json.loads((Path(__file__).parent / "sarif-2.1.0.schema.json").read_text("utf-8"))
PROPIO = json.loads((RAIZ / "mesgepret/avisos/hallazgos.schema.json").read_text("utf-8"))
LUGAR = Ubicacion("mesas/salud/actas/2024-03-21.yaml", 12, 5)
ERROR = Diagnostico(LUGAR, "V101", "no existe un acuerdo «X-1»", ayuda="revise el id", sobre="X-1")
TARDE = Diagnostico(
    Ubicacion("mesas/educación/convocatorias/2024-05-16.yaml", 4, 18), "C102", "llegó tarde: 3 días | y son 5",
    Gravedad.INCUMPLIMIENTO, "convoque antes", "EDU-2024-05-16", (LUGAR,),
    Justificacion("fue una emergencia", "Ana López", "2024-05-17"),
)  # fmt: skip
ALERTA = Diagnostico(LUGAR, "A103", "sigue en borrador\ndesde hace 9 días, 100 %", Gravedad.ALERTA)


def informe(*hallazgos: Diagnostico, sitio: str = "") -> Informe:
    return Informe(hallazgos, ["mesgepret.yaml", LUGAR.archivo], leer_recursos().paginas, ("salud",), "1.0", sitio)


TODOS = informe(ERROR, TARDE, ALERTA, sitio="https://mesas.ejemplo.hn/")


def test_el_json_tiene_la_forma_publicada_y_todo_lo_que_se_sabe() -> None:
    dicho = json.loads(DE_MAQUINA["json"](TODOS))
    jsonschema.Draft202012Validator.check_schema(PROPIO)
    jsonschema.validate(dicho, PROPIO)
    assert dicho["cuenta"] == {"error": 1, "incumplimiento": 1, "alerta": 1}
    assert dicho["sin_juzgar"] == ["salud"]
    tarde = dicho["hallazgos"][1]
    assert (tarde["nombre"], tarde["sobre"]) == ("convocatoria-tardia", "EDU-2024-05-16")
    assert tarde["otros_lugares"][0]["linea"] == 12
    assert tarde["justificacion"]["autor"] == "Ana López"


def test_el_sarif_vale_contra_su_esquema_con_ayuda_lugares_y_lo_justificado() -> None:
    dicho = json.loads(DE_MAQUINA["sarif"](TODOS))
    jsonschema.Draft4Validator(SARIF).validate(dicho)
    corrida = dicho["runs"][0]
    reglas = {regla["id"]: regla for regla in corrida["tool"]["driver"]["rules"]}
    assert reglas["C102"]["help"]["markdown"].startswith("# C102 · convocatoria-tardia")
    assert reglas["C102"]["helpUri"] == "https://mesas.ejemplo.hn/reglas/c102/"
    assert reglas["C102"]["properties"]["tags"] == ["R81"]
    error, tarde, alerta = corrida["results"]
    assert [r["level"] for r in (error, tarde, alerta)] == ["error", "warning", "note"]
    assert corrida["tool"]["driver"]["rules"][tarde["ruleIndex"]]["id"] == "C102"
    donde = tarde["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert donde == "mesas/educaci%C3%B3n/convocatorias/2024-05-16.yaml"
    assert tarde["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 12
    assert "fue una emergencia" in tarde["suppressions"][0]["justification"]


def test_un_codigo_sin_pagina_no_rompe_el_sarif() -> None:
    dicho = json.loads(DE_MAQUINA["sarif"](Informe([ERROR], [])))
    jsonschema.Draft4Validator(SARIF).validate(dicho)


@pytest.mark.parametrize("formato", ["json", "gitlab", "sarif"])
def test_la_huella_no_cambia_si_el_hallazgo_cambia_de_renglon(formato: str) -> None:
    def huellas(linea: int) -> list[str]:
        movido = Diagnostico(Ubicacion(LUGAR.archivo, linea, 5), "V101", ERROR.mensaje, sobre="X-1")
        dicho = json.loads(DE_MAQUINA[formato](informe(movido, TARDE)))
        if formato == "json":
            return [h["huella"] for h in dicho["hallazgos"]]
        if formato == "gitlab":
            return [h["fingerprint"] for h in dicho]
        return [r["partialFingerprints"]["codigoYCosa/v1"] for r in dicho["runs"][0]["results"]]

    assert huellas(12) == huellas(90)
    assert len(set(huellas(12))) == 2


def test_dos_hallazgos_iguales_de_la_misma_cosa_no_comparten_huella() -> None:
    assert len(set(informe(ERROR, ERROR).huellas())) == 2


def test_gitlab_recibe_severidad_y_lo_justificado_solo_informa() -> None:
    dicho = json.loads(DE_MAQUINA["gitlab"](TODOS))
    assert [h["severity"] for h in dicho] == ["blocker", "info", "minor"]
    assert dicho[0]["location"] == {"path": LUGAR.archivo, "lines": {"begin": 12}}


def test_github_anota_por_gravedad_y_escapa_lo_que_github_leeria() -> None:
    error, tarde, alerta = DE_MAQUINA["github"](TODOS).splitlines()
    assert error.startswith(f"::error file={LUGAR.archivo},line=12,col=5,title=V101 referencia-rota::no existe")
    assert tarde.startswith("::warning file=mesas/educación/")
    assert "%0A" in alerta
    assert "100 %25" in alerta


def test_de_lo_que_github_no_ensena_queda_constancia_en_el_resumen() -> None:
    muchos = [Diagnostico(Ubicacion("a.yaml", n, 1), "V101", f"falta {n}") for n in range(1, 31)]
    assert len(DE_MAQUINA["github"](informe(*muchos)).splitlines()) == CABEN
    resumen = resumir_paso(informe(*muchos, TARDE))
    assert resumen.startswith("### mesgepret: 30 errores, 1 incumplimiento (1 con justificación) y 0 alertas")
    assert all(f"falta {n} |" in resumen for n in range(1, 31))
    assert "3 días \\| y son 5" in resumen  # una barra no parte la tabla
    assert "en salud" in resumen


def test_junit_cuenta_lo_que_falla_y_los_documentos_sin_hallazgos() -> None:
    suite = ElementTree.fromstring(DE_MAQUINA["junit"](TODOS))
    assert {clave: suite.get(clave) for clave in ("tests", "errors", "failures", "skipped")} == {
        "tests": "4", "errors": "1", "failures": "0", "skipped": "2",
    }  # fmt: skip
    assert suite.find("testcase[@classname='mesgepret.yaml']") is not None


def test_github_anota_antes_lo_que_nadie_ha_explicado() -> None:
    nuevo = Diagnostico(Ubicacion("z.yaml"), "C102", "tarde", Gravedad.INCUMPLIMIENTO)
    primera, _ = DE_MAQUINA["github"](informe(TARDE, nuevo)).splitlines()
    assert "file=z.yaml" in primera


def test_las_forjas_ven_el_archivo_desde_su_raiz_aunque_el_repositorio_sea_una_carpeta() -> None:
    suyo = Informe([ERROR, TARDE], [LUGAR.archivo], carpeta="datos/")
    assert "file=datos/mesas/salud" in DE_MAQUINA["github"](suyo)
    assert '"path": "datos/mesas/salud' in DE_MAQUINA["gitlab"](suyo)
    assert DE_MAQUINA["sarif"](suyo).count('"uri": "datos/mesas/') == 3
    assert '"archivo": "mesas/salud' in DE_MAQUINA["json"](suyo)


CUALQUIERA: Any = st.text(max_size=60)


@given(CUALQUIERA, CUALQUIERA, CUALQUIERA)
def test_ningun_texto_rompe_ningun_formato(mensaje: str, ayuda: str, archivo: str) -> None:
    suyo = informe(Diagnostico(Ubicacion(archivo or "a.yaml"), "C102", mensaje or "x", Gravedad.INCUMPLIMIENTO, ayuda))
    json.loads(DE_MAQUINA["json"](suyo))
    json.loads(DE_MAQUINA["gitlab"](suyo))
    json.loads(DE_MAQUINA["sarif"](suyo))
    ElementTree.fromstring(DE_MAQUINA["junit"](suyo))
    assert len(DE_MAQUINA["github"](suyo).split("\n")) == 2
