"""Los informes de avance: lo mismo de cada ámbito, en cada periodo, y ninguna luz sin su palabra."""

from __future__ import annotations

import re
from datetime import date

import pytest

from mesgepret.imprenta.informes import tramo_en_palabras, ventanas
from tests.conftest import revisar_sobre_base
from tests.imprenta.sitio import con, sitio


@pytest.mark.parametrize(
    ("corte", "esperadas"),
    [
        (date(2024, 12, 31), ["2024-T4", "2024-S2", "2024", ""]),
        (date(2024, 6, 30), ["2024-T2", "2024-S1", "2024", ""]),
        (date(2024, 11, 20), ["2024-T3", "2024-S2", "2024", ""]),
        (date(2025, 1, 15), ["2024-T4", "2024-S2", "2024", ""]),
        (date(2024, 2, 29), ["2023-T4", "2023-S2", "2023", ""]),
    ],
    ids=str,
)
def test_se_miran_el_ultimo_trimestre_cerrado_y_el_semestre_y_el_anio_en_que_cae(
    corte: date, esperadas: list[str]
) -> None:
    assert [v.tramo for v in ventanas(corte)] == esperadas


def test_de_un_semestre_en_curso_se_dice_que_es_hasta_el_corte() -> None:
    assert [v.nombre for v in ventanas(date(2024, 9, 30))] == [
        "tercer trimestre de 2024",
        "segundo semestre de 2024, hasta el corte",
        "2024, hasta el corte",
        "desde el principio",
    ]


@pytest.mark.parametrize(
    ("tabla", "reglas"),
    [
        ("diger-2023", ["hasta 60 %", "más de 60 % y hasta 80 %", "más de 80 %"]),
        ("tola-15", ["menos de 85 %", "desde 85 % y hasta 115 %", "más de 115 %"]),
    ],
)
def test_la_regla_de_cada_tramo_se_dice_en_palabras(tabla: str, reglas: list[str]) -> None:
    expediente = revisar_sobre_base({}).expediente
    assert expediente is not None
    semaforo = expediente.semaforos[tabla]
    assert [tramo_en_palabras(tramo, semaforo) for tramo in semaforo.tramos] == reglas


def test_de_una_tabla_de_razon_se_dice_cuantas_veces_la_meta() -> None:
    expediente = revisar_sobre_base({}).expediente
    assert expediente is not None
    semaforo = expediente.semaforos["nl-5-15"]
    assert tramo_en_palabras(semaforo.tramos[2], semaforo) == "desde 0.95 veces la meta y hasta 1.05 veces la meta"


def test_hay_un_informe_por_ambito_y_cada_uno_enumera_sus_metas() -> None:
    paginas = sitio("base")
    for ruta in ("pais", "ejes/eje1", "mesas/salud", "instituciones/sesal", "instituciones/arsa"):
        assert f"informes/{ruta}/index.html" in paginas
    de_la_mesa = paginas["informes/mesas/salud/index.md"].partition("## Meta por meta")[2]
    assert re.findall(r"^\| \[([A-Z]+-M\d)\]", de_la_mesa, re.MULTILINE) == ["SALUD-M1", "ARSA-M1", "SESAL-M1"]
    assert "informes/instituciones/stlcc/index.html" not in paginas


@pytest.mark.parametrize("ruta", ["pais", "ejes/eje2", "ejes/eje2-social", "mesas/salud", "mesas/mercado-laboral"])
def test_cada_fila_de_un_conteo_suma_su_total(ruta: str) -> None:
    filas = re.findall(r"^\|[^|]+((?:\| \d+ )+)\|$", sitio("salud")[f"informes/{ruta}/index.md"], re.MULTILINE)
    assert len(filas) > 4
    for fila in filas:
        *partes, total = map(int, re.findall(r"\d+", fila))
        assert sum(partes) == total > 0


def test_las_ventanas_de_un_ambito_tienen_todas_el_mismo_universo() -> None:
    tabla = sitio("salud")["informes/pais/index.md"].partition("según lo que se mire")[2].partition("**Metas")[0]
    totales = re.findall(r"\| (\d+) \|$", tabla, re.MULTILINE)
    assert len(totales) == 4
    assert len(set(totales)) == 1


def test_una_luz_dice_su_palabra_y_su_color() -> None:
    for ruta, texto in sitio("salud").items():
        if ruta.startswith("informes/") and ruta.endswith(".md"):
            assert not re.search(r"\*\*(?:verde|rojo|amarillo)\*\*", texto), ruta
    assert "**Bajo (rojo)** 36.7 %" in sitio("salud")["informes/mesas/salud/index.md"]


def test_de_una_meta_en_rojo_se_dicen_sus_acuerdos() -> None:
    rojas = sitio("salud")["informes/mesas/salud/index.md"].partition("## En rojo")[2].partition("\n## ")[0]
    assert re.search(r"SALUD-M6.*SALUD-2024-09-19-A4\].*\*\*en proceso\*\*", rojas)


