"""De `Expediente` a hallazgos: una función, una regla; una página, su razón y su prueba."""

from mesgepret.reglas.pagina import Ejemplo, Pagina, leer_paginas
from mesgepret.reglas.registro import Hallado, Regla, juzgar, regla, reglas

__all__ = ["Ejemplo", "Hallado", "Pagina", "Regla", "juzgar", "leer_paginas", "regla", "reglas"]
