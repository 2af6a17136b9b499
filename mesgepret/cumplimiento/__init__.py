"""De los 108 requisitos y los hallazgos a cómo está cada mesa con los Lineamientos."""

from mesgepret.cumplimiento.estado import POR_ATENCION, Estado, Tablero, tablero
from mesgepret.cumplimiento.requisitos import Requisito, leer_requisitos
from mesgepret.cumplimiento.sosten import Falta, faltas

__all__ = [
    "POR_ATENCION",
    "Estado",
    "Falta",
    "Requisito",
    "Tablero",
    "faltas",
    "leer_requisitos",
    "tablero",
]
