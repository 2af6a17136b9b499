"""De cada nombre del catálogo a si es otro nombre de la MESGEPRET."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import llano
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


ARTICULO = {"institución": "una institución", "sector": "un sector", "grupo de trabajo": "un grupo de trabajo"}
"""Cada pieza del catálogo, como se dice en una frase."""


@regla("M138")
def ms_ger_como_otra_entidad(expediente: Expediente) -> Iterator[Hallado]:
    """Una institución, un sector o un grupo se llama «MS-GER», que es la propia mesa con otro nombre (R98)."""
    grupos = (grupo for mesa in expediente.mesas.values() for grupo in mesa.grupos)
    for pieza in (*expediente.instituciones.values(), *expediente.sectores.values(), *grupos):
        dichos: list[tuple[str, tuple[str | int, ...]]] = [
            (dicho, (c,)) for c in ("id", "sigla", "nombre", "tema") for dicho in pieza.escritos(c)
        ]
        dichos += [(alias, ("alias", i)) for i, alias in enumerate(pieza.escritos("alias"))]
        suyo = next((d for d in dichos if llano(d[0]).replace("-", "").replace(" ", "") == "msger"), None)
        if suyo:
            yield (
                pieza.en(*suyo[1]),
                f"«{suyo[0]}» nombra aquí a {ARTICULO[pieza.NOMBRE]}, y no es otra entidad: es la misma MESGEPRET",
                pieza.id,
            )
