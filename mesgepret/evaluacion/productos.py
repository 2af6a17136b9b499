"""De lo que una mesa tiene escrito a los productos que los Lineamientos le piden: cuáles constan, y dónde."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mesgepret.expediente import Mesa


def lo_entregado(mesa: Mesa, producto: str) -> tuple[Any, ...]:
    """Las piezas que prueban uno de los siete productos (PRO1 a PRO7, R43–R49); ninguna si no consta.

    El plan de metas (PRO2) son las del sector; su programación (PRO3), los indicadores que la traen. De los informes de
    avance (PRO7), los que se pidieron.
    """
    return {
        "PRO1": (mesa.diagnostico,) if mesa.diagnostico else (),
        "PRO2": mesa.metas,
        "PRO3": tuple(i.propio for meta in mesa.metas for i in meta.indicadores if i.propio.programacion),
        "PRO4": mesa.limitantes,
        "PRO5": tuple(estrategia for limitante in mesa.limitantes for estrategia in limitante.estrategias),
        "PRO6": tuple(meta for meta in mesa.metas if meta.mecanismo),
        "PRO7": mesa.informes,
    }.get(producto, ())