def test_de_una_meta_en_gris_se_dice_por_que() -> None:
    grises = sitio("salud")["informes/mesas/salud/index.md"].partition("## Sin resultado")[2].partition("\n## ")[0]
    assert re.search(r"SALUD-M7\].*\*\*sin meta\*\* \| SALUD-M7-I1: No se halló meta publicada", grises)


def test_lo_que_no_cabe_en_una_pagina_sigue_en_otra() -> None:
    meta = (
        "  - {{id: M{0}, resultado: Meta {0}, contribuye_a: [{{meta: PRES-M1}}], "
        "indicadores: [{{id: I1, nombre: Uno, unidad: {{codigo: cantidad}}}}]}}\n"
    )
    metas = "metas:\n" + "".join(meta.format(n) for n in range(1, 121))
    paginas = con({"mcr/sectoriales/salud.yaml": metas, "mcr/institucionales/arsa.yaml": "metas: []\n",
                   "mcr/institucionales/sesal.yaml": "metas: []\n", "mcr/avances/2024-T1/sesal.yaml": None,
                   "mcr/avances/2024-T1/arsa.yaml": None})  # fmt: skip
    rutas = [f"informes/mesas/salud{parte}/index.md" for parte in ("", "/2", "/3")]
    dichas = [re.findall(r"^\| \[(SALUD-M\d+)\]", paginas[r].partition("## Meta por meta")[2], re.M) for r in rutas]
    assert [len(d) for d in dichas] == [50, 50, 20]
    assert "Página 2 de 3" in paginas[rutas[1]]
    assert max(len(t.encode()) for r, t in paginas.items() if r.startswith("informes/")) < 100_000


def test_el_marco_de_una_mesa_va_del_resultado_al_medio_de_verificacion() -> None:
    marco = sitio("salud")["mesas/energia/marco/index.md"]
    assert "## ENER-M1. Recuperar la energía" in marco
    assert "| Indicador | Unidad | Eslabón | Línea base | 2023 | 2024 | 2025 | 2026 | Medio de verificación |" in marco
    assert re.search(r"Pérdidas de energía en los cuarenta.*\| 41\.6, en 2023 \| \| 39 \| 28 \| 23 \| Balance", marco)


def test_la_programacion_dice_anios_semestres_y_trimestres_con_lo_reajustado() -> None:
    dicha = sitio("salud")["mesas/energia/programacion/index.md"]
    plurianual, _, resto = dicha.partition("## Semestral")
    semestral, _, trimestral = resto.partition("## Trimestral")
    for trozo, cifras in (
        (plurianual, "\\| 39 \\| 28 \\| 23 "),
        (semestral, "38 \\| 39 "),
        (trimestral, "40 .*40.5 \\| 39 "),
    ):
        assert re.search(rf"Pérdidas de energía en los cuarenta.*{cifras}", trozo)


def test_el_camino_de_cada_meta_presidencial_dice_la_luz_de_cada_nivel() -> None:
    hilo = sitio("salud")["informes/trazabilidad/pres-m1/index.md"]
    assert "- **Cómo va:** **Alto (verde)** 106.5 %" in hilo
    assert re.search(r"SESAL-M2\].*\*\*Alto \(verde\)\*\* 99\.1 %.*SALUD-M1-I1", hilo)


def test_una_linea_de_poa_va_al_lado_de_lo_que_la_mcr_espera() -> None:
    poa = sitio("salud")["mesas/salud/poa/2024/arsa/index.md"]
    assert re.search(r"primer trimestre de 2024: 1,400;.*primer trimestre de 2024, 1,400; segundo trimestre", poa)


def test_de_cada_limitante_se_dice_como_van_las_metas_que_frena() -> None:
    dicho = sitio("salud")["informes/limitantes/index.md"]
    assert re.search(r"\[EDU-L3\].*\[EDU-M3\]\([^)]*\): \*\*sin dato\*\*", dicho)


def test_la_calidad_dice_tambien_lo_que_no_se_comprobo() -> None:
    dicha = sitio("salud")["calidad/index.md"].partition("## Lo que no se comprobó")[2]
    for titulo in (
        "Cifras sin evidencia",
        "Cifras sin sus variables",
        "Indicadores sin fórmula",
        "no se pudieron calcular",
    ):
        assert titulo in dicha


def test_un_informe_solicitado_trae_las_cifras_de_su_corte_y_no_las_de_hoy() -> None:
    solicitado = sitio("salud")["mesas/energia/informes/primer-semestre-2024/index.md"]
    assert "Al 30 de junio de 2024, con lo que hoy se sabe: de 19 metas" in solicitado
    assert re.search(r"\[ENER-M1\].*\*\*Bajo \(rojo\)\*\*", solicitado)
    assert "**Medio (amarillo)** 77.2 %" not in solicitado


def test_de_un_corte_que_no_ha_llegado_no_se_dan_cifras() -> None:
    informe = "solicitado_por: La Presidencia\nfecha: 2024-04-01\nalcance: mesa\ncorte: 2024-06-30\n"
    dicho = con({"mesas/salud/informes/uno.yaml": informe})["mesas/salud/informes/uno/index.md"]
    assert "El corte no ha llegado todavía." in dicho
    assert "| Meta |" not in dicho
