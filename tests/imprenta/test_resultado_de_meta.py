"""La página de una meta dice cómo va, cómo se llegó a su número y qué le ha pasado."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mesgepret.imprenta.historia import historia
from tests.conftest import leer_base, revisar_sobre_base
from tests.imprenta.sitio import con, sitio

ENER = "mcr/metas/ener-m1/index.md"


@pytest.mark.parametrize(
    "dicho",
    [
        "**Medio (amarillo)** 77.2 %\n",
        "(60 × 84.615385 + 40 × 66.111111) ÷ 100 = 77.213675",
        "| 60 | 84.6 | **Alto (verde)** |",
        "promedian, por su lado: **Alto (verde)** 90.1 %",
        "brecha cerrada: (avance − base) ÷ (meta − base) × 100",
        "avance: 39.4; meta: 39; línea base: 41.6",
        "(39.4 − 41.6) ÷ (39 − 41.6) × 100 = 84.615385",
        "publicadas por El Heraldo el 11 de marzo de 2024",
        "medio (amarillo), más de 60 % y hasta 80 %",
        "la mitad, hacia arriba",
        "con el método brecha cerrada y la tabla «En camino dentro del 15 por ciento», 84.6 %: por debajo (rojo)",
        "una recta de la línea base a la meta (23 en 2026) pedía 35.4; el avance se queda atrás",
        "con las 4 últimas cifras (primer trimestre de 2024 a cuarto trimestre de 2024), llegaría a 34.19 en 2026",
        "| tercer trimestre de 2024 | 41 | 40.5 | **Bajo (rojo)** 54.5 % | |",
    ],
)
def test_el_numero_se_explica_a_si_mismo(dicho: str) -> None:
    assert dicho in sitio("salud")[ENER]


def test_un_gris_dice_por_que_y_no_inventa_un_numero() -> None:
    va = sitio("salud")["mcr/metas/salud-m7/index.md"].partition("## Cómo va")[2].partition("\n## ")[0]
    assert "**sin meta**: SALUD-M7-I1: No se halló meta publicada" in va
    assert "%" not in va


def test_lo_que_suman_los_de_abajo_se_pone_al_lado_y_se_dice_si_casa() -> None:
    assert "**casa** dentro del 5 % de tolerancia" in sitio("salud")["mcr/metas/ener-m5/index.md"]


def test_un_reajuste_conserva_la_primera_cifra_y_dice_el_acuerdo() -> None:
    historia_de_ener = sitio("salud")[ENER].partition("## Su historia")[2].partition("\n## ")[0]
    assert "pasó de 36 a 40.5, por el acuerdo [ENER-2024-07-16-A2]" in historia_de_ener


def test_una_correccion_dice_de_que_cifra_a_cual_y_por_que() -> None:
    assert "de 12.2 a 31.6: La ficha dice todo corte" in sitio("salud")["mcr/metas/ener-m2/index.md"]


def test_la_historia_va_por_fecha_y_no_cuenta_lo_que_no_ha_pasado() -> None:
    escrita = leer_base()["mcr/sectoriales/salud.yaml"].decode()
    cambios = (("2024-T2", 80, "2024-04-05"), ("2024-T2", 78, "2024-04-08"), ("2024-T3", 1, "2024-09-01"))
    dichos = ", ".join(f"{{periodo: {p}, valor: {v}, desde: {d}, motivo: m}}" for p, v, d in cambios)
    escrita = escrita.replace("        proyeccion:", f"        reajustes: [{dichos}]\n        proyeccion:")
    expediente = revisar_sobre_base({"mcr/sectoriales/salud.yaml": escrita}).expediente
    assert expediente is not None
    hechos = historia(expediente.metas["SALUD-M1"], expediente.hoy, lambda _: [])
    assert [(h.fecha, h.antes) for h in hechos if h.clase == "reajuste"] == [
        (date(2024, 4, 5), Decimal(81)),
        (date(2024, 4, 8), Decimal(80)),
    ]
    assert [h.fecha for h in hechos] == sorted(h.fecha for h in hechos)


def test_la_portada_cuenta_las_metas_por_eje_y_vertiente_y_el_total_es_el_pais() -> None:
    portada = sitio("salud")["index.md"].partition("## Cómo van las metas")[2].partition("\n## ")[0]
    assert "vertiente social" in portada
    assert "Mesa de" not in portada
    assert "| **[El país](informes/pais/index.md)** |" in portada


def test_la_mesa_y_la_institucion_dicen_la_luz_de_sus_metas() -> None:
    paginas = con({})
    for ruta in ("mesas/salud", "instituciones/sesal"):
        assert "**Alto (verde)** 10" in paginas[f"{ruta}/index.md"]
        assert "[Informe de avance](" in paginas[f"{ruta}/index.md"]
