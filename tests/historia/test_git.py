"""Lo que se le pregunta a Git, en repositorios raros o dañados: se responde bien o se explica por qué no se puede."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mesgepret.deposito import Git, Impedimento
from tests.cli.puerta import ejecutar
from tests.historia.git import ACTA, OTRA, Taller

if TYPE_CHECKING:
    from pathlib import Path

HOSTILES = ["raro\x02asunto", "\x01\x02\x02\x02", ":000000 100644 0 0 A", "a\n\n:0 b\n\x1e"]


@pytest.mark.parametrize("hostil", HOSTILES)
def test_lo_que_alguien_escribe_en_una_confirmacion_no_descuadra_los_pasos(hostil: str, taller: Taller) -> None:
    primero = taller.git("rev-parse", "HEAD")
    taller.cambiar(ACTA, "2024-06-30", "2024-12-31")
    taller.git("add", "-A")
    autor = f"Ana {hostil} López"
    taller.git("commit", "-q", "-m", hostil, f"--author={autor} <a@ejemplo.hn>")
    raro = taller.git("rev-parse", "HEAD")
    taller.cambiar(OTRA, "Sala", "Salón")
    ultimo = taller.confirmar("Otra")
    git = Git(taller.datos)
    pasos = git.pasos(ultimo)
    assert [p.commit for p in pasos] == [primero, raro, ultimo]
    assert [[t.archivo for t in p.toques] for p in pasos[1:]] == [[ACTA], [OTRA]]
    assert pasos[1].autor == autor.replace("\n", "")
    desde = git.pasos(ultimo, raro)
    assert [p.commit for p in desde] == [raro, ultimo]
    assert ACTA in {t.archivo for t in desde[0].toques}


def test_una_confirmacion_sin_documentos_es_un_paso_sin_toques(taller: Taller) -> None:
    taller.anadir("LEEME.txt", "Hola\n")
    taller.confirmar("Nada que importe")
    assert [bool(p.toques) for p in Git(taller.datos).pasos("HEAD")] == [True, False]


@pytest.mark.parametrize("patron", [ACTA.replace("03-21", "04-*"), "mesas/salud/notas/", "*.yaml"])
def test_un_documento_que_git_no_mira_tambien_esta_sin_confirmar(patron: str, taller: Taller) -> None:
    taller.anadir(".gitignore", f"{patron}\noutput/\n")
    taller.confirmar("Se deja fuera")
    taller.anadir("output/mesas/salud.yaml", "no es documento\n")
    assert not Git(taller.datos).sin_confirmar
    nuevo = "mesas/salud/notas/2024.yaml" if "notas" in patron else "mesas/salud/actas/2024-04-04.yaml"
    taller.anadir(nuevo, "mesa: salud\n")
    assert Git(taller.datos).sin_confirmar


def _danar_el_indice(taller: Taller) -> None:
    (taller.raiz / ".git/index").write_bytes(b"esto no es un indice")


def test_con_el_indice_danado_se_construye_igual_y_se_dice_por_que_no_hay_historia(
    tmp_path: Path, taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    _danar_el_indice(taller)
    salida = tmp_path / "sitio"
    assert ejecutar("construir", "--sin-buscador", "--raiz", str(taller.datos), "--salida", str(salida)) == 0
    dicho = capsys.readouterr().out
    assert "Sin historia en las páginas: el índice de Git (.git/index) está dañado; bórrelo y" in dicho
    assert (salida / "index.html").is_file()


def test_si_falta_un_objeto_se_explica_y_no_revienta(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    arbol = taller.git("rev-parse", "HEAD^{tree}")
    (taller.raiz / ".git/objects" / arbol[:2] / arbol[2:]).unlink()
    assert ejecutar("verificar", "--raiz", str(taller.datos)) == 2
    dicho = capsys.readouterr().err
    assert "Error: el repositorio de Git está dañado; git fsck dice qué le falta" in dicho
    with pytest.raises(Impedimento, match="git fsck"):
        Git(taller.datos).pasos("HEAD")


def test_un_clon_parcial_sin_su_remoto_lo_dice(taller: Taller, tmp_path: Path) -> None:
    taller.cambiar(ACTA, "2024-06-30", "2024-12-31")
    taller.confirmar("Se mueve")
    taller.git("config", "uploadpack.allowFilter", "true")
    copia = tmp_path / "copia"
    taller.git("clone", "-q", "--no-checkout", "--filter=tree:0", taller.raiz.as_uri(), str(copia))
    taller.raiz.rename(tmp_path / "ya no está")
    git = Git(copia)
    with pytest.raises(Impedimento, match="a este clon le faltan objetos"):
        git.pasos("HEAD")
    with pytest.raises(Impedimento, match="a este clon le faltan objetos"):
        git.objetos("HEAD")
