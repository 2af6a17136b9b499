"""Nada que un archivo pueda contener tumba el compilador ni lo cuelga: cada rotura tiene su lugar y su código."""

from __future__ import annotations

import os
import pathlib
import re
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest

from mesgepret import compilador, deposito
from tests.cli.puerta import ejecutar
from tests.conftest import BASE, leer_recursos
from tests.datos_rotos.casos import CASOS, CIFRAS, Caso

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mesgepret.compilador import Revision

SEGUNDOS = 10


def revisar_en(raiz: Path) -> Revision:
    """Lee y revisa una carpeta; si no acaba a tiempo, la prueba falla en vez de colgarse."""
    hechas: list[Revision | BaseException] = []

    def trabajar() -> None:
        try:
            hechas.append(compilador.revisar(deposito.leer_arbol(raiz), leer_recursos()))
        except BaseException as fallo:
            hechas.append(fallo)

    hilo = threading.Thread(target=trabajar, daemon=True)
    hilo.start()
    hilo.join(SEGUNDOS)
    assert hechas, f"no acabó en {SEGUNDOS} segundos"
    if isinstance(hechas[0], BaseException):
        raise hechas[0]
    return hechas[0]


@pytest.fixture
def raiz(tmp_path: Path) -> Iterator[Path]:
    copia = tmp_path / "repositorio"
    shutil.copytree(BASE, copia)
    yield copia
    subprocess.run(["rm", "-rf", copia], check=True)  # `shutil.rmtree` no baja hasta el fondo de las más hondas


def romper(raiz: Path, caso: Caso) -> None:
    archivo = raiz / caso.archivo
    if caso.cambia[0]:
        texto = archivo.read_text("utf-8")
        assert caso.cambia[0] in texto
        archivo.write_text(texto.replace(*caso.cambia), "utf-8")
    if caso.contenido is not None:
        archivo.parent.mkdir(parents=True, exist_ok=True)
        archivo.write_bytes(caso.contenido.encode() if isinstance(caso.contenido, str) else caso.contenido)
    if caso.prepara:
        caso.prepara(raiz)


@pytest.mark.parametrize("caso", CASOS, ids=[c.id for c in CASOS])
def test_cada_rotura_se_dice_en_su_lugar(raiz: Path, caso: Caso) -> None:
    romper(raiz, caso)
    hallazgos = revisar_en(raiz).hallazgos
    assert tuple(f"{h.ubicacion} {h.codigo}" for h in hallazgos) == caso.espera
    if caso.espera:
        primero = hallazgos[0]
        assert primero.mensaje == (caso.dice or primero.mensaje)
        assert caso.ayuda in primero.ayuda
        assert tuple(map(str, primero.otras)) == (caso.otras or tuple(map(str, primero.otras)))


@pytest.mark.parametrize("caso", [c for c in CASOS if c.espera], ids=[c.id for c in CASOS if c.espera])
def test_cada_rotura_sale_con_1_y_el_sitio_queda_octeto_a_octeto(
    raiz: Path, caso: Caso, capsys: pytest.CaptureFixture[str]
) -> None:
    deposito.publicar(raiz / "output", [("index.html", b"el sitio de antes"), ("mesas/index.html", b"entero")])
    romper(raiz, caso)
    antes = {p: p.read_bytes() for p in (raiz / "output").rglob("*") if p.is_file()}
    codigo = ejecutar("construir", "--raiz", str(raiz))
    dicho = capsys.readouterr()
    assert codigo == (1 if (raiz / "mesgepret.yaml").exists() else 2)  # sin raíz no hay repositorio
    dichos = re.findall(r"^(\S.*:\d+:\d+): error ([A-Z]\d{3}): ", dicho.out, re.MULTILINE)
    assert [f"{lugar} {codigo}" for lugar, codigo in dichos] == (list(caso.espera) if codigo == 1 else [])
    assert "Traceback" not in dicho.out + dicho.err
    assert {p: p.read_bytes() for p in (raiz / "output").rglob("*") if p.is_file()} == antes


def test_hay_mas_roturas_que_las_que_se_prometieron() -> None:
    assert len([c for c in CASOS if c.espera]) >= 36
    assert len({c.id for c in CASOS}) == len(CASOS)


