"""De texto a `Documento`: YAML sin sorpresas, cada valor con su línea y su columna."""

from mesgepret.lectura.documento import Documento, Ruta, Valor
from mesgepret.lectura.enigmas import explicar
from mesgepret.lectura.lector import Leido, comprobar_entorno, leer
from mesgepret.lectura.limites import BYTES

__all__ = ["BYTES", "Documento", "Leido", "Ruta", "Valor", "comprobar_entorno", "explicar", "leer"]
