"""El sitio en disco es uno entero en todo instante, aunque la compilación muera en cualquier paso."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from mesgepret.deposito import Impedimento, publicar
from tests.conftest import RAIZ

if TYPE_CHECKING:
    from pathlib import Path

ARCHIVOS = 8

# El proceso muere, sin despedirse, en la operación de disco número N (las que Python anuncia a sus auditores).
PROGRAMA = """
import os, sys
from pathlib import Path
from mesgepret.deposito import publicar
salida, version, limite = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
cuenta = 0
def vigilar(evento, argumentos):
    global cuenta
    if evento in ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.scandir", "ctypes.dlsym", "shutil.rmtree"):
        cuenta += 1
        if cuenta == limite:
            os._exit(9)
sys.addaudithook(vigilar)
publicar(salida, [(f"carpeta{i % 3}/pagina{i}.html", version.encode()) for i in range(8)])
"""


def _sitio(version: str) -> dict[str, str]:
    return {f"carpeta{i % 3}/pagina{i}.html": version for i in range(ARCHIVOS)}


def _leer(salida: Path) -> dict[str, str]:
    return {
        p.relative_to(salida).as_posix(): p.read_text()
        for p in sorted(salida.rglob("*"))
        if p.is_file() and p.name != ".gitignore"
    }


def _publicar(salida: Path, version: str) -> None:
    publicar(salida, [(ruta, texto.encode()) for ruta, texto in _sitio(version).items()])


def _proceso(salida: Path, version: str, limite: int) -> int:
    orden = [sys.executable, "-c", PROGRAMA, str(salida), version, str(limite)]
    return subprocess.run(orden, cwd=RAIZ, check=False, timeout=60).returncode


def test_muera_en_el_paso_que_muera_queda_un_sitio_entero_y_la_siguiente_va_bien(tmp_path: Path) -> None:
    salida = tmp_path / "output"
    _publicar(salida, "vieja")
    muertes, paso = 0, 1
    while True:
        codigo = _proceso(salida, "nueva", paso)
        visto = _leer(salida)
        assert visto in (_sitio("vieja"), _sitio("nueva")), f"a medias en el paso {paso}"
        if codigo == 0:
            break
        assert codigo == 9
        muertes += 1
        _publicar(salida, "vieja")
        assert _leer(salida) == _sitio("vieja")
        assert sorted(p.name for p in tmp_path.iterdir()) == ["output"]
        paso += 1
    assert muertes > 2 * ARCHIVOS
    assert _leer(salida) == _sitio("nueva")


def test_una_senal_de_muerte_en_plena_escritura_no_toca_el_sitio(tmp_path: Path) -> None:
    salida = tmp_path / "output"
    _publicar(salida, "vieja")
    lento = PROGRAMA.replace(
        "publicar(salida, [", "import time\npublicar(salida, (time.sleep(0.2) or x for x in ["
    ).replace("range(8)])", "range(8)]))")
    proceso = subprocess.Popen([sys.executable, "-c", lento, str(salida), "nueva", "0"], cwd=RAIZ)
    while not (tmp_path / ".output.nueva").exists():
        time.sleep(0.01)
    os.kill(proceso.pid, signal.SIGKILL)
    proceso.wait(timeout=30)
    assert _leer(salida) == _sitio("vieja")
    _publicar(salida, "nueva")
    assert _leer(salida) == _sitio("nueva")


def test_sin_intercambio_atomico_se_enmienda_al_siguiente_comienzo(tmp_path: Path) -> None:
    salida = tmp_path / "output"
    _publicar(salida, "vieja")
    salida.rename(tmp_path / ".output.vieja")  # donde el sistema no intercambia, la muerte puede caer aquí
    _publicar(salida, "nueva")
    assert _leer(salida) == _sitio("nueva")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["output"]


def test_un_fallo_al_componer_no_toca_el_sitio(tmp_path: Path) -> None:
    salida = tmp_path / "output"
    _publicar(salida, "vieja")

    def fallar() -> object:
        yield "a.html", b"nueva"
        raise RuntimeError("defecto")

    with pytest.raises(RuntimeError):
        publicar(salida, fallar())  # type: ignore[arg-type]
    assert _leer(salida) == _sitio("vieja")


def test_no_se_escribe_sobre_una_carpeta_ajena(tmp_path: Path) -> None:
    salida = tmp_path / "documentos"
    salida.mkdir()
    (salida / "tesis.txt").write_text("años de trabajo")
    with pytest.raises(Impedimento, match="mesgepret no escribió"):
        _publicar(salida, "nueva")
    assert (salida / "tesis.txt").read_text() == "años de trabajo"


@pytest.mark.parametrize(
    ("numero", "dicho"),
    [(errno.ENOSPC, "no queda espacio en el disco"), (errno.EROFS, "solo lectura"), (errno.EACCES, "falta permiso")],
)
def test_lo_que_el_disco_no_deja_se_dice_en_espanol(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, numero: int, dicho: str
) -> None:
    def negar(*_: object, **__: object) -> None:
        raise OSError(numero, os.strerror(numero))

    monkeypatch.setattr(type(tmp_path), "mkdir", negar)
    with pytest.raises(Impedimento, match=f"{dicho}$"):
        _publicar(tmp_path / "output", "nueva")


def test_dos_compilaciones_a_la_vez_se_turnan(tmp_path: Path) -> None:
    salida = tmp_path / "output"

    def mientras() -> object:
        with pytest.raises(Impedimento, match="otra compilación"):
            _publicar(salida, "intrusa")
        yield from ((ruta, texto.encode()) for ruta, texto in _sitio("nueva").items())

    publicar(salida, mientras())  # type: ignore[arg-type]
    assert _leer(salida) == _sitio("nueva")


def test_la_carpeta_de_salida_se_ignora_a_si_misma_en_git(tmp_path: Path) -> None:
    _publicar(tmp_path / "output", "nueva")
    assert (tmp_path / "output" / ".gitignore").read_bytes() == (RAIZ / "output" / ".gitignore").read_bytes()
