"""De los documentos de una revisión a una época: cada uno con su clase y su forma canónica, valga o no."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mesgepret.diagnostico import Ubicacion
from mesgepret.esquema import Lugar, situar
from mesgepret.historia.canonica import datos_canonicos, sello
from mesgepret.lectura import Documento, leer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Hoja:
    """Un documento en una revisión. `datos` son los canónicos; None si el archivo no se puede leer."""

    def __init__(self, archivo: str, clase: str, huecos: Mapping[str, str], documento: Documento | None) -> None:
        self.archivo = archivo
        self.clase = clase
        self.huecos = huecos
        self.documento = documento

    @cached_property
    def datos(self) -> Any:
        """Lo que dice, sin cómo lo escribe."""
        return None if self.documento is None else datos_canonicos(self.documento, self.clase)

    @cached_property
    def sello(self) -> str:
        """La huella de lo que no puede cambiar; vacía si no se puede leer."""
        return "" if self.documento is None else sello(self.documento, self.clase)

    @property
    def definitiva(self) -> bool:
        """Si es una ayuda memoria cerrada."""
        return self.clase == "acta" and isinstance(self.datos, dict) and self.datos.get("estado") == "definitiva"

    def lista(self, clave: str) -> list[Any]:
        """Los elementos de una lista del documento; vacía si no la hay, o no es una lista."""
        valor = self.datos.get(clave) if isinstance(self.datos, dict) else None
        return valor if isinstance(valor, list) else []

    def en(self, *ruta: str | int) -> Ubicacion:
        """El lugar de un valor en esa revisión."""
        return self.documento.en(*ruta) if self.documento is not None else Ubicacion(self.archivo)


@dataclass
class Epoca:
    """Los documentos de una revisión, por archivo. `commit`: su huella en Git; vacía si es la carpeta de trabajo."""

    commit: str = ""
    hojas: dict[str, Hoja] = field(default_factory=dict)

    def de_clase(self, clase: str) -> Iterator[Hoja]:
        """Los de una clase, por archivo."""
        return (hoja for hoja in self.hojas.values() if hoja.clase == clase)


def hoja_de(archivo: str, contenido: bytes, commit: str = "") -> Hoja | None:
    """Un archivo en una revisión; None si ahí no vive ningún documento."""
    lugar = situar(archivo)
    if not isinstance(lugar, Lugar):
        return None
    return Hoja(archivo, lugar.clase, lugar.huecos, leer(archivo, contenido, commit).documento)


def epoca(archivos: Mapping[str, bytes], commit: str = "") -> Epoca:
    """Los documentos de una revisión, leídos y sin validar: nada de lo que hay en ella se escapa por estar mal."""
    hojas = ((archivo, hoja_de(archivo, contenido, commit)) for archivo, contenido in sorted(archivos.items()))
    return Epoca(commit, {archivo: hoja for archivo, hoja in hojas if hoja is not None})
