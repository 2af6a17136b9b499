"""Dos ramas que hacen lo mismo sin saberlo, fusionadas de verdad: Git no protesta, y mesgepret lo dice en los dos sitios."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.puerta import ejecutar
from tests.historia.git import ACTA, MIEMBROS, Taller

if TYPE_CHECKING:
    from collections.abc import Callable


def en_dos_ramas(taller: Taller, una: Callable[[], object], otra: Callable[[], object]) -> None:
    """Cada cosa en su rama, y las dos juntas sin conflicto."""
    for rama, hacer in (("una", una), ("otra", otra)):
        taller.git("checkout", "-q", "-b", rama, "main")
        hacer()
        taller.confirmar(f"En la rama {rama}")
    taller.git("checkout", "-q", "main")
    for rama in ("una", "otra"):
        taller.git("merge", "-q", "--no-ff", "-m", f"Se integra {rama}", rama)


def hallazgos(taller: Taller, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    ejecutar("revisar", "--raiz", str(taller.datos), "--formato", "json")
    dichos: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["hallazgos"]
    return dichos


def de_dos_sitios(dichos: list[dict[str, Any]], codigo: str) -> list[set[str]]:
    return [
        {h["lugar"]["archivo"], *(o["archivo"] for o in h["otros_lugares"])} for h in dichos if h["codigo"] == codigo
    ]


def sesion(taller: Taller, dia: str, numero: int) -> str:
    archivo = f"mesas/salud/actas/{dia}.yaml"
    texto = (
        taller.leer(ACTA)
        .replace("numero: 2", f"numero: {numero}")
        .replace("SALUD-2024-02-15-A1", "SALUD-2024-03-21-A1")
    )
    taller.anadir(archivo, texto.replace("estado: cumplido, avance: 100", "estado: en_proceso, avance: 10"))
    return archivo


def entre_sesiones(taller: Taller, dia: str, estado: str) -> str:
    archivo = f"mesas/salud/seguimiento/{dia}.yaml"
    taller.anadir(
        archivo,
        f"registra: luis-mejia\nseguimiento:\n  - {{sobre: SALUD-2024-03-21-A1, estado: {estado}, evidencia: [{{titulo: Lista}}]}}\n",
    )
    return archivo


def test_dos_ayudas_memoria_con_el_mismo_numero(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    en_dos_ramas(taller, lambda: sesion(taller, "2024-04-04", 3), lambda: sesion(taller, "2024-04-09", 3))
    assert de_dos_sitios(hallazgos(taller, capsys), "A105") == [
        {"mesas/salud/actas/2024-04-04.yaml", "mesas/salud/actas/2024-04-09.yaml"}
    ]


def test_el_mismo_acuerdo_el_mismo_dia_en_sesion_y_fuera_de_ella(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    en_dos_ramas(
        taller, lambda: sesion(taller, "2024-04-04", 3), lambda: entre_sesiones(taller, "2024-04-04", "cumplido")
    )
    dichos = hallazgos(taller, capsys)
    assert de_dos_sitios(dichos, "S113") == [
        {"mesas/salud/actas/2024-04-04.yaml", "mesas/salud/seguimiento/2024-04-04.yaml"}
    ]
    (contradiccion,) = (h["mensaje"] for h in dichos if h["codigo"] == "S113")
    assert contradiccion == (
        "dos documentos del mismo día dicen cómo va «SALUD-2024-03-21-A1», y «estado» es «en_proceso» y «cumplido»"
    )


def test_uno_lo_cierra_y_otro_sigue_con_el(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    en_dos_ramas(
        taller, lambda: entre_sesiones(taller, "2024-04-04", "cumplido"), lambda: sesion(taller, "2024-04-09", 3)
    )
    assert de_dos_sitios(hallazgos(taller, capsys), "S107") == [
        {"mesas/salud/seguimiento/2024-04-04.yaml", "mesas/salud/actas/2024-04-09.yaml"}
    ]


def test_dos_instituciones_acreditan_con_el_mismo_id_a_dos_personas(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    nueva = "  - {{id: eva-rios, nombre: {}, cargo: Analista, nivel: tecnico, papel: upgret, desde: 2024-04-01}}\n"
    en_dos_ramas(
        taller,
        lambda: taller.anadir(MIEMBROS, nueva.format("Eva Ríos")),
        lambda: taller.anadir("mesas/salud/miembros/arsa.yaml", nueva.format("Evaristo Ríos")),
    )
    assert de_dos_sitios(hallazgos(taller, capsys), "M142") == [{MIEMBROS, "mesas/salud/miembros/arsa.yaml"}]


ORDENES = {"comparar": ["comparar", "HEAD"], "verificar": ["verificar"], "revisores": ["revisores"]}


@pytest.mark.parametrize("orden", ORDENES)
def test_sin_git_se_explica_y_se_sale_con_2(
    orden: str, repositorio: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar(*ORDENES[orden]) == 2
    assert "esta carpeta no está en un repositorio de Git" in capsys.readouterr().err


@pytest.mark.parametrize("orden", ["comparar", "verificar"])
@pytest.mark.parametrize("rama", ["main", "otra-sin-nacer"])
def test_un_repositorio_vacio_o_una_rama_sin_nacer_se_explican(
    orden: str, rama: str, repositorio: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    Taller(repositorio).git("init", "-q", "-b", rama)
    assert ejecutar(*ORDENES[orden]) == 2
    assert "no tiene todavía ninguna confirmación" in capsys.readouterr().err


def test_desde_una_rama_huerfana_se_compara_con_otra_que_si_hay(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    taller.git("checkout", "-q", "--orphan", "huerfana")
    assert ejecutar("comparar", "main", "--raiz", str(taller.raiz)) == 2
    assert "no tiene todavía ninguna confirmación" in capsys.readouterr().err
    taller.confirmar("Otra historia")
    assert ejecutar("comparar", "main", "--raiz", str(taller.raiz)) == 0
    assert "con la que no comparte nada" in capsys.readouterr().out


@pytest.mark.parametrize(
    "nombre", ["no-existe", "HEAD~7", "-x", "--all", "main..otra", "f" * 40, "main:mesgepret.yaml"]
)
def test_una_revision_que_no_hay_se_explica_y_se_sale_con_2(
    nombre: str, taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar("comparar", "--raiz", str(taller.raiz), "--", nombre) == 2
    assert f"no hay ninguna revisión «{nombre}»" in capsys.readouterr().err


def test_a_un_clon_superficial_se_le_dice_como_traer_lo_que_falta(
    taller: Taller, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    taller.git("checkout", "-q", "-b", "cambio")
    sesion(taller, "2024-04-04", 3)
    taller.confirmar("En la rama")
    taller.git("checkout", "-q", "main")
    taller.confirmar("En main")
    clon = Taller(tmp_path / "clon")
    taller.git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{taller.raiz}", str(clon.raiz))
    assert ejecutar("comparar", "origin/main", "origin/cambio", "--raiz", str(clon.raiz)) == 2
    assert "git fetch --unshallow" in capsys.readouterr().err
    assert ejecutar("comparar", "HEAD~1", "--raiz", str(clon.raiz)) == 2
    assert "git fetch --unshallow" in capsys.readouterr().err
    clon.git("fetch", "-q", "--unshallow")
    assert ejecutar("comparar", "origin/main", "origin/cambio", "--raiz", str(clon.raiz)) == 0
    assert "1 acuerdo nuevo" in capsys.readouterr().out
