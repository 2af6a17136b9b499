"""De un corpus a una tabla de razones: todo se mide en la misma corrida, y lo que importa es el cociente.

Uso: `python bench/medir.py [S M L historia]` (por omisión, S, M y la historia). Escribe `bench/RESULTADOS.md`; lo que no se
mide queda como estaba.
Cada medida es un proceso aparte: CPU (usuario + sistema) y memoria máxima las da el sistema al acabar. Lo que se
compara se mide por turnos, varias vueltas, y de cada cosa se toma la menor; lo de L, una sola vez.
"""

from __future__ import annotations

import atexit
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generar import RAIZ, generar
from historia import generar_historia

from mesgepret.deposito import programa_de_busqueda

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


LEER_CADA_VERSION = """
import subprocess, sys, yaml
git = ["git", "-C", sys.argv[1]]
pasos = subprocess.run([*git, "log", "--raw", "--no-abbrev", "--", "mesas"], capture_output=True, text=True).stdout
versiones = dict.fromkeys(linea.split()[3] for linea in pasos.splitlines() if linea.startswith(":"))
dicho = subprocess.run([*git, "cat-file", "--batch"], input="\\n".join(versiones).encode(), capture_output=True).stdout
lugar = 0
while lugar < len(dicho):
    fin = dicho.index(b"\\n", lugar)
    octetos = int(dicho[lugar:fin].split()[2])
    yaml.load(dicho[fin + 1 : fin + 1 + octetos], Loader=yaml.CSafeLoader)
    lugar = fin + octetos + 2
"""
"""`git log --raw -- mesas`, y cada versión de cada documento leída una vez a la manera común."""


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
    con_indice = (PYTHON, "-m", "mesgepret", "construir", "--raiz", propio, "--salida", carpeta / "sitio")
    sitios: list[tuple[object, ...]] = [(*con_indice, "--sin-buscador")]
    if shutil.which("hugo"):
        sitios.append(("hugo", "--source", hugo, "--destination", carpeta / "de-hugo", "--quiet"))
    construir, *de_hugo = medir(*sitios, veces=1 if tamano == "L" else 2)
    paginas = sum(1 for _ in (carpeta / "sitio").rglob("index.*"))
    (indexar,) = medir(con_indice, veces=1) if programa_de_busqueda() else [construir]
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
        f"{(indexar.cpu - construir.cpu) / indexar.cpu:.0%}".replace("%", " %"),
    ]
    for suyo in de_hugo:
        por_pagina = suyo.cpu / sum(1 for _ in (carpeta / "de-hugo").rglob("index.html"))
        celdas += [f"{por_pagina * 1e3:.2f}", f"{construir.cpu / paginas / por_pagina:.2f}", f"{suyo.memoria:.0f}"]
    return celdas + ["—"] * (len(CABEZA) - len(celdas))


CABEZA = [
    "corpus", "ayudas memoria", "CSafeLoader", "leer + validar", "revisar", "revisar, MiB", "construir, ms/página",
    "construir, MiB", "del índice", "Hugo, ms/página", "construir / Hugo", "Hugo, MiB",
]  # fmt: skip


def de_la_historia(carpeta: Path) -> str:
    """Cuánto más que revisar cuesta comparar, y cuánto más que leer la historia cuesta verificarla."""
    generar("M", carpeta / "M")
    propio = carpeta / "M" / "mesgepret"
    quien = ("-c", "user.name=bench", "-c", "user.email=bench@ejemplo.hn")
    for orden in (("init", "-q"), ("add", "-A"), (*quien, "commit", "-q", "-m", "El corpus")):
        subprocess.run(["git", *orden], cwd=propio, check=True)
    plan = propio / "mesas" / "salud" / "planes" / "2022-2024.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Actividad 3", "Otra actividad"), "utf-8")
    historia = carpeta / "historia"
    generar_historia(historia)
    revisar, comparar, leer, verificar = medir(
        (PYTHON, "-m", "mesgepret", "revisar", "--raiz", propio),
        (PYTHON, "-m", "mesgepret", "comparar", "HEAD", "--raiz", propio),
        (PYTHON, "-c", LEER_CADA_VERSION, historia),
        (PYTHON, "-m", "mesgepret", "verificar", "--raiz", historia),
    )
    return f"""{HISTORIA}

| orden | CPU | de lo que se compara | razón | ha de ser |
| --- | --- | --- | --- | --- |
| `comparar HEAD`, con un documento de M cambiado | {comparar.cpu:.2f} s | `revisar` M, {revisar.cpu:.2f} s \
| {comparar.cpu / revisar.cpu:.2f} | ≤ 1.5 |
| `verificar`, 2 000 confirmaciones y 500 ayudas memoria | {verificar.cpu:.2f} s | leer la historia, {leer.cpu:.2f} s \
| {verificar.cpu / leer.cpu:.2f} | ≤ 3 |

«leer la historia» es `git log --raw -- mesas` y leer una vez cada versión de cada documento con `yaml.CSafeLoader`. Medido el
{date.today()}, por turnos, tres vueltas.
"""


HISTORIA = "## La historia en Git"
RESULTADOS = RAIZ / "bench" / "RESULTADOS.md"


def main(pedido: list[str]) -> None:
    """Mide lo pedido y escribe cada parte en su sitio."""
    escrito = RESULTADOS.read_text("utf-8") if RESULTADOS.exists() else ""
    primera = escrito.partition(HISTORIA)[0]
    tamanos = [uno for uno in pedido if uno != "historia"]
    with tempfile.TemporaryDirectory() as temporal:
        historia = de_la_historia(Path(temporal)) if "historia" in pedido else escrito.removeprefix(primera)
        if tamanos:
            primera = de_los_tamanos(tamanos, Path(temporal)) + "\n"
    texto = f"{primera.rstrip()}\n\n{historia}".rstrip() + "\n"
    RESULTADOS.write_text(texto, "utf-8")
    print(texto)


def de_los_tamanos(tamanos: list[str], temporal: Path) -> str:
    """La tabla de los corpus."""
    filas = [fila(tamano, temporal / tamano) for tamano in tamanos]
    ayuda, click = medir(
        (PYTHON, "-c", "from mesgepret.cli import main; main(['--help'])"), (PYTHON, "-c", "import click"), veces=7
    )
    tabla = "\n".join("| " + " | ".join(f) + " |" for f in (CABEZA, ["---"] * len(CABEZA), *filas))
    return f"""# Lo que cuesta

Medido el {date.today()} con `python bench/medir.py {" ".join(tamanos)}`: {platform.python_implementation()} \
{platform.python_version()}, {platform.machine()}, {os.cpu_count()} núcleos.

{tabla}

«leer + validar» y «revisar» son veces la CPU con que `yaml.CSafeLoader` lee los mismos archivos, descontado en todos lo
que tarda Python en arrancar con PyYAML. Una página es un archivo HTML o Markdown; la de Hugo, un HTML llano. Lo de L
se mide una vez. «construir» es con `--sin-buscador`; «del índice», la parte de la CPU que pone Pagefind cuando el sitio
lleva además su índice de búsqueda, medida una vez.
`mesgepret --help` gasta {ayuda.cpu / click.cpu:.2f} veces la CPU de `python -c "import click"`.
"""


if __name__ == "__main__":
    main(sys.argv[1:] or ["S", "M", "historia"])
