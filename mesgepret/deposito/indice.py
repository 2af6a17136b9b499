"""De un sitio ya escrito a su índice de búsqueda: lo hace Pagefind, y aquí se le quita lo que cambiaría cada vez."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
from typing import TYPE_CHECKING

from mesgepret.deposito.entorno import Impedimento

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LUGAR = "buscar/pagefind"
"""Dónde se deja, dentro del sitio: junto a la página que lo usa."""

_FIRMA = b"pagefind_dcd"  # con ella empieza lo que ya no está comprimido
_SOBRAN = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")  # sus formularios: el sitio tiene el suyo
_NO_SE_ENTIENDE = "el índice de búsqueda no es como se esperaba; instale la versión de pagefind-bin que pide mesgepret"


def programa_de_busqueda() -> str:
    """Dónde está el programa que hace el índice; vacío si no se instaló (extra «buscador»)."""
    try:
        from pagefind_bin import get_executable
    except ImportError:
        return ""
    try:
        return str(get_executable())
    except FileNotFoundError:
        return ""


def indexar(sitio: Path, programa: str) -> None:
    """Añade a un sitio su índice. Lanza `Impedimento` si el programa falla. El mismo sitio da los mismos octetos."""
    destino = sitio / LUGAR
    orden = [programa, "--site", str(sitio), "--output-path", str(destino), "--force-language", "es",
             "--exclude-selectors", "svg,nav,.del-documento", "--keep-index-url", "--quiet"]  # fmt: skip
    ambiente = {n: v for n, v in os.environ.items() if not n.startswith("PAGEFIND_")}  # nadie le cambia las opciones
    try:
        hecho = subprocess.run(
            orden, cwd=sitio, env=ambiente, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError as fallo:
        raise Impedimento(
            f"no se pudo ejecutar {programa}: {fallo.strerror}; con --sin-buscador no hace falta"
        ) from fallo
    if hecho.returncode != 0 or not (destino / "pagefind-entry.json").is_file():
        dicho = (hecho.stderr or hecho.stdout).decode("utf-8", "replace").strip().splitlines()
        raise Impedimento(
            f"no se pudo hacer el índice de búsqueda: {dicho[-1] if dicho else 'el programa no dijo por qué'}"
        )
    for sobra in (archivo for patron in _SOBRAN for archivo in destino.glob(patron)):
        sobra.unlink()
    _fijar(destino)


def _fijar(indice: Path) -> None:
    """Ordena los filtros, que Pagefind escribe en el orden de su memoria, y llama a cada archivo por lo que tiene.

    Los nombres son huellas: al cambiar un filtro cambia lo que lo nombra, y así hasta la entrada. Lo que se reescribe
    va sin comprimir, que también se lee: cada zlib comprime a su manera.
    """
    entrada = indice / "pagefind-entry.json"
    try:
        lenguas = json.loads(entrada.read_text("utf-8"))
        (lengua,) = lenguas["languages"].values()
        catalogo = indice / f"pagefind.{lengua['hash']}.pf_meta"
        dicho = gzip.decompress(catalogo.read_bytes())
        for filtro in sorted(indice.glob("filter/*.pf_filter")):
            ordenado = _ordenado(gzip.decompress(filtro.read_bytes()))
            dicho = dicho.replace(filtro.stem.encode(), (nuevo := _como(filtro.stem, ordenado)).encode())
            filtro.unlink()
            (filtro.with_name(f"{nuevo}.pf_filter")).write_bytes(ordenado)
        catalogo.unlink()
        lengua["hash"] = _como(lengua["hash"], dicho)
        (indice / f"pagefind.{lengua['hash']}.pf_meta").write_bytes(dicho)
    except (ValueError, KeyError, IndexError, FileNotFoundError, gzip.BadGzipFile) as fallo:
        raise Impedimento(_NO_SE_ENTIENDE) from fallo
    entrada.write_text(json.dumps(lenguas, ensure_ascii=False, separators=(",", ":"), sort_keys=True), "utf-8")


def _como(nombre: str, contenido: bytes) -> str:
    """Un nombre igual de largo, «es_» y la huella de lo que contiene."""
    lengua, _, huella = nombre.partition("_")
    return f"{lengua}_{hashlib.sha256(contenido).hexdigest()[: len(huella)]}"


def _ordenado(filtro: bytes) -> bytes:
    """El filtro, que en CBOR es [nombre, [[valor, [páginas…]]…]], con sus valores por orden."""
    if not filtro.startswith(_FIRMA):
        raise ValueError("no es un filtro")
    cabeza = _saltar(filtro, _saltar(filtro, len(_FIRMA), cuerpo=False))
    valores = _cabecera(filtro, cabeza)
    trozos = list(_trozos(filtro, valores[2], valores[1]))
    return filtro[: valores[2]] + b"".join(sorted(trozos))


def _trozos(dato: bytes, desde: int, cuantos: int) -> Iterator[bytes]:
    for _ in range(cuantos):
        hasta = _saltar(dato, desde)
        yield dato[desde:hasta]
        desde = hasta
    if desde != len(dato):
        raise ValueError("sobra algo")


def _saltar(dato: bytes, desde: int, *, cuerpo: bool = True) -> int:
    """Dónde acaba lo que empieza ahí; sin `cuerpo`, dónde acaba su cabecera."""
    clase, numero, sigue = _cabecera(dato, desde)
    if clase == 0 or not cuerpo:
        return sigue
    if clase == 3:
        return sigue + numero
    for _ in range(numero):
        sigue = _saltar(dato, sigue)
    return sigue


def _cabecera(dato: bytes, desde: int) -> tuple[int, int, int]:
    """De una cabecera de CBOR: su clase (0 un entero, 3 un texto, 4 una lista), su número y dónde acaba."""
    clase, corto = dato[desde] >> 5, dato[desde] & 31
    largo = 0 if corto < 24 else 1 << (corto - 24)
    if clase not in (0, 3, 4) or corto > 27:
        raise ValueError("no es lo que un filtro tiene")
    numero = int.from_bytes(dato[desde + 1 : desde + 1 + largo], "big") if largo else corto
    return clase, numero, desde + 1 + largo
