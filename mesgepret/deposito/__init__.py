"""Del disco, Git y el reloj a valores, y de páginas al disco: la única sala que los toca."""

from mesgepret.deposito.arbol import REPOSITORIO, Arbol, buscar_raiz, leer_arbol, leer_suelto, leer_texto
from mesgepret.deposito.entorno import Impedimento, causa, dia_de_hoy
from mesgepret.deposito.git import Git
from mesgepret.deposito.recursos import Recursos, leer_recursos
from mesgepret.deposito.salida import poner, publicar

__all__ = [
    "REPOSITORIO",
    "Arbol",
    "Git",
    "Impedimento",
    "Recursos",
    "buscar_raiz",
    "causa",
    "dia_de_hoy",
    "leer_arbol",
    "leer_recursos",
    "leer_suelto",
    "leer_texto",
    "poner",
    "publicar",
]
