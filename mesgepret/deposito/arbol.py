"""De una carpeta a sus documentos: los bytes de cada YAML, y lo que en su sitio no es un documento."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mesgepret.deposito.entorno import Impedimento, causa
from mesgepret.diagnostico import Diagnostico, Ubicacion
from mesgepret.esquema import CARPETAS
from mesgepret.lectura import BYTES, explicar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

REPOSITORIO = "mesgepret.yaml"
"""El archivo que señala la raíz de un repositorio."""


@dataclass(slots=True)
class Arbol:
    """Los documentos de un repositorio por ruta relativa con «/», y los hallazgos de los que no se pueden abrir."""

    archivos: dict[str, bytes] = field(default_factory=dict)
    hallazgos: list[Diagnostico] = field(default_factory=list)


def buscar_raiz(desde: Path) -> Path | None:
    """La carpeta más cercana, hacia arriba, que contiene `mesgepret.yaml`; None si no hay ninguna."""
    for carpeta in (desde, *desde.parents):
        if os.path.lexists(carpeta / REPOSITORIO):
            return carpeta
    return None


def leer_arbol(raiz: Path, *, interno: bool = False) -> Arbol:
    """Lee todos los documentos de una carpeta; `privado/`, solo si es para el perfil `interno`."""
    arbol = Arbol()
    _abrir(arbol, raiz, [REPOSITORIO])
    for carpeta in CARPETAS:
        if carpeta != "privado" or interno:
            _abrir(arbol, raiz, _hallar(arbol, raiz, carpeta))
    return arbol


def leer_suelto(archivo: Path) -> Arbol:
    """Un archivo de cualquier carpeta y con cualquier extensión, que no es de ningún repositorio.

    Puede ser un enlace a otro: aquí el nombre no dice nada de él.
    """
    if not os.path.lexists(archivo):
        raise Impedimento(f"no existe el archivo «{_legible(str(archivo))}»")
    if not archivo.is_file():
        raise Impedimento(f"«{_legible(str(archivo))}» no es un archivo que se pueda leer")
    arbol = Arbol()
    verdadero = archivo.resolve()
    _abrir(arbol, verdadero.parent, [verdadero.name], extension="")
    return arbol


def leer_texto(archivo: Path) -> str:
    """Lo que dice un archivo de texto; vacío si no existe."""
    try:
        return archivo.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return ""
    except OSError as fallo:
        raise Impedimento(f"no se puede leer {archivo}: {causa(fallo)}") from fallo


def _hallar(arbol: Arbol, raiz: Path, carpeta: str) -> Iterator[str]:
    """Las rutas de los YAML bajo una carpeta; nunca cruza un enlace simbólico."""
    if (raiz / carpeta).is_symlink():
        arbol.hallazgos.append(explicar("L120", Ubicacion(carpeta)))
        return
    pendientes = [carpeta]
    while pendientes:
        actual = pendientes.pop()
        try:
            entradas = sorted(os.scandir(raiz / actual), key=lambda e: e.name)
        except FileNotFoundError:
            continue
        except OSError as fallo:
            arbol.hallazgos.append(_no_se_lee(actual, fallo))
            continue
        for entrada in entradas:
            ruta = f"{actual}/{entrada.name}"
            es_yaml = entrada.name.lower().endswith((".yaml", ".yml"))
            if entrada.name.startswith("."):
                continue
            if entrada.is_dir(follow_symlinks=False):
                if not entrada.name.isprintable():
                    arbol.hallazgos.append(explicar("L122", Ubicacion(_legible(ruta))))
                elif es_yaml:
                    arbol.hallazgos.append(explicar("L121", Ubicacion(ruta)))
                elif entrada.name != "anexos":
                    pendientes.append(ruta)
            elif es_yaml or entrada.is_symlink():
                yield ruta


def _abrir(arbol: Arbol, raiz: Path, rutas: Iterable[str], extension: str = ".yaml") -> None:
    for ruta in rutas:
        hallazgo = _impedimento(raiz, ruta, extension)
        if hallazgo is None:
            try:
                arbol.archivos[ruta] = (raiz / ruta).read_bytes()
                continue
            except OSError as fallo:
                hallazgo = _no_se_lee(ruta, fallo)
        arbol.hallazgos.append(hallazgo)


def _impedimento(raiz: Path, ruta: str, extension: str) -> Diagnostico | None:
    """Por qué no se abre, mirándolo sin abrirlo: un archivo especial podría no acabar nunca de leerse."""
    nombre = ruta.rsplit("/", 1)[-1]
    if not nombre.isprintable():
        return explicar("L122", Ubicacion(_legible(ruta)))
    try:
        estado = os.lstat(f"{raiz}/{ruta}")
    except FileNotFoundError:
        return explicar("L121", Ubicacion(ruta))
    except OSError as fallo:
        return _no_se_lee(ruta, fallo)
    if stat.S_ISLNK(estado.st_mode):
        return explicar("L120", Ubicacion(ruta))
    if not stat.S_ISREG(estado.st_mode):
        return explicar("L121", Ubicacion(ruta))
    if not nombre.endswith(extension):
        return explicar("L123", Ubicacion(ruta), escrito=nombre.rsplit(".", 1)[0] + ".yaml")
    octetos = estado.st_size
    return explicar("L108", Ubicacion(ruta), megas=f"{octetos / 1e6:.1f}") if octetos > BYTES else None


def _no_se_lee(ruta: str, fallo: OSError) -> Diagnostico:
    return explicar("L124", Ubicacion(ruta), escrito=causa(fallo))


def _legible(ruta: str) -> str:
    """Un nombre que no es UTF-8, con sus octetos a la vista."""
    return ruta.encode("utf-8", "backslashreplace").decode()
