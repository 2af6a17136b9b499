"""De un número de ayudas memoria a un repositorio de Git con su historia: cada una nace, se corrige, se cierra y se entrega.

Determinista, y de una sola pasada: la escribe `git fast-import`. Uso: `python bench/historia.py CARPETA`.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from generar import RAIZ, _acta, _Llano

if TYPE_CHECKING:
    from collections.abc import Iterator

MESAS = 20
ACTAS = 500
"""Con cuatro confirmaciones cada una, dos mil."""


def generar_historia(destino: Path) -> None:
    """Crea el repositorio en `destino`, con su última revisión en la carpeta."""
    destino.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", "-b", "main", str(destino)], check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=destino, input=b"".join(_pasos()), check=True)
    subprocess.run(["git", "reset", "-q", "--hard", "main"], cwd=destino, check=True)


def _pasos() -> Iterator[bytes]:
    sectores = yaml.safe_load((RAIZ / "mcr" / "sectores.yaml").read_text("utf-8"))["sectores"][:MESAS]
    persona = [f"persona-{i}" for i in range(15)]
    yield _confirmacion(0, "mesgepret.yaml", b"nombre: Historia\n")
    for n in range(ACTAS):
        sector = sectores[n % MESAS]
        dia = date(2022, 10, 3) + timedelta(days=7 * (n // MESAS))
        archivo = f"mesas/{sector['id']}/actas/{dia}.yaml"
        acta = _acta(n // MESAS, dia, sector["sigla"], persona, "")
        entrega = acta.pop("distribucion")
        for k, cambio in enumerate(({"estado": "borrador", "resumen": "Por corregir"}, {"resumen": "Corregido"},
                                    {"estado": "definitiva"}, {"distribucion": entrega})):  # fmt: skip
            acta |= cambio
            texto = yaml.dump(acta, Dumper=_Llano, allow_unicode=True, sort_keys=False, width=118)
            yield _confirmacion(4 * n + k + 1, archivo, texto.encode())


def _confirmacion(paso: int, archivo: str, contenido: bytes) -> bytes:
    asunto = f"Paso {paso}".encode()
    return b"".join([
        b"commit refs/heads/main\n",
        b"committer Ana <ana@ejemplo.hn> %d -0600\n" % (1_664_800_000 + 3600 * paso),
        b"data %d\n%s\n" % (len(asunto), asunto),
        b"M 100644 inline %s\n" % archivo.encode(),
        b"data %d\n%s\n" % (len(contenido), contenido),
    ])  # fmt: skip


if __name__ == "__main__":
    generar_historia(Path(sys.argv[1]))
