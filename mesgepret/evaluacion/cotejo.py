"""De un Plan Operativo Anual a cuánto de él sirve a la MCR: líneas, presupuesto y metas sin línea (R23, R56)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion.ambitos import sectores_de

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mesgepret.expediente import Expediente, Meta
    from mesgepret.expediente.productos import LineaPoa, Poa


@dataclass(frozen=True, slots=True)
class Cotejo:
    """Un POA frente a la MCR.

    `sin_meta`: sus líneas que no dicen a qué meta sirven; `sin_linea`: las metas de la institución a que no sirve
    ninguna. `presupuesto` y `con_meta`: lo que suman todas las líneas, y las que sirven a alguna meta; None si de
    alguna no consta un número.
    """

    poa: Poa
    sin_meta: tuple[LineaPoa, ...]
    sin_linea: tuple[Meta, ...]
    presupuesto: Decimal | None
    con_meta: Decimal | None


def cotejos(expediente: Expediente) -> list[Cotejo]:
    """El de cada POA, por mesa, año e institución."""
    return [_cotejar(poa, expediente) for mesa in expediente.mesas.values() for poa in mesa.poas]


def _cotejar(poa: Poa, expediente: Expediente) -> Cotejo:
    servidas = {linea.meta.id for linea in poa.lineas if linea.meta is not None}
    suyas = [m for m in poa.institucion.metas if m.vigente(expediente.corte) and poa.mesa.sector in sectores_de(m)]
    callan = any(linea.reserva("meta") for linea in poa.lineas) or poa.reserva("lineas")
    return Cotejo(
        poa=poa,
        sin_meta=tuple(linea for linea in poa.lineas if not linea.tiene("meta")),
        sin_linea=() if callan else tuple(m for m in suyas if m.id not in servidas),
        presupuesto=_suma(poa.lineas),
        con_meta=_suma(linea for linea in poa.lineas if linea.meta is not None),
    )


def _suma(lineas: Iterable[LineaPoa]) -> Decimal | None:
    montos = [_monto(linea.presupuesto) for linea in lineas]
    return sum((m for m in montos if m is not None), Decimal(0)) if None not in montos else None


def _monto(presupuesto: Any) -> Decimal | None:
    dicho = presupuesto.get("monto") if isinstance(presupuesto, dict) else presupuesto
    return Decimal(str(dicho)) if isinstance(dicho, int | float) and not isinstance(dicho, bool) else None
