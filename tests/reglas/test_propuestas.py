"""De una propuesta a lo que la MCR dice: los bordes que las páginas de D no alcanzan."""

from __future__ import annotations

import pytest

from tests.conftest import revisar_sobre_base

ACTA = "mesas/salud/actas/2024-02-15.yaml"
MCR = "mcr/sectoriales/salud.yaml"


def de_d(*cambios: str, resolucion: str = "aprobado", mcr: tuple[str, str] = ("", "")) -> list[str]:
    """Los códigos D de una propuesta por cada cambio, todas resueltas el mismo día en la sesión conjunta."""
    documentos = revisar_sobre_base({}).documentos
    archivos: dict[str, str | bytes | None] = {
        f"mesas/salud/propuestas/p{i}.yaml": (
            f"titulo: Propuesta {i}\ncambios: [{{{cambio}}}]\nmotivo: Se midió\nconsensuada_en: SALUD-2024-02-15\n"
        )
        for i, cambio in enumerate(cambios)
    }
    dichas = "".join(f", {{sobre: SALUD-PR-P{i}, resolucion: {resolucion}}}" for i in range(len(cambios)))
    archivos[ACTA] = documentos[ACTA].decode().replace("resolucion: aprobado}", "resolucion: aprobado}" + dichas)
    archivos[MCR] = documentos[MCR].decode().replace(*mcr) if mcr[0] else documentos[MCR]
    return [h.codigo for h in revisar_sobre_base(archivos).hallazgos if h.codigo[0] == "D"]


@pytest.mark.parametrize(
    "cambio",
    [
        "sobre: SALUD-M1-I1, campo: metas_anuales.2025, de: 88, a: 90",
        "sobre: SALUD-M1-I1, campo: metas_anuales.2025, de: 88, a: 90.0",
        'sobre: SALUD-M1-I1, campo: metas_anuales.2025.valor, de: 88, a: "90"',
        "sobre: SALUD-M1-I1, campo: programacion.2024-T3, a: 83",
        "sobre: SALUD-M1-I1, campo: frecuencia, de: anual, a: Trimestral",
        'sobre: SALUD-M1-I1, campo: definicion, a: "menores de un año  con tres dosis, entre los nacidos vivos"',
        "sobre: SALUD-M1-I1, campo: unidad.codigo, a: porcentaje",
        "sobre: SALUD-M1, campo: indicadores.I1.eslabon, a: resultado",
        "sobre: SALUD-M1-I1, campo: programacion, a: otra cosa",
    ],
)
def test_lo_aprobado_que_la_mcr_dice_no_da_nada_aunque_se_escriba_de_otro_modo(cambio: str) -> None:
    assert de_d(cambio) == []


@pytest.mark.parametrize(
    "cambio",
    [
        "sobre: SALUD-M1-I1, campo: metas_anuales.2025, a: 91",
        "sobre: SALUD-M1-I1, campo: metas_anuales.2027, a: 95",
        "sobre: SALUD-M1-I1, campo: reajustes.2024-T3, a: 80",
        "sobre: SALUD-M9, campo: resultado, a: Que nadie muera de sarampión",
    ],
)
def test_lo_aprobado_que_la_mcr_no_dice_se_dice(cambio: str) -> None:
    assert de_d(cambio) == ["D113"]


def test_de_un_campo_cambiado_dos_veces_cuenta_la_ultima_propuesta_aprobada() -> None:
    antes, despues = (f"sobre: SALUD-M1-I1, campo: metas_anuales.2025, a: {cifra}" for cifra in (91, 90))
    assert de_d(antes, despues) == []
    assert de_d(despues, antes) == ["D113"]


@pytest.mark.parametrize("resolucion", ["rechazado", "devuelto"])
def test_lo_rechazado_o_devuelto_no_puede_estar_ya_en_la_mcr_del_sector(resolucion: str) -> None:
    dicha = "campo: metas_anuales.2025, de: 88, a: 90"
    assert de_d(f"sobre: SALUD-M1-I1, {dicha}", resolucion=resolucion) == ["D114"]
    assert de_d(f"sobre: SALUD-M1-I1, {dicha.replace('88', '90')}", resolucion=resolucion) == []
    institucional = "sobre: SESAL-M1-I1, campo: metas_anuales.2025, de: 88, a: 95"
    assert de_d(institucional, resolucion=resolucion) == []


def test_lo_reservado_en_la_mcr_no_se_acusa() -> None:
    cambio = "sobre: SALUD-M1-I1, campo: frecuencia, a: anual"
    assert de_d(cambio) == ["D113"]
    assert de_d(cambio, mcr=("frecuencia: trimestral\n        eslabon", "frecuencia: reservado\n        eslabon")) == []
