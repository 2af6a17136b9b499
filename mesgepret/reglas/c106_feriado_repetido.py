"""Del calendario a los días que lleva dos veces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente, Pieza
    from mesgepret.reglas.registro import Hallado


@regla("C106")
def feriado_repetido(expediente: Expediente) -> Iterator[Hallado]:
    """El mismo día dos veces en `calendario/feriados.yaml` (R81, T6)."""
    primeros: dict[object, Pieza] = {}
    for feriado in expediente.feriados:
        if primeros.setdefault(feriado.fecha, feriado) is not feriado:
            lugares = (primeros[feriado.fecha].en("fecha"),)
            mensaje = f"el «{feriado.fecha}» ya está en el calendario"
            yield feriado.en("fecha"), f"{mensaje}: «{feriado.nombre}»", "", lugares
