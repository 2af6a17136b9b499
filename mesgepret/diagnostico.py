"""De un hallazgo a un valor: lo único que las fases se dicen entre sí."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Gravedad(Enum):
    """Lo que el hallazgo pide a quien lo lee; el orden es el de la atención que merece."""

    ERROR = "error"
    INCUMPLIMIENTO = "incumplimiento"
    ALERTA = "alerta"

    @property
    def orden(self) -> int:
        """0 para lo que bloquea, y de ahí hacia lo que solo se mira."""
        return list(Gravedad).index(self)

    def contar(self, cuantos: int) -> str:
        """«1 error», «3 incumplimientos»: el número con su nombre."""
        plural = {"error": "errores"}.get(self.value, self.value + "s")
        return f"{cuantos} {self.value if cuantos == 1 else plural}"


@dataclass(frozen=True, slots=True)
class Ubicacion:
    """Un punto de un archivo: ruta desde la raíz, línea y columna desde 1, y la revisión de Git si no es la actual."""

    archivo: str
    linea: int = 1
    columna: int = 1
    revision: str = ""

    @property
    def orden(self) -> tuple[str, int, int, str]:
        """Clave para listar siempre igual."""
        return (self.archivo, self.linea, self.columna, self.revision)

    def __str__(self) -> str:
        if self.archivo.isprintable():
            return f"{self.archivo}:{self.linea}:{self.columna}"
        # Un nombre de archivo puede llevar un salto de línea: se escribe, no se ejecuta.
        archivo = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in self.archivo)
        return f"{archivo}:{self.linea}:{self.columna}"


@dataclass(frozen=True, slots=True)
class Justificacion:
    """La explicación que el propio documento da de un incumplimiento; no lo borra: se publica con él."""

    motivo: str
    autor: str
    fecha: str


@dataclass(frozen=True, slots=True)
class Diagnostico:
    """Un hallazgo: dónde, qué regla, qué hecho, cuánto pesa y cómo se arregla.

    `sobre` es el id de aquello de que trata; `otras`, los demás lugares que lo explican.
    """

    ubicacion: Ubicacion
    codigo: str
    mensaje: str
    gravedad: Gravedad = Gravedad.ERROR
    ayuda: str = ""
    sobre: str = ""
    otras: tuple[Ubicacion, ...] = ()
    justificacion: Justificacion | None = None

    @property
    def orden(self) -> tuple[object, ...]:
        """Clave explícita: archivo, lugar, código, mensaje; nunca el orden de llegada."""
        return (*self.ubicacion.orden, self.codigo, self.mensaje, self.sobre)

    @property
    def bloquea(self) -> bool:
        """Un error detiene la compilación: el texto se puede y se debe corregir."""
        return self.gravedad is Gravedad.ERROR


def ordenar(hallazgos: Iterable[Diagnostico]) -> list[Diagnostico]:
    """Los hallazgos en orden de lectura y sin repetidos."""
    return sorted(set(hallazgos), key=lambda d: d.orden)


def contar(hallazgos: Iterable[Diagnostico]) -> dict[Gravedad, int]:
    """Cuántos hay de cada gravedad, con las tres presentes."""
    cuenta = dict.fromkeys(Gravedad, 0)
    for hallazgo in hallazgos:
        cuenta[hallazgo.gravedad] += 1
    return cuenta


def sugerir(escrito: str, opciones: Iterable[str]) -> str:
    """La opción más parecida a lo escrito, o vacío. Sin tildes ni mayúsculas; a igualdad, la primera por orden."""
    from difflib import get_close_matches

    buscado = llano(escrito)
    por_llano: dict[str, str] = {}
    for opcion in sorted(opciones, reverse=True):
        if abs(len(opcion) - len(escrito)) <= max(2, len(escrito) // 3):
            por_llano[llano(opcion)] = opcion
    cercanas = get_close_matches(buscado, sorted(por_llano), n=1, cutoff=0.6)
    return por_llano[cercanas[0]] if cercanas else ""


def llano(texto: str) -> str:
    """El texto sin mayúsculas, sin tildes y con un solo espacio entre palabras: para comparar, no para mostrar."""
    from unicodedata import combining, normalize

    return " ".join("".join(c for c in normalize("NFD", texto.casefold()) if not combining(c)).split())
