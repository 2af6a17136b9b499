"""De los archivos de una revisión a una época: cada uno con su clase y lo que dice, leído solo si alguien pregunta."""

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
    """Un archivo en una revisión, leído y sin validar: nada de lo que dice se escapa por estar mal."""

    def __init__(self, archivo: str, lugar: Lugar, contenido: bytes, commit: str = "") -> None:
        self.archivo = archivo
        self.clase = lugar.clase
        self.huecos = lugar.huecos
        self.contenido = contenido
        self.commit = commit

    @cached_property
    def documento(self) -> Documento | None:
        """El documento; None si no se puede leer."""
        return leer(self.archivo, self.contenido, self.commit).documento

    @cached_property
    def datos(self) -> Any:
        """Lo que dice, sin cómo lo escribe; None si no se puede leer."""
        return None if self.documento is None else datos_canonicos(self.documento, self.clase)

    @cached_property
    def sello(self) -> str:
        """La huella de lo que no puede cambiar; vacía si no se puede leer."""
        return "" if self.documento is None else sello(self.documento, self.clase)

    @property
    def definitiva(self) -> bool:
        """Si es una ayuda memoria cerrada; de la que no puede decirlo, ni se lee."""
        if self.clase != "acta" or not (b"definitiva" in self.contenido or b"\\" in self.contenido):
            return False
        if self.documento is None or not isinstance(self.documento.datos, dict):
            return False
        return bool(self.documento.datos.get("estado") == "definitiva")

    def lista(self, clave: str) -> list[Any]:
        """Los elementos de una lista del documento; vacía si no la hay, o no es una lista."""
        valor = self.datos.get(clave) if isinstance(self.datos, dict) else None
        return valor if isinstance(valor, list) else []

    def en(self, *ruta: str | int) -> Ubicacion:
        """El lugar de un valor en esa revisión."""
        if self.documento is None:
            return Ubicacion(self.archivo, revision=self.commit)
        return self.documento.en(*ruta)


@dataclass
class Epoca:
    """Los documentos de una revisión, por archivo. `commit`: su huella en Git; vacía si es la carpeta de trabajo."""

    commit: str = ""
    hojas: dict[str, Hoja] = field(default_factory=dict)

    def de_clase(self, clase: str) -> Iterator[Hoja]:
        """Los de una clase, por archivo."""
        return (hoja for hoja in self.hojas.values() if hoja.clase == clase)

    def sin_lo_igual(self, otra: Epoca) -> Epoca:
        """Solo los que en la otra no están o no dicen, octeto a octeto, lo mismo."""
        return Epoca(self.commit, {a: h for a, h in self.hojas.items() if not _igual(h, otra.hojas.get(a))})


def _igual(una: Hoja, otra: Hoja | None) -> bool:
    return otra is not None and una.contenido == otra.contenido


def hoja_de(archivo: str, contenido: bytes, commit: str = "") -> Hoja | None:
    """Un archivo en una revisión; None si ahí no vive ningún documento."""
    lugar = situar(archivo)
    return Hoja(archivo, lugar, contenido, commit) if isinstance(lugar, Lugar) else None


def epoca(archivos: Mapping[str, bytes], commit: str = "") -> Epoca:
    """Los documentos de una revisión."""
    hojas = ((archivo, hoja_de(archivo, contenido, commit)) for archivo, contenido in sorted(archivos.items()))
    return Epoca(commit, {archivo: hoja for archivo, hoja in hojas if hoja is not None})
