"""De un clon recién hecho a su sitio: prepara el entorno una vez y compila. `python3 build.py probar` pasa las pruebas.

Solo usa la biblioteca estándar. Lo que se le diga de más pasa a `mesgepret construir` (o a pytest, tras `probar`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

AQUI = Path(__file__).resolve().parent
ENTORNO = AQUI / ".venv"
PYTHON = ENTORNO / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CERROJO, CERROJO_DE_PRUEBAS = AQUI / "requirements.lock", AQUI / "requirements-pruebas.lock"


def main(argumentos: list[str]) -> int:
    """Prepara lo que falte y ejecuta; devuelve el código de salida."""
    if sys.version_info < (3, 11):
        return decir("mesgepret pide Python 3.11 o posterior, y este es %d.%d." % sys.version_info[:2])
    probar = argumentos[:1] == ["probar"]
    if shutil.which("git") is None:
        if probar:
            return decir("falta Git, que las pruebas usan. Instálelo: https://git-scm.com/downloads")
        print("Aviso: no se encuentra Git. El sitio se compila igual; para guardar y revisar cambios hará falta.")
    fallo = preparar(CERROJO_DE_PRUEBAS if probar else CERROJO)
    if fallo:
        return decir(fallo)
    if probar:
        return ejecutar(PYTHON, "-m", "pytest", *argumentos[1:], cwd=AQUI)
    raiz = [] if any(a == "--raiz" or a.startswith("--raiz=") for a in argumentos) else ["--raiz", AQUI]
    return ejecutar(PYTHON, "-m", "mesgepret", "construir", *raiz, *argumentos)


def preparar(cerrojo: Path) -> str:
    """Deja en .venv lo que el cerrojo dice, si no está ya; devuelve vacío o lo que lo impide."""
    # El de pruebas contiene al otro: quien probó ya puede compilar.
    listos = [c for c in (cerrojo, CERROJO_DE_PRUEBAS) if sello(c).is_file() and sello(c).read_text() == huella(c)]
    if PYTHON.is_file() and listos:
        return ""
    print("Preparando el entorno en .venv (solo la primera vez)...", flush=True)
    if not PYTHON.is_file() and ejecutar(sys.executable, "-m", "venv", "--clear", ENTORNO):
        return (
            "no se pudo crear el entorno: a este Python le falta «venv» o «pip».\n"
            "En Debian o Ubuntu: sudo apt install python3-venv. En otros sistemas, reinstale Python desde python.org."
        )
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if ejecutar(*pip, "--require-hashes", "-r", cerrojo):
        return "pip no pudo instalar las dependencias. Compruebe la conexión a Internet y vuelva a intentarlo."
    if ejecutar(*pip, "--no-deps", "--no-build-isolation", "--editable", AQUI):
        return "pip no pudo instalar mesgepret en .venv. Borre la carpeta .venv y vuelva a intentarlo."
    sello(cerrojo).write_text(huella(cerrojo))
    return ""


def sello(cerrojo: Path) -> Path:
    """Donde se anota qué cerrojo quedó instalado."""
    return ENTORNO / (cerrojo.stem + ".instalado")


def huella(cerrojo: Path) -> str:
    """Lo que, si cambia, obliga a instalar otra vez: el cerrojo, el proyecto, el Python y el lugar."""
    partes = [cerrojo.read_bytes(), (AQUI / "pyproject.toml").read_bytes(), sys.version.encode(), os.fsencode(AQUI)]
    return hashlib.sha256(b"\0".join(partes)).hexdigest()


def ejecutar(*orden: object, cwd: Path | None = None) -> int:
    """Ejecuta y devuelve su código de salida."""
    return subprocess.call([str(parte) for parte in orden], cwd=cwd)


def decir(mensaje: str) -> int:
    """Dice por qué no se puede y devuelve 2."""
    print("Error: " + mensaje, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
