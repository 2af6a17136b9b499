"""Un trimestre, un semestre o un año cualquiera: solo lo que cae dentro, y lo que ahí no se mide se dice."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluacion.suelto import evaluado, indicador

TRIMESTRES = ("2024-T1", "2024-T2", "2024-T3", "2024-T4")


def datos(cifras: dict[str, Any], **ficha: Any) -> dict[str, Any]:
    return {
        "metas": [{"id": "M1", "indicadores": [indicador(frecuencia="trimestral", **ficha)]}],
        "avances": [{"indicador": "M1-I1", "periodo": p, "valor": v} for p, v in cifras.items()],
    }


def programar(*valores: int) -> list[dict[str, Any]]:
    return [{"periodo": p, "valor": v} for p, v in zip(TRIMESTRES, valores, strict=True)]


INCREMENTOS = datos(
    dict(zip(TRIMESTRES, (10, 30, 20, 40), strict=True)), avances_son="incremento", meta_anual_es="suma",
    metodo_cumplimiento="a_la_fecha", programacion=programar(40, 40, 40, 40),
)  # fmt: skip
ACUMULADOS = datos(
    dict(zip(TRIMESTRES, (10, 40, 60, 100), strict=True)), avances_son="acumulado", meta_anual_es="suma",
    metodo_cumplimiento="corriente", programacion=programar(40, 40, 40, 40),
)  # fmt: skip
NIVELES = datos(dict(zip(TRIMESTRES, (10, 40, 60, 100), strict=True)), programacion=programar(20, 50, 80, 100))


def ver(datos: dict[str, Any], tramo: str) -> tuple[str, str, str, str]:
    evaluacion, metas = evaluado(datos, tramo)
    r = evaluacion.indicador(metas["M1"].indicadores[0])
    return r.estado, str(r.avance), str(r.meta), str(r.cumplimiento)


@pytest.mark.parametrize(
    ("tramo", "esperado"),
    [
        ("2024-T1", ("calculado", "10", "40", "25")),
        ("2024-T2", ("calculado", "30", "40", "75")),
        ("2024-S1", ("calculado", "40", "80", "50")),
        ("2024-S2", ("calculado", "60", "80", "75")),
        ("2024", ("calculado", "100", "160", "62.5")),
    ],
)
@pytest.mark.parametrize("informado", ["incrementos", "acumulados"])
def test_lo_mismo_informado_de_dos_maneras_da_lo_mismo_en_cada_tramo(
    informado: str, tramo: str, esperado: tuple[str, ...]
) -> None:
    estado, avance, meta, cumplimiento = ver(INCREMENTOS if informado == "incrementos" else ACUMULADOS, tramo)
    assert (estado, avance, meta, cumplimiento.rstrip("0").rstrip(".")) == esperado


@pytest.mark.parametrize(("tramo", "avance"), [("2024-T3", "60"), ("2024-S1", "40"), ("2024", "100")])
def test_de_un_nivel_vale_el_del_final_del_tramo(tramo: str, avance: str) -> None:
    assert ver(NIVELES, tramo)[:2] == ("calculado", avance)


def test_lo_anual_no_se_mide_en_un_trimestre_y_se_dice() -> None:
    anual = {"metas": [{"id": "M1", "indicadores": [indicador()]}], "avances": []}
    evaluacion, metas = evaluado(anual, "2024-T2")
    r = evaluacion.indicador(metas["M1"].indicadores[0])
    assert (r.estado, r.motivo) == ("no_programado", "se mide con frecuencia anual: en este periodo no toca")


def test_lo_anual_si_se_mide_en_el_trimestre_en_que_acaba_el_anio() -> None:
    datos = {
        "metas": [{"id": "M1", "indicadores": [indicador()]}],
        "avances": [{"indicador": "M1-I1", "periodo": "2024", "valor": 50}],
    }
    assert ver(datos, "2024-T4")[:2] == ("calculado", "50")


def test_la_meta_de_un_tramo_junta_lo_de_ese_tramo() -> None:
    evaluacion, metas = evaluado(INCREMENTOS, "2024-S2")
    assert evaluacion.meta(metas["M1"]).cumplimiento == 75
