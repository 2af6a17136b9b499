"""CODEOWNERS: quién revisa cada cosa, y si el que hay se quedó atrás."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.puerta import ejecutar
from tests.historia.git import MIEMBROS, Taller
from tests.historia.rama import DE_ARSA

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def con_cuentas(taller: Taller) -> None:
    taller.cambiar(MIEMBROS, "id: luis-mejia,", "id: luis-mejia, forja: '@lmejia',")
    taller.cambiar(DE_ARSA, "id: juan-coto,", "id: juan-coto, forja: equipo/arsa,")


def revisores(taller: Taller, *opciones: str) -> int:
    return ejecutar("revisores", "--raiz", str(taller.datos), *opciones)


def test_cada_renglon_dice_a_quien_se_pide_revision(taller: Taller) -> None:
    con_cuentas(taller)
    assert revisores(taller) == 0
    escrito = (taller.raiz / "CODEOWNERS").read_text("utf-8")
    assert [linea for linea in escrito.splitlines() if linea and linea[0] != "#"] == [
        "/mesas/salud/ @equipo/arsa @lmejia",
        "/mcr/sectoriales/salud.yaml @equipo/arsa @lmejia",
        "/mcr/institucionales/sesal.yaml @lmejia",
        "/mcr/avances/*/sesal.yaml @lmejia",
        "/mesas/*/miembros/sesal.yaml @lmejia",
        "/mcr/institucionales/arsa.yaml @equipo/arsa",
        "/mcr/avances/*/arsa.yaml @equipo/arsa",
        "/mesas/*/miembros/arsa.yaml @equipo/arsa",
    ]


def test_comprobar_sale_con_1_cuando_se_quedo_atras_y_no_escribe(taller: Taller) -> None:
    con_cuentas(taller)
    assert revisores(taller, "--comprobar") == 1
    assert not (taller.raiz / "CODEOWNERS").exists()
    assert revisores(taller) == 0
    assert revisores(taller, "--comprobar") == 0
    taller.cambiar(
        DE_ARSA,
        "recibido: 2024-01-09}, desde: 2024-01-09}\n  - {id: juan-coto",
        "recibido: 2024-01-09}, desde: 2024-01-09, hasta: 2024-04-01}\n  - {id: juan-coto",
    )
    assert revisores(taller, "--comprobar") == 0  # quien salió no tenía cuenta
    taller.cambiar(
        MIEMBROS,
        "recibido: 2024-01-08}, desde: 2024-01-08}\n  - {id: luis",
        "recibido: 2024-01-08}, desde: 2024-01-08, forja: alopez}\n  - {id: luis",
    )
    assert revisores(taller, "--comprobar") == 1


def test_quien_ya_no_esta_acreditado_no_revisa(taller: Taller) -> None:
    con_cuentas(taller)
    assert revisores(taller, "--hoy", "2024-01-01") == 0
    escrito = (taller.raiz / "CODEOWNERS").read_text("utf-8")
    assert "@" not in escrito
    assert "Ninguna acreditación en vigor dice su cuenta" in escrito


def test_un_correo_no_es_una_cuenta(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    taller.cambiar(MIEMBROS, "id: luis-mejia,", "id: luis-mejia, forja: luis@ejemplo.hn,")
    assert ejecutar("revisar", "--raiz", str(taller.datos)) == 1
    assert "«forja»" in capsys.readouterr().out
    assert revisores(taller) == 1
    assert not (taller.raiz / "CODEOWNERS").exists()


def test_no_se_pisa_lo_que_escribio_una_persona(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    (taller.raiz / "CODEOWNERS").write_text("* @jefa\n", "utf-8")
    assert revisores(taller) == 2
    assert "se perdería" in capsys.readouterr().err
    (taller.raiz / "CODEOWNERS").unlink()
    (taller.raiz / ".github").mkdir()
    (taller.raiz / ".github" / "CODEOWNERS").write_text("* @jefa\n", "utf-8")
    assert revisores(taller) == 2
    assert ".github/CODEOWNERS" in capsys.readouterr().err


def test_en_una_subcarpeta_las_rutas_son_las_de_git(taller: Taller, tmp_path: Path) -> None:
    con_cuentas(taller)
    (taller.raiz / "los datos").mkdir()
    for cosa in ("mesgepret.yaml", "mcr", "mesas"):
        (taller.raiz / cosa).rename(taller.raiz / "los datos" / cosa)
    assert revisores(Taller(taller.raiz, "los datos")) == 0
    assert "/los\\ datos/mesas/salud/ @" in (taller.raiz / "CODEOWNERS").read_text("utf-8")