def test_el_dia_de_hoy_reservado_es_el_del_reloj(raiz: Path) -> None:
    repositorio = raiz / "mesgepret.yaml"
    repositorio.write_text(repositorio.read_text("utf-8").replace("hoy: 2024-04-10", "hoy: reservado"), "utf-8")
    revision = revisar_en(raiz)
    assert revision.expediente is not None
    assert revision.expediente.hoy.year >= 2024
    assert not [h for h in revision.hallazgos if h.codigo[0] in "LEV"]


def test_un_archivo_sin_permiso_se_dice_y_el_administrador_lo_lee(raiz: Path) -> None:
    (raiz / CIFRAS).chmod(0)
    esperado = [] if os.geteuid() == 0 else [f"{CIFRAS}:1:1 L124"]
    assert [f"{h.ubicacion} {h.codigo}" for h in revisar_en(raiz).hallazgos] == esperado


def test_un_archivo_que_el_disco_no_da_no_rompe_a_nadie_mas(raiz: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def negar(ruta: Path) -> bytes:
        if ruta.name == "2024-02-15.yaml" and ruta.parent.name == "actas":
            raise PermissionError(13, "Permission denied")
        with open(ruta, "rb") as archivo:
            return archivo.read()

    monkeypatch.setattr(pathlib.Path, "read_bytes", negar)
    (hallazgo,) = revisar_en(raiz).hallazgos
    assert f"{hallazgo.ubicacion} {hallazgo.codigo}" == "mesas/salud/actas/2024-02-15.yaml:1:1 L124"
    assert hallazgo.mensaje == "no se puede leer: falta permiso"


def test_una_carpeta_que_no_se_abre_no_rompe_a_nadie_mas(raiz: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    abrir = os.scandir

    def negar(carpeta: Path) -> object:
        if carpeta.name == "actas":
            raise PermissionError(13, "Permission denied")
        return abrir(carpeta)

    monkeypatch.setattr(os, "scandir", negar)
    assert [f"{h.ubicacion} {h.codigo}" for h in revisar_en(raiz).hallazgos] == ["mesas/salud/actas:1:1 L124"]


def test_una_carpeta_que_es_un_archivo_se_dice(raiz: Path) -> None:
    shutil.rmtree(raiz / "mesas")
    (raiz / "mesas").write_bytes(b"")
    (hallazgo,) = revisar_en(raiz).hallazgos
    assert str(hallazgo.ubicacion) == "mesas:1:1"
    assert hallazgo.mensaje == "no se puede leer: no es una carpeta"


def test_un_comentario_tras_el_signo_de_bloque_tambien_se_dice(raiz: Path) -> None:
    (raiz / "mesas/salud/diagnostico.yaml").write_text(
        "resumen: | # nota\n  texto # que se queda\ndesafios: []\n", "utf-8"
    )
    assert [str(h.ubicacion) for h in revisar_en(raiz).hallazgos if h.codigo == "L117"] == [
        "mesas/salud/diagnostico.yaml:1:12"
    ]


def test_los_contactos_de_un_sector_que_no_existe_se_dicen(raiz: Path) -> None:
    archivo = raiz / "privado/contactos/saluda.yaml"
    archivo.parent.mkdir(parents=True)
    archivo.write_text('contactos: [{miembro: nadie, telefonos: ["1"]}]\n', "utf-8")
    hallazgos = compilador.revisar(deposito.leer_arbol(raiz, interno=True), leer_recursos()).hallazgos
    assert [h.codigo for h in hallazgos] == ["V103"]


def test_dos_planes_que_solo_difieren_en_mayusculas_son_el_mismo(raiz: Path) -> None:
    planes = raiz / "mesas/salud/planes"
    for nombre in ("2024-a", "2024-A"):
        (planes / f"{nombre}.yaml").write_bytes((planes / "2024.yaml").read_bytes())
    codigos = [
        f"{h.ubicacion} {h.codigo}" for h in revisar_en(raiz).hallazgos if not h.sobre.endswith(tuple("12345678"))
    ]
    assert codigos == ["mesas/salud/planes/2024-a.yaml:1:1 V102"]
