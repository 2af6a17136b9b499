"""De hallazgos a lo que se lee de ellos: en la terminal, cada uno con su renglón a la vista."""

from mesgepret.avisos.texto import Papel, contar_hallazgos, escribir

__all__ = ["Papel", "contar_hallazgos", "escribir"]
