"""De las filas de las tablas a una base de SQLite: con sus claves, y con búsqueda que no distingue tildes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mesgepret.imprenta.datos.tablas import TABLAS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from mesgepret.imprenta.datos.tablas import Tabla

APLICACION = 0x4D534750
"""«MSGP»: por lo que otro programa sabe de qué es el archivo."""

VERSION = 1
"""La de las tablas: cambia si una columna deja de estar o de decir lo mismo."""

_EN_SQL = {"texto": "TEXT", "entero": "INTEGER", "numero": "REAL", "fecha": "TEXT", "logico": "INTEGER"}


class Base:
    """Una base que se llena tabla por tabla, fila por fila; con los mismos datos, los mismos octetos.

    `conexion`: a una base vacía. Dónde está lo sabe quien la abrió: aquí no se toca el disco, ni se guarda una fila.
    """

    def __init__(self, conexion: sqlite3.Connection, acerca: Mapping[str, str]) -> None:
        self._conexion = conexion
        self._hacer("PRAGMA page_size = 4096")
        self._hacer(f"PRAGMA application_id = {APLICACION}")
        self._hacer(f"PRAGMA user_version = {VERSION}")
        self._hacer("PRAGMA foreign_keys = ON")
        for tabla in TABLAS:
            self._hacer(_crear(tabla))
        self._hacer("CREATE TABLE acerca (clave TEXT PRIMARY KEY, valor TEXT NOT NULL)")
        self._hacer(
            "CREATE VIRTUAL TABLE busqueda USING fts5("
            "tabla UNINDEXED, id UNINDEXED, texto, tokenize = 'unicode61 remove_diacritics 2')"
        )
        self._hacer("BEGIN")
        self._conexion.executemany("INSERT INTO acerca VALUES (?, ?)", acerca.items())

    def llenar(self, tabla: Tabla, filas: Iterable[list[Any]]) -> None:
        """Mete las filas de una tabla, una por una, y, si se busca en ella, sus palabras."""
        huecos = ", ".join("?" * len(tabla.columnas))
        dichas = ([_dato(d) for d in fila] for fila in filas)
        self._conexion.executemany(f'INSERT INTO "{tabla.nombre}" VALUES ({huecos})', dichas)
        if tabla.busca:
            self._hacer(_palabras(tabla))

    def acabar(self) -> None:
        """La da por llena. Aquí se comprueban las claves ajenas: lo que apunta a nada es un fallo nuestro."""
        self._hacer("COMMIT")
        self._hacer("INSERT INTO busqueda(busqueda) VALUES ('optimize')")
        self._hacer("VACUUM")

    def _hacer(self, orden: str) -> None:
        self._conexion.execute(orden)


def _crear(tabla: Tabla) -> str:
    columnas = [
        f'"{c.nombre}" {_EN_SQL[c.tipo]}{" NOT NULL" if c.nombre in tabla.clave else ""}' for c in tabla.columnas
    ]
    claves = [f"PRIMARY KEY ({_lista(tabla.clave)})"]
    for ajenas, otra in tabla.ajenas:
        suya = next(t.clave for t in TABLAS if t.nombre == otra)
        claves.append(
            f'FOREIGN KEY ({_lista(ajenas)}) REFERENCES "{otra}" ({_lista(suya)}) DEFERRABLE INITIALLY DEFERRED'
        )
    return f'CREATE TABLE "{tabla.nombre}" ({", ".join([*columnas, *claves])})'


def _lista(columnas: Iterable[str]) -> str:
    return ", ".join(f'"{columna}"' for columna in columnas)


def _palabras(tabla: Tabla) -> str:
    """La orden que copia a la búsqueda lo que una tabla dice con palabras, con su clave."""
    clave = " || '/' || ".join(f'"{n}"' for n in tabla.clave)
    texto = " || char(10) || ".join(f"coalesce(\"{n}\", '')" for n in tabla.busca)
    dicho = f"SELECT '{tabla.nombre}', {clave}, trim({texto}, char(10)) AS texto FROM \"{tabla.nombre}\""
    return f"INSERT INTO busqueda SELECT * FROM ({dicho}) WHERE texto <> ''"


def _dato(dato: Any) -> Any:
    if isinstance(dato, Decimal):
        return float(dato)
    if isinstance(dato, date):
        return str(dato)
    return "; ".join(dato) if isinstance(dato, tuple) else dato  # un número escrito, la columna lo vuelve número
