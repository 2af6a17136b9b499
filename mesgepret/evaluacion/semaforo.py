"""De un cumplimiento a su luz: el tramo de una tabla que dice su color, su forma y su palabra."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from mesgepret.expediente.mcr import Semaforo, Tramo


class Luz(NamedTuple):
    """El tramo en que cae un resultado, y en qué tabla; `alcanzada`: si lo decide que la meta ya se alcanzó."""

    tabla: Semaforo
    tramo: Tramo
    alcanzada: bool = False

    @property
    def color(self) -> str:
        """El color, que es lo que se compara entre tablas."""
        return self.tramo.color


def encender(tabla: Semaforo, cumplimiento: Decimal, razon: Decimal | None, *, alcanzada: bool = False) -> Luz | None:
    """La luz de un resultado; `razon` es el avance entre la meta, para las tablas que miran eso y no el cumplimiento.

    None si la tabla no tiene con qué decidir. El valor se compara sin redondear.
    """
    if alcanzada and tabla.si_se_alcanza:
        return next((Luz(tabla, t, alcanzada=True) for t in tabla.tramos if t.id == tabla.si_se_alcanza), None)
    valor = razon if tabla.base == "razon" else cumplimiento
    if valor is None:
        return None
    return next((Luz(tabla, tramo) for tramo in tabla.tramos if _cae(tramo, valor)), None)


def _cae(tramo: Tramo, valor: Decimal) -> bool:
    por_abajo = tramo.desde is None or valor > tramo.desde or (tramo.incluye_desde and valor == tramo.desde)
    por_arriba = tramo.hasta is None or valor < tramo.hasta or (tramo.incluye_hasta and valor == tramo.hasta)
    return por_abajo and por_arriba


def sirve(tabla: Semaforo, metodo: str) -> bool:
    """Si la tabla se hizo para ese método; la que no nombra ninguno sirve a los que no tienen tabla propia."""
    return metodo in tabla.metodos if tabla.metodos else metodo != "crecimiento"


def tabla_de(metodo: str, tablas: Iterable[Semaforo]) -> Semaforo | None:
    """La que toca a un método mientras nadie nombre otra: la que se hizo para él o, si no la hay, la de por defecto."""
    todas = list(tablas)
    suya = next((tabla for tabla in todas if metodo in tabla.metodos), None)
    return suya or next((tabla for tabla in todas if tabla.por_defecto), None)
