"""De una base de SQLite que se va llenando a sus octetos: en un archivo temporal, para que no ocupe la memoria."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.deposito.entorno import Impedimento, causa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DEL_DISCO = frozenset([sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY])


class Almacen(NamedTuple):
    """Una base vacía, y cómo se sacan sus octetos cuando ya no va a escribirse en ella."""

    conexion: sqlite3.Connection
    octetos: Callable[[], bytes]


@contextmanager
def base_temporal() -> Iterator[Almacen]:
    """Una base que se borra al acabar. Lanza `Impedimento` si el disco no deja."""
    try:
        with TemporaryDirectory(prefix="mesgepret-") as carpeta:
            archivo = Path(carpeta) / "base.sqlite"
            conexion = sqlite3.connect(archivo, isolation_level=None)
            conexion.execute("PRAGMA journal_mode = OFF")  # si se corta a medias, se tira entera
            conexion.execute("PRAGMA synchronous = OFF")

            def octetos() -> bytes:
                conexion.close()
                return archivo.read_bytes()

            try:
                yield Almacen(conexion, octetos)
            finally:
                conexion.close()
    except OSError as fallo:
        raise Impedimento(f"no se pudo armar la base de datos en un archivo temporal: {causa(fallo)}") from fallo
    except sqlite3.OperationalError as fallo:
        if fallo.sqlite_errorcode & 0xFF in _DEL_DISCO:
            raise Impedimento("no se pudo armar la base de datos en un archivo temporal: el disco no deja") from fallo
        raise
