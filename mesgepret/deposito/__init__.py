"""Del disco, Git y el reloj a valores, y de páginas al disco: la única sala que los toca."""

from mesgepret.deposito.arbol import Arbol, buscar_raiz, leer_arbol, leer_suelto
from mesgepret.deposito.entorno import Impedimento, causa, dia_de_hoy
from mesgepret.deposito.indice import indexar, programa_de_busqueda
from mesgepret.deposito.recursos import Recursos, leer_recursos
from mesgepret.deposito.salida import publicar

__all__ = [
    "Arbol",
    "Impedimento",
    "Recursos",
    "buscar_raiz",
    "causa",
    "dia_de_hoy",
    "indexar",
    "leer_arbol",
    "leer_recursos",
    "leer_suelto",
    "programa_de_busqueda",
    "publicar",
]
