"""De páginas a un sitio en disco: se escribe al lado y ocupa su sitio de un golpe, o no lo ocupa."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
from typing import TYPE_CHECKING

from mesgepret.deposito.entorno import Impedimento, causa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_MARCA = ".gitignore"
_IGNORADO = "# Lo escribe mesgepret: lo que hay en esta carpeta se genera y no se guarda en Git.\n*\n!.gitignore\n"
_AQUI = -100  # AT_FDCWD
_INTERCAMBIO = 2  # RENAME_EXCHANGE en Linux, RENAME_SWAP en macOS


def publicar(salida: Path, paginas: Iterable[tuple[str, bytes]], acabar: Callable[[Path], None] | None = None) -> int:
    """Escribe el sitio en `salida` y devuelve cuántas páginas y archivos se le dieron.

    `paginas`: (ruta relativa con «/», contenido). `acabar`: lo que se le hace al sitio ya escrito, antes de que ocupe
    su lugar. Lanza `Impedimento` si `salida` guarda algo que no es un sitio
    nuestro, si otra compilación la está escribiendo o si el disco no deja; entonces `salida` queda como estaba.
    """
    salida = salida.resolve()  # si es un enlace, se publica donde apunta, y el enlace se queda
    if not salida.name:
        raise Impedimento(f"{salida} no puede ser la carpeta del sitio; elija otra con --salida")
    nueva, vieja = salida.with_name(f".{salida.name}.nueva"), salida.with_name(f".{salida.name}.vieja")
    with _disco(salida):
        salida.parent.mkdir(parents=True, exist_ok=True)
    with _turno(salida):
        try:
            with _disco(salida):
                _enmendar(salida, nueva, vieja)
            cuantas = _escribir(nueva, paginas, salida)
            with _disco(salida):
                if acabar is not None:
                    acabar(nueva)
                _ocupar(salida, nueva, vieja)
        except BaseException:
            shutil.rmtree(nueva, ignore_errors=True)
            raise
    return cuantas


def poner(archivo: Path, texto: str, *, nuevo: bool = False) -> None:
    """Escribe un archivo de un golpe: o queda entero, o queda el que estaba. Si ha de ser `nuevo`, no pisa ninguno."""
    al_lado = archivo.with_name(f".{archivo.name}.nuevo")
    try:
        archivo.parent.mkdir(parents=True, exist_ok=True)
        if nuevo:
            with open(archivo, "x", encoding="utf-8", newline="\n") as hoja:
                hoja.write(texto)
            return
        al_lado.write_text(texto, "utf-8", newline="\n")
        al_lado.replace(archivo)
    except FileExistsError as fallo:
        raise Impedimento(f"{archivo} ya existe, y no se escribe encima de nada") from fallo
    except OSError as fallo:
        raise Impedimento(f"no se pudo escribir {archivo}: {causa(fallo)}") from fallo


@contextlib.contextmanager
def _disco(salida: Path) -> Iterator[None]:
    """Un fallo del disco es un impedimento; el de quien compone las páginas, no, y pasa de largo."""
    try:
        yield
    except OSError as fallo:
        raise Impedimento(f"no se pudo escribir el sitio en {salida}: {causa(fallo)}") from fallo


def _enmendar(salida: Path, nueva: Path, vieja: Path) -> None:
    """Deshace lo que dejó a medias una compilación interrumpida."""
    if vieja.exists() and not salida.exists():
        vieja.rename(salida)
    for resto in (nueva, vieja):
        if resto.is_symlink() or resto.is_file():
            resto.unlink()
        elif resto.exists():
            shutil.rmtree(resto)
    if salida.exists() and any(salida.iterdir()) and not _es_nuestra(salida):
        raise Impedimento(
            f"{salida} tiene archivos que mesgepret no escribió, y se perderían; elija otra carpeta con --salida"
        )


def _es_nuestra(salida: Path) -> bool:
    marca = salida / _MARCA
    return marca.is_file() and marca.read_text("utf-8", errors="replace") == _IGNORADO


def _escribir(carpeta: Path, paginas: Iterable[tuple[str, bytes]], salida: Path) -> int:
    with _disco(salida):
        carpeta.mkdir()
        (carpeta / _MARCA).write_text(_IGNORADO, "utf-8", newline="\n")
    hechas = {""}
    cuantas = 0
    for ruta, contenido in paginas:
        padre = ruta.rpartition("/")[0]
        with _disco(salida):
            if padre not in hechas:
                os.makedirs(carpeta / padre, exist_ok=True)
                hechas.add(padre)
            with open(carpeta / ruta, "xb") as archivo:
                archivo.write(contenido)
        cuantas += 1
    return cuantas


def _ocupar(salida: Path, nueva: Path, vieja: Path) -> None:
    if not salida.exists():
        nueva.rename(salida)
    elif _intercambiar(nueva, salida):
        shutil.rmtree(nueva)
    else:  # sin intercambio atómico, dos renombres: si se corta en medio, lo enmienda la siguiente
        salida.rename(vieja)
        nueva.rename(salida)
        shutil.rmtree(vieja)


def _intercambiar(una: Path, otra: Path) -> bool:
    """Cambia dos carpetas una por otra en un solo paso; False donde el sistema no sabe."""
    try:
        biblioteca = ctypes.CDLL(None, use_errno=True)
        nombre = "renameatx_np" if sys.platform == "darwin" else "renameat2"
        funcion = getattr(biblioteca, nombre)
    except (OSError, AttributeError, TypeError):
        return False
    aqui = -2 if sys.platform == "darwin" else _AQUI
    return bool(funcion(aqui, os.fsencode(una), aqui, os.fsencode(otra), _INTERCAMBIO) == 0)


@contextlib.contextmanager
def _turno(salida: Path) -> Iterator[None]:
    """Una compilación a la vez; el sistema suelta el turno aunque el proceso muera."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with _disco(salida):
        descriptor = os.open(salida.parent, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fallo:
            raise Impedimento("otra compilación está escribiendo ahí; espere a que termine") from fallo
        yield
    finally:
        os.close(descriptor)
