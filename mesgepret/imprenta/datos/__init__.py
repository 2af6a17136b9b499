"""De lo que dicen las páginas a los mismos datos para una máquina."""

from mesgepret.imprenta.datos.abiertos import SIN_DATOS, Abiertos
from mesgepret.imprenta.datos.alertas import alertas
from mesgepret.imprenta.datos.cumplimiento import cumplimiento

__all__ = ["SIN_DATOS", "Abiertos", "alertas", "cumplimiento"]
