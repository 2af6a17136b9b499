"""De todo lo publicable a sus tablas: una sola declaración, de la que salen CSV, paquete, base y diccionario."""

from mesgepret.imprenta.datos.tablas.columnas import TIPOS, Columna, Tabla, descripcion
from mesgepret.imprenta.datos.tablas.de_acuerdos import DE_ACUERDOS
from mesgepret.imprenta.datos.tablas.de_hallazgos import DE_HALLAZGOS
from mesgepret.imprenta.datos.tablas.de_mesas import DE_MESAS
from mesgepret.imprenta.datos.tablas.de_metas import DE_METAS

TABLAS: tuple[Tabla, ...] = (*DE_MESAS, *DE_METAS, *DE_ACUERDOS, *DE_HALLAZGOS)
"""Todas, y antes las que otras señalan."""

__all__ = ["TABLAS", "TIPOS", "Columna", "Tabla", "descripcion"]
