"""De los ponderadores de lo que contribuye a una meta a su suma."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.expediente.metas import Contribucion
    from mesgepret.reglas.registro import Hallado

TOLERANCIA = Decimal("0.01")
"""Lo que la suma puede apartarse de 100 por el redondeo."""


@regla("I132")
def ponderadores_que_no_suman(expediente: Expediente) -> Iterator[Hallado]:
    """De las metas en vigor que contribuyen a una, unas llevan `ponderador` y otras no, o no suman 100.

    La tolerancia es de una centésima. Si uno está reservado, la suma no se sabe y no se dice.
    """
    recibidas: dict[str, list[Contribucion]] = {}
    for meta in expediente.metas_en_vigor():
        for contribucion in (c for c in meta.contribuye_a if c.meta is not None):
            recibidas.setdefault(contribucion.meta.id, []).append(contribucion)
    for id, suyas in recibidas.items():
        sin = [c for c in suyas if not c.tiene("ponderador")]
        pesos = [c.ponderador for c in suyas if c.ponderador is not None]
        suma = sum(pesos, Decimal(0))
        if sin and len(sin) < len(suyas):
            callan = ", ".join(f"«{c.padre.id}»" for c in sin)
            otras = tuple(c.en("ponderador") for c in suyas if c.tiene("ponderador"))
            dicho = f"de las {len(suyas)} metas que contribuyen a «{id}», unas dicen su ponderador y otras no: {callan}"
            yield sin[0].en(), dicho, id, otras
        elif len(pesos) == len(suyas) and abs(suma - 100) > TOLERANCIA:
            cuenta = " + ".join(f"{c.ponderador} («{c.padre.id}»)" for c in suyas)
            otras = tuple(c.en("ponderador") for c in suyas[1:])
            dicho = f"los ponderadores de lo que contribuye a «{id}» no suman 100: {cuenta} = {suma}"
            yield suyas[0].en("ponderador"), dicho, id, otras
