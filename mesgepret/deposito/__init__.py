"""Del disco, Git y el reloj a valores, y de páginas al disco: la única sala que los toca."""

from mesgepret.deposito.almacen import Almacen, base_temporal
from mesgepret.deposito.arbol import REPOSITORIO, Arbol, buscar_raiz, leer_arbol, leer_suelto, leer_texto
from mesgepret.deposito.entorno import Impedimento, causa, dia_de_hoy, zona_horaria
from mesgepret.deposito.git import Git
from mesgepret.deposito.indice import indexar, programa_de_busqueda
from mesgepret.deposito.recursos import Recursos, leer_recursos
from mesgepret.deposito.salida import poner, publicar

__all__ = [
    "REPOSITORIO",
    "Almacen",
    "Arbol",
    "Git",
    "Impedimento",
    "Recursos",
    "base_temporal",
    "buscar_raiz",
    "causa",
    "dia_de_hoy",
    "indexar",
    "leer_arbol",
    "leer_recursos",
    "leer_suelto",
    "leer_texto",
    "poner",
    "programa_de_busqueda",
    "publicar",
    "zona_horaria",
]
