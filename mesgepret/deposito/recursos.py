"""De los archivos que viajan con el programa a sus textos: esquemas, plantillas, páginas y catálogos."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mesgepret.cumplimiento import Requisito, leer_requisitos
from mesgepret.reglas import Pagina, leer_paginas

PAQUETE = Path(__file__).resolve().parent.parent
_SALAS_CON_PAGINAS = ("lectura", "esquema", "expediente", "reglas", "historia")


@dataclass(frozen=True, slots=True)
class Recursos:
    """Esquemas por clase, plantillas con su carpeta, páginas por código, requisitos por id y catálogos por ruta.

    `resultados`: el esquema de lo que el programa escribe de una meta o de un indicador.
    """

    esquemas: dict[str, str]
    plantillas: dict[str, str]
    paginas: dict[str, Pagina]
    requisitos: dict[str, Requisito]
    catalogos: dict[str, bytes]
    resultados: str


def leer_recursos() -> Recursos:
    """Lo que el programa necesita y no es del repositorio que compila."""
    esquemas, plantillas, mcr = _carpeta("schemas"), _carpeta("plantillas"), _carpeta("mcr")
    return Recursos(
        esquemas={p.stem: p.read_text("utf-8") for p in sorted(esquemas.glob("*.json"))},
        plantillas={
            p.relative_to(plantillas).as_posix(): p.read_text("utf-8")
            for p in sorted(plantillas.rglob("*"))
            if p.is_file()
        },
        paginas=leer_paginas(
            {p.name: p.read_text("utf-8") for sala in _SALAS_CON_PAGINAS for p in (PAQUETE / sala).glob("*.md")}
        ),
        requisitos=leer_requisitos((PAQUETE / "cumplimiento" / "requisitos.yaml").read_bytes()),
        catalogos={f"mcr/{n}.yaml": (mcr / f"{n}.yaml").read_bytes() for n in ("catalogos", "semaforos")},
        resultados=(PAQUETE / "imprenta" / "resultados.schema.json").read_text("utf-8"),
    )


def _carpeta(nombre: str) -> Path:
    """Dentro del paquete si está instalado desde una rueda; a su lado si se trabaja en el repositorio."""
    dentro = PAQUETE / nombre
    return dentro if dentro.is_dir() else PAQUETE.parent / nombre
