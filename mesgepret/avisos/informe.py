"""De una revisión a lo que todo formato necesita saber de ella."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mesgepret.diagnostico import Diagnostico
    from mesgepret.reglas import Pagina


@dataclass(frozen=True)
class Informe:
    """Los hallazgos en orden, los archivos que se miraron, las páginas de los códigos y lo que quedó sin juzgar."""

    hallazgos: Sequence[Diagnostico]
    archivos: Collection[str]
    paginas: Mapping[str, Pagina] = field(default_factory=dict)
    sin_juzgar: tuple[str, ...] = ()
    version: str = ""
    sitio: str = ""
    """La dirección publicada del sitio, con su barra final; vacía si el repositorio no la dice."""

    carpeta: str = ""
    """Dónde está el repositorio respecto de la carpeta que la forja conoce, con su barra final; vacía si es esa."""

    def ruta(self, archivo: str) -> str:
        """Un archivo, como lo nombra la forja."""
        return self.carpeta + archivo

    def nombre(self, codigo: str) -> str:
        """El nombre de un código; vacío si no tiene página."""
        return self.paginas[codigo].nombre if codigo in self.paginas else ""

    def enlace(self, codigo: str) -> str:
        """La página publicada de un código; vacía si no se sabe dónde se publica."""
        return f"{self.sitio}reglas/{codigo.lower()}/" if self.sitio else ""

    def huellas(self) -> list[str]:
        """Por hallazgo, lo que lo distingue aunque cambie de renglón: su código y de qué trata.

        A varios iguales los distingue su turno.
        """
        turnos: Counter[tuple[str, str]] = Counter()
        huellas = []
        for hallazgo in self.hallazgos:
            trata = (hallazgo.codigo, hallazgo.sobre or hallazgo.ubicacion.archivo)
            huellas.append(sha256("|".join([*trata, str(turnos[trata])]).encode()).hexdigest()[:32])
            turnos[trata] += 1
        return huellas


def con_remedio(hallazgo: Diagnostico) -> str:
    """El hecho y su remedio en un texto, para los formatos que solo tienen uno."""
    partes = [hallazgo.mensaje, f"Ayuda: {hallazgo.ayuda}" if hallazgo.ayuda else ""]
    if hallazgo.justificacion:
        partes.append(f"Justificado por {hallazgo.justificacion.autor}: {hallazgo.justificacion.motivo}")
    return ". ".join(parte.rstrip(".") for parte in partes if parte)
