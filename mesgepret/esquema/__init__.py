"""De `Documento` a hallazgos de forma: JSON Schema decide y aquí se dice en español."""

from mesgepret.esquema.lugares import CARPETAS, Lugar, situar
from mesgepret.esquema.propiedades import propiedades
from mesgepret.esquema.validador import Esquemas

__all__ = ["CARPETAS", "Esquemas", "Lugar", "propiedades", "situar"]
