"""De un corpus a una tabla de razones: todo se mide en la misma corrida, y lo que importa es el cociente.

Uso: `python bench/medir.py [S M L]` (por omisión, S y M). Escribe `bench/RESULTADOS.md`.
Cada medida es un proceso aparte: CPU (usuario + sistema) y memoria máxima las da el sistema al acabar. Lo que se
compara se mide por turnos, varias vueltas, y de cada cosa se toma la menor; lo de L, una sola vez.
"""

from __future__ import annotations

import atexit
import os
import platform
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generar import RAIZ, generar

PYTHON = sys.executable
_BYTECODE = tempfile.mkdtemp(prefix="bench-")
LEER_A_LA_MANERA_COMUN = """
import sys, pathlib, yaml
for ruta in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(ruta.read_bytes(), Loader=yaml.CSafeLoader)
"""
LEER_Y_VALIDAR = """
import sys, pathlib
from mesgepret import compilador, deposito
recursos = deposito.leer_recursos()
compilador._leer_y_validar(deposito.leer_arbol(pathlib.Path(sys.argv[1])), recursos, iter)
"""


class Medida(NamedTuple):
    """Segundos de CPU y MiB de memoria máxima."""

    cpu: float
    memoria: float


@atexit.register
def _limpiar() -> None:
    shutil.rmtree(_BYTECODE, ignore_errors=True)


def medir(*ordenes: tuple[object, ...], veces: int = 3) -> list[Medida]:
    """La menor CPU de cada orden, y su memoria; en vueltas, para que lo que la máquina tarde de más lo paguen todas.

    Con más de una vuelta hay otra antes, que compila y no se cuenta.
    """
    vueltas = [[_una(*orden) for orden in ordenes] for _ in range(veces + (veces > 1))]
    return [min(medidas) for medidas in zip(*vueltas[veces > 1 :], strict=True)]


def _una(*orden: object) -> Medida:
    hijo = os.fork()
    if hijo == 0:
        nada = os.open(os.devnull, os.O_RDWR)
        os.dup2(nada, 1)
        os.dup2(nada, 2)
        os.environ["PYTHONPATH"] = str(RAIZ)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = _BYTECODE  # como en todo uso que no sea el primero: ya compilado
        os.execvp(str(orden[0]), [str(parte) for parte in orden])
    _, estado, uso = os.wait4(hijo, 0)
    if os.waitstatus_to_exitcode(estado) not in (0, 1):
        raise SystemExit(f"falló {orden}")
    return Medida(uso.ru_utime + uso.ru_stime, uso.ru_maxrss / 1024)


def fila(tamano: str, carpeta: Path) -> list[str]:
    """Las razones de un tamaño, ya escritas."""
    generar(tamano, carpeta)
    propio, hugo = carpeta / "mesgepret", carpeta / "hugo"
    actas = len(list(propio.glob("mesas/*/actas/*.yaml")))
    veces = 1 if tamano == "L" else 3
    vacio, comun, leer, revisar = medir(
        (PYTHON, "-c", "import yaml"),
        (PYTHON, "-c", LEER_A_LA_MANERA_COMUN, propio),
        (PYTHON, "-c", LEER_Y_VALIDAR, propio),
        (PYTHON, "-m", "mesgepret", "revisar", "--raiz", propio),
        veces=veces,
    )
    sitios: list[tuple[object, ...]] = [
        (PYTHON, "-m", "mesgepret", "construir", "--raiz", propio, "--salida", carpeta / "sitio")
    ]
    if shutil.which("hugo"):
        sitios.append(("hugo", "--source", hugo, "--destination", carpeta / "de-hugo", "--quiet"))
    construir, *de_hugo = medir(*sitios, veces=1 if tamano == "L" else 2)
    paginas = sum(1 for _ in (carpeta / "sitio").rglob("index.*"))
    shutil.rmtree(carpeta / "sitio")
    base = comun.cpu - vacio.cpu
    celdas = [
        tamano,
        str(actas),
        f"{base:.2f} s",
        f"{(leer.cpu - vacio.cpu) / base:.2f}",
        f"{(revisar.cpu - vacio.cpu) / base:.2f}",
        f"{revisar.memoria:.0f}",
        f"{construir.cpu / paginas * 1e3:.2f}",
        f"{construir.memoria:.0f}",
    ]
    for suyo in de_hugo:
        por_pagina = suyo.cpu / sum(1 for _ in (carpeta / "de-hugo").rglob("index.html"))
        celdas += [f"{por_pagina * 1e3:.2f}", f"{construir.cpu / paginas / por_pagina:.2f}", f"{suyo.memoria:.0f}"]
    return celdas + ["—"] * (len(CABEZA) - len(celdas))


CABEZA = [
    "corpus", "ayudas memoria", "CSafeLoader", "leer + validar", "revisar", "revisar, MiB", "construir, ms/página",
    "construir, MiB", "Hugo, ms/página", "construir / Hugo", "Hugo, MiB",
]  # fmt: skip


def main(tamanos: list[str]) -> None:
    """Mide y escribe la tabla."""
    with tempfile.TemporaryDirectory() as temporal:
        filas = [fila(tamano, Path(temporal) / tamano) for tamano in tamanos]
    ayuda, click = medir(
        (PYTHON, "-c", "from mesgepret.cli import main; main(['--help'])"), (PYTHON, "-c", "import click"), veces=7
    )
    tabla = "\n".join("| " + " | ".join(f) + " |" for f in (CABEZA, ["---"] * len(CABEZA), *filas))
    texto = f"""# Lo que cuesta

Medido el {date.today()} con `python bench/medir.py {" ".join(tamanos)}`: {platform.python_implementation()} \
{platform.python_version()}, {platform.machine()}, {os.cpu_count()} núcleos.

{tabla}

«leer + validar» y «revisar» son veces la CPU con que `yaml.CSafeLoader` lee los mismos archivos, descontado en todos lo
que tarda Python en arrancar con PyYAML. Una página es un archivo HTML o Markdown; la de Hugo, un HTML llano. Lo de L
se mide una vez.
`mesgepret --help` gasta {ayuda.cpu / click.cpu:.2f} veces la CPU de `python -c "import click"`.
"""
    (RAIZ / "bench" / "RESULTADOS.md").write_text(texto, "utf-8")
    print(texto)


if __name__ == "__main__":
    main(sys.argv[1:] or ["S", "M"])
