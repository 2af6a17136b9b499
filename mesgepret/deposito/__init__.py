"""Del disco, Git y el reloj a valores, y de páginas al disco: la única sala que los toca."""

from mesgepret.deposito.almacen import Almacen, base_temporal
from mesgepret.deposito.arbol import Arbol, buscar_raiz, leer_arbol, leer_suelto
from mesgepret.deposito.entorno import Impedimento, causa, dia_de_hoy, zona_horaria
from mesgepret.deposito.recursos import Recursos, leer_recursos
from mesgepret.deposito.salida import publicar

__all__ = [
    "Almacen",
    "Arbol",
    "Impedimento",
    "Recursos",
    "base_temporal",
    "buscar_raiz",
    "causa",
    "dia_de_hoy",
    "leer_arbol",
    "leer_recursos",
    "leer_suelto",
    "publicar",
    "zona_horaria",
]
