"""La línea principal, recorrida una vez: desde cuándo es definitiva cada ayuda memoria, y qué le hicieron."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.puerta import ejecutar
from tests.historia.git import ACTA, OTRA, Taller

if TYPE_CHECKING:
    from pathlib import Path

RESERVA = (
    "reservas:\n  - {campo: lugar, motivo: Ley de Transparencia, documento: Resolución 4-2024, fecha: 2024-05-01}\n"
)


def verificar(taller: Taller, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, dict[str, Any]]]:
    salida = ejecutar("verificar", "--raiz", str(taller.datos), "--formato", "json")
    return salida, {acta["archivo"]: acta for acta in json.loads(capsys.readouterr().out)["actas"]}


def test_la_que_nadie_toco_es_definitiva_desde_que_se_cerro(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    primero = taller.git("rev-parse", "HEAD")
    taller.anadir(ACTA, "  - {fecha: 2024-03-26, medio: en mano, destinatarios: [luis-mejia]}\n# y un comentario\n")
    taller.confirmar("Una entrega más")
    salida, actas = verificar(taller, capsys)
    assert salida == 0
    assert actas[ACTA]["intacta"]
    assert actas[ACTA]["definitiva_desde"] == {
        "commit": primero, "fecha": "2024-05-02T09:00:00-06:00", "autor": "Ana López",
    }  # fmt: skip


def test_un_borrador_no_es_definitivo_hasta_que_se_cierra(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    nueva = "mesas/salud/actas/2024-04-04.yaml"
    taller.anadir(nueva, taller.leer(ACTA).replace("estado: definitiva", "estado: borrador"))
    taller.confirmar("Se redacta")
    taller.cambiar(nueva, "cada mes", "cada semana")
    taller.confirmar("Se corrige el borrador")
    taller.cambiar(nueva, "estado: borrador", "estado: definitiva")
    cerrada = taller.confirmar("Se cierra")
    salida, actas = verificar(taller, capsys)
    assert salida == 0
    assert actas[nueva]["definitiva_desde"]["commit"] == cerrada


def test_cambiarla_y_devolverla_deja_una_sola_falta(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    taller.cambiar(ACTA, "2024-06-30", "2024-12-31")
    culpable = taller.confirmar("Se mueve el plazo")
    taller.cambiar(ACTA, "2024-12-31", "2024-06-30")
    taller.confirmar("Se devuelve")
    salida, actas = verificar(taller, capsys)
    assert salida == 1
    assert [(f["codigo"], f["commit"]) for f in actas[ACTA]["faltas"]] == [("H101", culpable)]
    assert actas[OTRA]["intacta"]


def test_reabrirla_cambiarla_y_cerrarla_en_dos_pasos_se_ve(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    taller.cambiar(ACTA, "estado: definitiva", "estado: borrador")
    taller.confirmar("Se reabre")
    taller.cambiar(ACTA, "estado: borrador", "estado: definitiva")
    taller.cambiar(ACTA, "2024-06-30", "2024-12-31")
    taller.confirmar("Se cierra otra vez")
    salida, actas = verificar(taller, capsys)
    assert salida == 1
    assert [f["codigo"] for f in actas[ACTA]["faltas"]] == ["H104", "H101"]


def test_borrarla_y_moverla_se_dicen_aunque_vuelva(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    texto = taller.leer(ACTA)
    taller.borrar(ACTA)
    taller.confirmar("Se borra")
    taller.anadir(ACTA, texto)
    taller.confirmar("Vuelve")
    taller.git("mv", OTRA, "mesas/salud/actas/2024-02-16.yaml")
    taller.confirmar("Cambia de fecha")
    _, actas = verificar(taller, capsys)
    assert [f["codigo"] for f in actas[ACTA]["faltas"]] == ["H102"]
    assert [f["codigo"] for f in actas[OTRA]["faltas"]] == ["H103"]


def test_lo_reservado_por_ley_se_dice_con_los_dos_sellos_y_no_es_falta(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    taller.cambiar(ACTA, "lugar: Sala de la SESAL", "lugar: reservado")
    taller.anadir(ACTA, RESERVA)
    taller.confirmar("Se reserva el lugar")
    salida, actas = verificar(taller, capsys)
    assert salida == 0
    (reserva,) = actas[ACTA]["reservas"]
    assert reserva["campo"] == "lugar"
    assert reserva["autor"] == "Ana López"
    assert reserva["sello"] == actas[ACTA]["sello"] != reserva["sello_antes"]


def test_lo_anterior_a_rige_desde_no_se_mira(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    taller.cambiar(ACTA, "2024-06-30", "2024-12-31")
    desde = taller.confirmar("Se ordena la casa")
    taller.anadir("mesgepret.yaml", f"historia: {{rama: main, rige_desde: {desde}}}\n")
    taller.confirmar("Desde aquí rige")
    salida, actas = verificar(taller, capsys)
    assert salida == 0
    assert actas[ACTA]["definitiva_desde"]["commit"] == desde


def test_una_rama_que_aqui_no_esta_se_mira_por_la_remota_y_si_no_por_la_de_head(
    taller: Taller, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taller.git("clone", "-q", str(taller.raiz), str(tmp_path / "clon"))
    clon = Taller(tmp_path / "clon")
    clon.git("checkout", "-q", "--detach")
    clon.git("branch", "-q", "-D", "main")
    assert ejecutar("verificar", "--raiz", str(clon.raiz)) == 0
    assert "Línea de origin/main" in capsys.readouterr().out
    clon.git("remote", "remove", "origin")
    assert ejecutar("verificar", "--raiz", str(clon.raiz)) == 0
    assert "HEAD, porque aquí no está la rama main" in capsys.readouterr().out


def test_un_clon_superficial_no_pasa_por_no_saber(
    taller: Taller, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taller.confirmar("Otro paso")
    taller.git("clone", "-q", "--depth", "1", f"file://{taller.raiz}", str(tmp_path / "clon"))
    assert ejecutar("verificar", "--raiz", str(tmp_path / "clon")) == 2
    assert "git fetch --unshallow" in capsys.readouterr().err


def test_sin_git_o_sin_ninguna_confirmacion_se_explica(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("verificar") == 2
    assert "no está en un repositorio de Git" in capsys.readouterr().err
    Taller(repositorio).git("init", "-q")
    assert ejecutar("verificar") == 2
    assert "no tiene todavía ninguna confirmación" in capsys.readouterr().err


def test_los_datos_pueden_estar_en_una_subcarpeta_con_tildes(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    dentro = "país ñandú"
    (taller.raiz / dentro).mkdir()
    for cosa in ("mesgepret.yaml", "mcr", "mesas"):
        taller.git("mv", cosa, f"{dentro}/{cosa}")
    movida = taller.confirmar("Todo a una subcarpeta")
    hondo = Taller(taller.raiz, dentro)
    hondo.cambiar(ACTA, "2024-06-30", "2024-12-31")
    culpable = hondo.confirmar("Se mueve el plazo")
    salida, actas = verificar(hondo, capsys)
    assert salida == 1
    assert actas[ACTA]["definitiva_desde"]["commit"] == movida
    assert [(f["codigo"], f["commit"]) for f in actas[ACTA]["faltas"]] == [("H101", culpable)]


@pytest.mark.parametrize("nombre", ["SALUD-2024-03-21", ACTA])
def test_el_sello_es_el_mismo_por_su_id_que_por_su_archivo(
    nombre: str, taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar("sello", nombre, "--raiz", str(taller.raiz)) == 0
    dicho, archivo = capsys.readouterr().out.split()
    assert archivo == ACTA
    _, actas = verificar(taller, capsys)
    assert actas[ACTA]["sello"] == dicho


def test_el_sello_de_lo_que_no_existe_ofrece_lo_mas_parecido(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar("sello", "SALUD-2024-03-22", "--raiz", str(taller.raiz)) == 2
    assert "¿Quiso decir SALUD-2024-03-21?" in capsys.readouterr().err


@pytest.mark.parametrize("como", ["off", "cc", "combined", "remerge", "separate"])
def test_lo_que_una_fusion_trajo_se_ve_diga_lo_que_diga_la_configuracion_de_git(
    como: str, taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    taller.git("checkout", "-q", "-b", "otra")
    taller.cambiar(ACTA, "2024-06-30", "2024-12-31")
    taller.confirmar("Se mueve el plazo")
    taller.git("checkout", "-q", "main")
    taller.git("merge", "-q", "--no-ff", "-m", "Se junta", "otra")
    culpable = taller.git("rev-parse", "HEAD")
    taller.git("config", "log.diffMerges", como)
    taller.git("config", "log.showSignature", "true")
    taller.git("config", "log.follow", "true")
    salida, actas = verificar(taller, capsys)
    assert salida == 1
    assert [(f["codigo"], f["commit"]) for f in actas[ACTA]["faltas"]] == [("H101", culpable)]
