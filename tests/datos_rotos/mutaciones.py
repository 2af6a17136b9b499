"""De los datos de un documento a otros parecidos: lo que escribiría quien se equivoca, y lo que nadie escribiría."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

VALORES: list[Any] = [
    "", "x", "reservado", "todos", "otra", "5", "03", "2024", "2024-02-30", "2024-02-29", "15/03/2024", "9:30", "25:00",
    "SALUD-2024-02-15", "SALUD-2024-03-21-A1", "SALUD-M1-I1", "SALUD-P2024", "sesal", "luis-mejia", "Ana López", "TT1",
    "ACT1", "A1", "M1", "cumplido", "definitiva", "http://x.hn", "ñ" * 300, 0, 1, -1, 5, 2024, 101, 1.5, 1e15, True,
    False, [], {}, [[]], [{}], [""], ["x"], [0], ["reservado"], ["sesal", "sesal"], {"x": "y"}, {"id": "A1"},
]  # fmt: skip

Hueco = tuple[Any, Any]
"""Un contenedor y la clave o el índice de uno de sus valores."""


def mutar(datos: Any, azar: random.Random, veces: int = 1) -> Any:
    """Una copia con `veces` cambios: un valor por otro, una clave de más o de menos, un elemento repetido o quitado."""
    datos = copy.deepcopy(datos)
    for _ in range(veces):
        huecos = list(_huecos(datos))
        if not huecos:
            return azar.choice(VALORES)
        contenedor, paso = azar.choice(huecos)
        azar.choice([_cambiar, _cambiar, _cambiar, _quitar, _duplicar, _traer])(contenedor, paso, huecos, azar)
    return datos


def _huecos(datos: Any) -> Iterator[Hueco]:
    pasos = datos.items() if isinstance(datos, dict) else enumerate(datos) if isinstance(datos, list) else ()
    for paso, valor in list(pasos):
        yield datos, paso
        yield from _huecos(valor)


def _cambiar(contenedor: Any, paso: Any, _: list[Hueco], azar: random.Random) -> None:
    contenedor[paso] = copy.deepcopy(azar.choice(VALORES))


def _quitar(contenedor: Any, paso: Any, _: list[Hueco], azar: random.Random) -> None:
    del contenedor[paso]


def _duplicar(contenedor: Any, paso: Any, _: list[Hueco], azar: random.Random) -> None:
    if isinstance(contenedor, list):
        contenedor.insert(paso, copy.deepcopy(contenedor[paso]))
    else:
        contenedor[f"{paso}{azar.choice(['x', 's', ' '])}"] = contenedor.pop(paso)


def _traer(contenedor: Any, paso: Any, huecos: list[Hueco], azar: random.Random) -> None:
    otro, otro_paso = azar.choice(huecos)
    if isinstance(otro, dict):
        valor = copy.deepcopy(otro[otro_paso])
        contenedor[otro_paso if isinstance(contenedor, dict) else paso] = valor
