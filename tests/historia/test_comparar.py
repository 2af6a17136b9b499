"""Dos revisiones de un repositorio de verdad, y lo que de ellas lee el asesor de un ministro."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mesgepret import compilador, deposito
from mesgepret.lectura import leer as leer_de_verdad
from tests.cli.puerta import ejecutar
from tests.conftest import BASE, RAIZ, leer_recursos
from tests.historia.git import ACTA, METAS, Taller
from tests.historia.rama import DE_ARSA, JUNIO, PLAN, trimestre

ESPERADO = Path(__file__).parent / "esperado.md"
ESQUEMA = json.loads((RAIZ / "mesgepret/imprenta/cambios/cambios.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def rama(tmp_path_factory: pytest.TempPathFactory) -> Taller:
    """La rama de un trimestre, que ninguna prueba cambia."""
    raiz = tmp_path_factory.mktemp("rama") / "repositorio"
    shutil.copytree(BASE, raiz)
    taller = Taller(raiz)
    taller.git("init", "-q")
    taller.confirmar("La organización pequeña")
    trimestre(taller)
    return taller


def comparar(
    taller: Taller, capsys: pytest.CaptureFixture[str], *revisiones: str, formato: str = "texto"
) -> tuple[int, str]:
    capsys.readouterr()
    salida = ejecutar("comparar", *revisiones, "--raiz", str(taller.datos), "--formato", formato)
    dicho = capsys.readouterr()
    return salida, dicho.out + dicho.err


def en_json(taller: Taller, capsys: pytest.CaptureFixture[str], *revisiones: str) -> dict[str, Any]:
    dicho: dict[str, Any] = json.loads(comparar(taller, capsys, *revisiones, formato="json")[1])
    jsonschema.validate(dicho, ESQUEMA)
    return dicho


def test_la_rama_de_un_trimestre_se_lee_como_se_espera(
    rama: Taller, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    salida = ejecutar("comparar", "main", "HEAD", "--raiz", str(rama.raiz), "--formato", "md", "--hoy", "2024-07-20")
    escrito = capsys.readouterr().out
    for nombre, huella in (("base", rama.git("merge-base", "main", "HEAD")), ("cabeza", rama.git("rev-parse", "HEAD"))):
        escrito = escrito.replace(huella, nombre * 8).replace(huella[:9], nombre)
    if request.config.getoption("--bendecir"):
        ESPERADO.write_text(escrito, "utf-8")
    assert escrito == ESPERADO.read_text("utf-8"), "si el cambio es querido: python3 build.py probar --bendecir"
    assert salida == 0


def test_el_json_de_la_rama_dice_lo_mismo_con_su_forma(rama: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    ejecutar("comparar", "main", "HEAD", "--raiz", str(rama.raiz), "--formato", "json", "--hoy", "2024-07-20")
    dicho = json.loads(capsys.readouterr().out)
    jsonschema.validate(dicho, ESQUEMA)
    (mesa,) = dicho["mesas"]
    movido = mesa["acuerdos_con_novedades"][0]
    assert movido["plazo"] == {"antes": "2024-07-31", "despues": "2024-09-30", "dias": 61, "reprogramaciones": 2}
    assert [m["por_ciento"] for m in mesa["metas"]] == ["-2.2"]
    assert {c["corregida"] for c in mesa["cifras"]} == {None, "79.5"}


def test_lo_que_main_avanzo_despues_no_es_de_la_rama(rama: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    dicho = en_json(rama, capsys, "main", "junio")
    archivos = {d["archivo"] for mesa in dicho["mesas"] for d in mesa["documentos"]}
    assert JUNIO in archivos
    assert "mesas/salud/convocatorias/2024-05-16.yaml" not in archivos
    assert ACTA not in {archivo for mesa in dicho["mesas"] for archivo in mesa["redaccion"]}


def test_sin_cabeza_se_compara_la_carpeta_de_trabajo_sin_confirmar(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    taller.anadir("mesas/salud/seguimiento/2024-04-05.yaml",
                  "registra: luis-mejia\nseguimiento:\n  - {sobre: SALUD-2024-03-21-A1, estado: en_proceso, avance: 10}\n")  # fmt: skip
    salida, dicho = comparar(taller, capsys, "HEAD")
    assert salida == 0
    assert "hasta la carpeta de trabajo" in dicho
    assert (
        "SALUD-2024-03-21-A1 · Publicar cada mes las existencias de vacunas por región · pasa de pendiente a en proceso"
        in dicho
    )


def test_tocar_lo_definitivo_va_primero_y_sale_con_1(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    taller.cambiar(ACTA, "plazo: 2024-06-30", "plazo: 2024-09-30")
    taller.anadir(ACTA, "firmas:\n  - {miembro: luis-mejia, fecha: 2024-03-25}\n")
    taller.confirmar("Se mueve un plazo sin decirlo")
    salida, dicho = comparar(taller, capsys, "HEAD~1", "HEAD", formato="md")
    assert salida == 1
    assert dicho.index("Lo definitivo se tocó") < dicho.index("Mesa de Salud")
    assert "| H101 | «2024-06-30» pasó a ser «2024-09-30» en una ayuda memoria definitiva | " in dicho
    assert "plazo: del 30 de junio al 30 de septiembre de 2024, 92 días más |" in dicho


def test_si_no_cambia_nada_se_dice_en_una_linea(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    salida, dicho = comparar(taller, capsys, "HEAD")
    assert salida == 0
    assert dicho.count("\n") == 1
    assert dicho.startswith("Nada que decir: no cambia ningún documento.")


def test_los_finales_de_linea_no_son_un_cambio(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    (taller.datos / ACTA).write_bytes(taller.leer(ACTA).replace("\n", "\r\n").encode())
    assert comparar(taller, capsys, "HEAD")[1].startswith("Nada que decir")


def test_lo_que_solo_se_escribe_de_otra_manera_va_plegado(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    taller.cambiar(ACTA, "estado: definitiva", "# La segunda del año\nestado: definitiva")
    taller.cambiar(PLAN, "Proyectar las metas a 2026", "PROYECTAR las metas, a 2026".replace(",", ""))
    _, dicho = comparar(taller, capsys, "HEAD", formato="md")
    assert dicho.startswith("**Nada de fondo: solo cambia cómo se escribe 2 documentos.**")
    assert "<summary>Cambios de redacción (2)</summary>" in dicho
    assert "####" not in dicho


def test_un_numero_con_otro_punto_no_es_redaccion(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    taller.cambiar(PLAN, "Proyectar las metas a 2026", "Proyectar las metas a 20.26")
    (mesa,) = en_json(taller, capsys, "HEAD")["mesas"]
    assert [d["archivo"] for d in mesa["documentos"]] == [PLAN]
    assert mesa["redaccion"] == []


HOSTIL = "Ver @diger, #12, GH-7 y !3; [gratis](https://malo.hn) <img src=x> | otra celda www.malo.hn `a`"


def test_lo_escrito_por_otros_no_manda_en_el_comentario(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    nueva = "mesas/salud/actas/2024-04-04.yaml"
    taller.anadir(nueva, taller.leer(ACTA).replace("numero: 2", "numero: 3"))
    taller.cambiar(nueva, "texto: Publicar cada mes las existencias de vacunas por región", f"texto: '{HOSTIL}'")
    _, dicho = comparar(taller, capsys, "HEAD", formato="md")
    (fila,) = (linea for linea in dicho.splitlines() if "Ver " in linea)
    assert not re.search(r"@\w|#\w|!\w|GH-\d|://|www\.|<(?!/?details|/?summary)|(?<!\\)[`\[\]]", fila)
    assert len(re.findall(r"(?<!\\)\|", fila)) == 5  # cuatro celdas
    assert "Ver" in fila.replace("\u2060", "")


def test_los_enlaces_son_los_de_la_forja_que_dice_la_base(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    taller.anadir("mesgepret.yaml", "sitio: {forja: https://gitlab.com/organizacion/mesas}\n")
    taller.confirmar("La forja")
    taller.cambiar("mesgepret.yaml", "gitlab.com/organizacion", "malo.hn/otra")
    taller.cambiar(METAS, "anio: 2025, valor: 90}", "anio: 2025, valor: 91, aprobada_en: SALUD-2024-03-21}")
    cabeza = taller.confirmar("Otra forja")
    _, dicho = comparar(taller, capsys, "HEAD~1", "HEAD", formato="md")
    assert f"(https://gitlab.com/organizacion/mesas/-/blob/{cabeza}/{METAS}#L" in dicho
    assert "](https://malo.hn" not in dicho
    assert "| 2025 | 90 | 91 | 1.1 % más | SALUD-2024-03-21 |" in dicho


def test_lo_que_no_cabe_en_un_comentario_se_cuenta(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    acuerdos = "".join(
        f"  - {{id: A{n}, texto: {'Revisar ' * 30}, clase: acuerdo, resultado: Queda hecho, responsables: [sesal], plazo: 2024-12-01, punto: 1}}\n"
        for n in range(1, 901)
    )
    taller.anadir("mesas/salud/actas/2024-04-04.yaml", re.sub(
        r"(?s)acuerdos:.*?(?=seguimiento:)", "acuerdos:\n" + acuerdos, taller.leer(ACTA).replace("numero: 2", "numero: 3")
    ))  # fmt: skip
    _, dicho = comparar(taller, capsys, "HEAD", formato="md")
    assert len(dicho) < 60_000
    assert dicho.startswith("**900 acuerdos nuevos")
    ensenados = dicho.count("| SALUD-2024-04-04-A")
    assert f"Y {900 - ensenados} más que aquí no caben." in dicho


def test_de_una_revision_que_hoy_no_vale_se_dice_lo_que_se_puede(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    bueno = taller.leer(DE_ARSA)
    (taller.datos / DE_ARSA).write_text(bueno.replace("nivel: tecnico", "nivel: tecnicos"), "utf-8")
    taller.confirmar("Con una clave que el esquema no admite")
    (taller.datos / DE_ARSA).write_text(bueno, "utf-8")
    taller.anadir("mesas/salud/actas/2024-04-04.yaml", taller.leer(ACTA).replace("numero: 2", "numero: 3"))
    taller.confirmar("Corregida, y una sesión más")
    (mesa,) = en_json(taller, capsys, "HEAD~1", "HEAD")["mesas"]
    assert mesa["a_ciegas"]
    assert [a["id"] for a in mesa["acuerdos_nuevos"]] == ["SALUD-2024-04-04-A1"]
    assert mesa["miembros_que_entran"] == []
    assert {
        d["archivo"]: [(c["campo"], c["antes"], c["despues"]) for c in d["cambios"]] for d in mesa["documentos"]
    } == {
        "mesas/salud/actas/2024-04-04.yaml": [],
        DE_ARSA: [("acreditaciones.juan-coto.nivel", "tecnicos", "tecnico")],
    }


def test_de_una_revision_que_ni_se_enlaza_tambien(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    bueno = taller.leer("mcr/sectores.yaml")
    (taller.datos / "mcr/sectores.yaml").write_text("sectores: [", "utf-8")
    taller.confirmar("Los sectores no se leen")
    (taller.datos / "mcr/sectores.yaml").write_text(bueno, "utf-8")
    taller.cambiar(ACTA, "2024-06-30", "2024-09-30")
    taller.confirmar("Se arregla, y se toca un acta")
    salida, dicho = comparar(taller, capsys, "HEAD~1", "HEAD")
    assert salida == 1
    assert "antes no se podía leer" in dicho
    assert "H101" in dicho


def test_lo_anterior_a_la_vigencia_se_dice_y_no_se_acusa(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    taller.cambiar(ACTA, "plazo: 2024-06-30", "plazo: 2024-07-15")
    rige = taller.confirmar("Antes de que rija")
    taller.cambiar(ACTA, "plazo: 2024-07-15", "plazo: 2024-07-31")
    taller.confirmar("Después")
    taller.git("checkout", "-q", "-b", "vieja", "HEAD~2")
    taller.anadir("mesgepret.yaml", f"historia: {{rama: main, rige_desde: {rige}}}\n")
    taller.confirmar("Rige desde entonces")
    taller.git("checkout", "-q", "main")
    taller.git("merge", "-q", "--no-ff", "-m", "Se integra la vigencia", "vieja")
    antes, despues = "vieja", "main"
    salida, dicho = comparar(taller, capsys, antes, despues)
    assert salida == 1
    assert "«2024-07-15» pasó a ser «2024-07-31»" in dicho
    taller.git("reset", "-q", "--hard", "HEAD^1~1")
    taller.git("merge", "-q", "--no-ff", "-m", "Sin el cambio de después", "vieja")
    assert comparar(taller, capsys, antes, "main")[0] == 0


def test_cada_documento_que_es_el_mismo_se_lee_una_vez(taller: Taller, monkeypatch: pytest.MonkeyPatch) -> None:
    taller.cambiar(PLAN, "Proyectar las metas a 2026", "Proyectar las metas a 2027")
    leidos: list[str] = []

    def contar(archivo: str, contenido: bytes, revision: str = "") -> Any:
        leidos.append(archivo)
        return leer_de_verdad(archivo, contenido, revision)

    monkeypatch.setattr(compilador, "leer", contar)
    hecha = compilador.comparar(deposito.Git(taller.datos), leer_recursos(), "HEAD")
    assert [d.archivo for c in hecha.cambios for d in c.documentos] == [PLAN]
    assert sorted(a for a in leidos if leidos.count(a) > 1) == [PLAN, PLAN]


def test_lo_que_se_comparte_entre_revisiones_no_cambia_lo_que_se_halla() -> None:
    pais, recursos = deposito.leer_arbol(RAIZ), leer_recursos()
    comun = compilador.Compartido()
    compilador.revisar(pais, recursos, comun=comun)
    acta = "mesas/salud/actas/2024-07-18.yaml"
    sin_un_acta = deposito.Arbol(
        {archivo: contenido for archivo, contenido in pais.archivos.items() if archivo != acta}
    )
    con_lo_comun = compilador.revisar(sin_un_acta, recursos, comun=comun)
    assert len(pais.archivos) == len(sin_un_acta.archivos) + 1
    assert con_lo_comun.hallazgos == compilador.revisar(sin_un_acta, recursos).hallazgos


@pytest.fixture
def con_tildes(taller: Taller, tmp_path: Path) -> Taller:
    """Los datos en una subcarpeta de nombre difícil, en otra carpeta de trabajo y sin rama."""
    datos = taller.raiz / "las mesas de Educación"
    datos.mkdir()
    for cosa in ("mesgepret.yaml", "mcr", "mesas"):
        (taller.raiz / cosa).rename(datos / cosa)
    taller.confirmar("A una subcarpeta")
    taller.git("worktree", "add", "-q", "--detach", str(tmp_path / "otra"))
    return Taller(tmp_path / "otra", "las mesas de Educación")


def test_en_una_subcarpeta_de_otra_carpeta_de_trabajo_y_sin_rama(
    con_tildes: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    con_tildes.cambiar(ACTA, "plazo: 2024-06-30", "plazo: 2024-07-15")
    con_tildes.confirmar("Un plazo")
    dicho = en_json(con_tildes, capsys, "main", "HEAD")
    assert [(f["codigo"], f["lugar"]["archivo"]) for f in dicho["definitivo"]] == [("H101", ACTA)]


def test_un_borrador_se_dice_que_lo_es_y_lo_que_se_le_quita(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    nueva = "mesas/salud/actas/2024-04-04.yaml"
    taller.anadir(nueva, taller.leer(ACTA).replace("numero: 2", "numero: 3").replace("definitiva", "borrador"))
    taller.confirmar("Un borrador")
    assert (
        "Publicar cada mes las existencias de vacunas por región (en borrador)" in comparar(taller, capsys, "HEAD~1")[1]
    )
    taller.cambiar(
        nueva,
        taller.leer(nueva)[taller.leer(nueva).index("acuerdos:") : taller.leer(nueva).index("seguimiento:")],
        "acuerdos: []\n",
    )
    _, dicho = comparar(taller, capsys, "HEAD")
    assert "Acuerdos que ya no están en un borrador (1)" in dicho
    taller.cambiar(nueva, "estado: borrador", "estado: definitiva")
    assert f"{nueva} · quedó definitiva" in comparar(taller, capsys, "HEAD")[1]


def test_un_documento_que_cambia_de_nombre_se_dice_con_el_de_antes(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    taller.git("mv", "mesas/salud/convocatorias/2024-03-21.yaml", "mesas/salud/convocatorias/2024-03-22.yaml")
    (mesa,) = en_json(taller, capsys, "HEAD")["mesas"]
    (documento,) = mesa["documentos"]
    assert (documento["que"], documento["antes"]) == ("movido", "mesas/salud/convocatorias/2024-03-21.yaml")
