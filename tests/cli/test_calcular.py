"""`calcular`, por la puerta: un archivo de cualquier carpeta, bueno o malo, dicho en texto o en JSON."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.puerta import ejecutar

if TYPE_CHECKING:
    from pathlib import Path

BUENO = """metas:
  - id: M1
    resultado: Ampliar la superficie bajo riego
    indicadores:
      - {id: I1, nombre: Hectáreas bajo riego, unidad: {codigo: cantidad, texto: hectáreas}, frecuencia: semestral,
         sentido: ascendente, avances_son: nivel, meta_anual_es: ultimo, metodo_cumplimiento: razon,
         linea_base: {anio: 2023, valor: 40}, programacion: [{periodo: 2024-S1, valor: 60}, {periodo: 2024-S2, valor: 80}]}
avances:
  - {indicador: M1-I1, periodo: 2024-S1, valor: 45}
  - {indicador: M1-I1, periodo: 2024-S2, valor: 56, fecha_reporte: 2025-01-20}
"""
FICHA = "{id: I1, nombre: A, unidad: {codigo: cantidad}}"


@pytest.fixture
def carpeta(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bueno.yaml").write_text(BUENO, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def calcular(capsys: pytest.CaptureFixture[str], *argumentos: str) -> tuple[int, str, str]:
    codigo = ejecutar("calcular", *argumentos)
    dicho = capsys.readouterr()
    return codigo, dicho.out, dicho.err


@pytest.mark.usefixtures("carpeta")
def test_el_texto_explica_cada_numero(capsys: pytest.CaptureFixture[str]) -> None:
    codigo, dicho, fallos = calcular(capsys, "bueno.yaml", "--hoy", "2025-02-10")
    assert (codigo, fallos) == (0, "")
    assert dicho == (
        "M1-I1 · Hectáreas bajo riego, en hectáreas\n"
        "  método: razón (avance ÷ meta × 100)\n"
        "  primer semestre de 2024: 75.0 %, Medio (amarillo): más de 60 y hasta 80 en la tabla diger-2023\n"
        "    avance: 45; meta: 60\n"
        "    cuenta: 45 ÷ 60 × 100 = 75\n"
        "    el color sería otro con el método brecha cerrada: 25.0 %, Bajo (rojo), hasta 60\n"
        "    el color sería otro con la tabla nl-5-15: Muy por debajo (rojo), menos de 0.85\n"
        "    el color sería otro con la tabla tola-15: Por debajo (rojo), menos de 85\n"
        "  segundo semestre de 2024: 70.0 %, Medio (amarillo): más de 60 y hasta 80 en la tabla diger-2023\n"
        "    avance: 56; meta: 80\n"
        "    cuenta: 56 ÷ 80 × 100 = 70\n"
        "    el color sería otro con el método brecha cerrada: 40.0 %, Bajo (rojo), hasta 60\n"
        "    el color sería otro con la tabla nl-5-15: Muy por debajo (rojo), menos de 0.85\n"
        "    el color sería otro con la tabla tola-15: Por debajo (rojo), menos de 85\n"
        "  camino: hacia la meta de segundo semestre de 2024, aquí pedía 80; va por detrás\n"
        "  tendencia: por la recta de mínimos cuadrados de sus 2 últimas cifras, 56 en segundo semestre de 2024; "
        "no llega a 80\n"
        "\n"
        "M1 · Ampliar la superficie bajo riego\n"
        "  al 10 de febrero de 2025: 70.0 %, Medio (amarillo): más de 60 y hasta 80 en la tabla diger-2023\n"
        "  método: promedio ponderado de sus indicadores\n"
        "  M1-I1, con peso 1: 70.0 %\n"
        "  cuenta: el de M1-I1\n"
        "\n"
        "Los porcentajes se redondean una sola vez, al escribirlos: a un decimal, y la mitad hacia arriba.\n"
        "Tabla diger-2023, que mira el cumplimiento, en porcentaje. Bandas de la evaluación de 2023 de la DIGER, "
        "publicadas por El Heraldo el 11 de marzo de 2024, "
        "http://www.elheraldo.hn/honduras/evaluacion-2023-funcionarios-resultados-ocultos-HP18061688.\n"
        "Tabla nl-5-15, que mira el avance entre la meta: 1 es la meta. Gobierno de Nuevo León (México), ficha técnica "
        "de indicador, 2022.\n"
        "Tabla tola-15, que mira el cumplimiento, en porcentaje. TolaActivity: en camino entre 85 y 115 por ciento de la "
        "meta a la fecha.\n"
    )


@pytest.mark.parametrize(
    ("cambio", "se_lee"),
    [
        (("valor: 56", "valor: 56, corrige: Se midió mal"), "  segundo semestre de 2024: 70.0 %"),
        (("valor: 56", "sin_dato: Se perdió el registro"), "2024: sin dato (Se perdió el registro)"),
        (("valor: 80}", "valor: 0}"), "2024: no calculable (la razón no se calcula con una meta de 0: ha de ser mayor"),
        (("{periodo: 2024-S2, valor: 80}", "{periodo: 2024-S2, no_programado: true}"), "2024: no programado (no se"),
        (("codigo: cantidad", "codigo: cualitativo"), "2024: cualitativo (no se mide con un número)"),
        (
            (", fecha_reporte: 2025-01-20", ", fecha_reporte: 2025-02-11"),
            "2024: sin dato (no se informó ninguna cifra)",
        ),
        (("frecuencia: semestral,", "frecuencia: semestral, rezago_meses: 2,"), "segundo semestre de 2024: 70.0 %"),
        (
            ("razon,", "rango,"),
            "2024: no calculable (el método rango pide un mínimo y un máximo, y la meta no los dice)",
        ),
        (
            (" linea_base: {anio: 2023, valor: 40},", ""),
            "camino: no se calcula (no consta el valor o el año de la línea",
        ),
    ],
    ids=lambda v: v[1] if isinstance(v, tuple) else None,
)
def test_el_gris_dice_su_porque(
    cambio: tuple[str, str], se_lee: str, carpeta: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cambio[0] in BUENO
    (carpeta / "bueno.yaml").write_text(
        BUENO.replace(*cambio).replace("corrige: Se midió mal", "comentario: x"), "utf-8"
    )
    codigo, dicho, _ = calcular(capsys, "bueno.yaml", "--hoy", "2025-02-10")
    assert codigo == 0
    assert se_lee in dicho


def test_una_cifra_corregida_sigue_a_la_vista(carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    otra = "  - {indicador: M1-I1, periodo: 2024-S2, valor: 60, fecha_reporte: 2025-02-01, corrige: Faltaba Olancho}\n"
    (carpeta / "bueno.yaml").write_text(BUENO + otra, "utf-8")
    _, dicho, _ = calcular(capsys, "bueno.yaml", "--hoy", "2025-02-10")
    assert "    avance: 60; meta: 80\n    corrige la cifra anterior: Faltaba Olancho\n" in dicho
    assert "    no cuenta 56, de segundo semestre de 2024: otra posterior la corrige\n" in dicho


@pytest.mark.usefixtures("carpeta")
def test_en_json_la_salida_es_solo_el_json(capsys: pytest.CaptureFixture[str]) -> None:
    codigo, dicho, fallos = calcular(capsys, "bueno.yaml", "--hoy", "2025-02-10", "--formato", "json")
    assert (codigo, fallos) == (0, "")
    filas = json.loads(dicho)
    assert [(f.get("indicador"), f.get("periodo"), f.get("meta"), f["publicado"]) for f in filas] == [
        ("M1-I1", "2024-S1", None, "75.0"), ("M1-I1", "2024-S2", None, "70.0"), (None, None, "M1", "70.0"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("opciones", "publicados"),
    [
        (("--hoy", "2025-02-10"), {"2024-S1": "75.0", "2024-S2": "70.0"}),
        (("--hoy", "2025-02-10", "--corte", "2024-S1"), {"2024-S1": "75.0"}),
        (("--hoy", "2025-02-10", "--corte", "2024-T3"), {"2024-S1": "75.0"}),
        (("--hoy", "2025-02-10", "--corte", "2024"), {"2024-S1": "75.0", "2024-S2": "70.0"}),
        (("--hoy", "2025-01-19"), {"2024-S1": "75.0", "2024-S2": None}),
        (("--corte", "2024-06", "--hoy", "2024-06-30"), {"2024-S1": "75.0"}),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("carpeta")
def test_el_corte_y_el_dia_mandan(
    opciones: tuple[str, ...], publicados: dict[str, str | None], capsys: pytest.CaptureFixture[str]
) -> None:
    codigo, dicho, _ = calcular(capsys, "bueno.yaml", "--formato", "json", *opciones)
    filas: list[dict[str, Any]] = json.loads(dicho)
    assert codigo == 0
    assert {f["periodo"]: f["publicado"] for f in filas if "periodo" in f} == publicados


def con(metas: str, avances: str = "") -> str:
    return f"metas:\n{metas}" + (f"avances:\n{avances}" if avances else "")


META = f"  - id: M1\n    indicadores:\n      - {FICHA}\n"


@pytest.mark.parametrize(
    ("texto", "lugar", "mensaje"),
    [
        ("", "malo.yaml:1:1: error L112", "el archivo está vacío"),
        ("metas: [\n", "malo.yaml:1:8: error L118", "un corchete o una llave sin cerrar"),
        ("hola\n", "malo.yaml:1:1: error E103", "no es un grupo de claves con su valor"),
        ("avances: []\n", "malo.yaml:1:1: error E102", "falta la clave «metas»"),
        (con(META.replace("nombre: A", "nombre: A, titulo: B")), "malo.yaml:4:29: error E101", "la clave «titulo» no existe"),
        (con(META, "  - {indicador: M1-I9, periodo: 2024, valor: 1}\n"), "malo.yaml:6:17: error V101", "«M1-I9»"),
        (
            con(META, "  - {indicador: M1-I1, periodo: 2024-T5, valor: 1}\n"),
            "malo.yaml:6:33: error E105",
            "«2024-T5» no",
        ),
        (con(META, "  - {indicador: M1-I1, periodo: 2024}\n"), "malo.yaml:6:5: error E112", "valor"),
        (con(META, "  - {indicador: M1-I1, periodo: 2024, valor: 1e400}\n"), "malo.yaml:6:46: error L116", "1e400"),
        (con(META, "  - {indicador: M1-I1, periodo: 2024, valor: .inf}\n"), "malo.yaml:6:46: error E103", ".inf"),
        (con(META + META), "malo.yaml:5:9: error V102", "el id «M1» ya está en uso"),
        (con(META.replace(FICHA, f"{FICHA}\n      - {FICHA}")), "malo.yaml:5:14: error V102", "el id «M1-I1» ya está"),
        (con(META + "    contribuye_a: [{meta: M2}]\n"), "malo.yaml:5:27: error V101", "no existe una meta «M2»"),
        (con(META.replace("cantidad}", "cantidad}, semaforo: azul")), "malo.yaml:4:67: error V101", "«azul»"),
        (
            con(META.replace("cantidad}", "cantidad}, metodo_cumplimiento: a_ojo")),
            "malo.yaml:4:78: error E104",
            "«a_ojo»",
        ),
    ],
    ids=[
        "vacío", "YAML sin cerrar", "una palabra", "sin metas", "una clave desconocida", "una cifra de un indicador que no hay",
        "un periodo imposible", "una cifra sin valor", "un número desmesurado", "un infinito", "una meta repetida",
        "un indicador repetido", "contribuye a una meta que no hay", "una tabla que no hay", "un método que no hay",
    ],
)  # fmt: skip
@pytest.mark.parametrize("formato", ["texto", "json"])
def test_un_archivo_malo_sale_con_1_y_en_la_salida_no_hay_nada(
    formato: str, texto: str, lugar: str, mensaje: str, carpeta: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (carpeta / "malo.yaml").write_text(texto, "utf-8")
    codigo, dicho, fallos = calcular(capsys, "malo.yaml", "--formato", formato)
    assert (codigo, dicho) == (1, "")
    assert fallos.startswith(lugar)
    assert mensaje in fallos


def test_lo_que_hace_mala_la_cuenta_se_dice_y_la_cuenta_tambien(
    carpeta: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repetida = "  - {indicador: M1-I1, periodo: 2024-S1, valor: 50}\n"
    (carpeta / "bueno.yaml").write_text(BUENO + repetida, "utf-8")
    codigo, dicho, fallos = calcular(capsys, "bueno.yaml", "--hoy", "2025-02-10")
    assert codigo == 1
    assert "error F110: de «M1-I1» en 2024-S1 hay dos cifras, 45 y 50, y ninguna dice que corrija a la otra" in fallos
    assert "primer semestre de 2024: no calculable (hay varias cifras del periodo" in dicho


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        ((), "Falta el argumento"),
        (("nada.yaml",), "Error: no existe el archivo «nada.yaml»"),
        (("carpeta",), "Error: «carpeta» no es un archivo que se pueda leer"),
        (("tubo",), "Error: «tubo» no es un archivo que se pueda leer"),
        (("roto",), "Error: «roto» no es un archivo que se pueda leer"),
        (
            ("bueno.yaml", "--corte", "2024-T5"),
            "«2024-T5» no es un periodo; se escribe 2024, 2024-S1, 2024-T1 o 2024-01.",
        ),
        (("bueno.yaml", "--hoy", "ayer"), "«ayer» no es un día; se escribe 2024-12-31."),
        (("bueno.yaml", "--corte", "2024", "--hoy", "2024-12-30"), "el periodo 2024 no ha terminado el 2024-12-30"),
        (("bueno.yaml", "--formato", "xml"), "«xml» no está entre"),
        (("bueno.yaml", "otro.yaml"), "sobra un argumento (otro.yaml)"),
    ],
    ids=lambda v: " ".join(v) or "sin archivo" if isinstance(v, tuple) else "",
)
def test_el_mal_uso_sale_con_2_y_en_la_salida_no_hay_nada(
    argumentos: tuple[str, ...], mensaje: str, carpeta: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (carpeta / "carpeta").mkdir()
    os.mkfifo(carpeta / "tubo")
    (carpeta / "roto").symlink_to("no-existe")
    codigo, dicho, fallos = calcular(capsys, *argumentos)
    assert (codigo, dicho) == (2, "")
    assert mensaje in fallos


def test_vale_cualquier_extension_y_un_enlace_a_otra_carpeta(carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (carpeta / "otra").mkdir()
    (carpeta / "bueno.yaml").rename(carpeta / "otra" / "prueba.txt")
    (carpeta / "enlace").symlink_to("otra/prueba.txt")
    for archivo in ("otra/prueba.txt", "enlace"):
        assert calcular(capsys, archivo, "--hoy", "2025-02-10")[0] == 0


@pytest.mark.parametrize("hoy", ["0001-01-01", "0001-12-31", "1900-01-01", "9999-12-31"])
@pytest.mark.parametrize("frecuencia", ["mensual", "trimestral", "anual", "quinquenal"])
def test_ningun_dia_hace_tropezar(hoy: str, frecuencia: str, carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (carpeta / "bueno.yaml").write_text(
        con(META.replace("cantidad}", f"cantidad}}, frecuencia: {frecuencia}")), "utf-8"
    )
    codigo, dicho, fallos = calcular(capsys, "bueno.yaml", "--hoy", hoy)
    assert (codigo, fallos) == (0, "")
    assert "sin meta (la ficha no dice la meta de este periodo)" in dicho


def test_sin_metas_se_dice_que_no_hay_nada_que_calcular(carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (carpeta / "sin.yaml").write_text("metas: []\n", "utf-8")
    assert calcular(capsys, "sin.yaml")[1] == "El archivo no tiene ninguna meta ni ningún indicador que calcular.\n"
    assert calcular(capsys, "sin.yaml", "--formato", "json")[1] == "[]\n"
