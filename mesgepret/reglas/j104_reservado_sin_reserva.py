"""De un dato reservado a la constancia de quién lo mandó."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("J104")
def reservado_sin_reserva(expediente: Expediente) -> Iterator[Hallado]:
    """Valor `reservado` que ninguna entrada de `reservas` nombra, ni a él ni a aquello en que está."""
    for raiz in expediente.raices:
        if raiz.reserva("reservas"):
            continue
        seguidas = (raiz.seguir(reserva.campo) for reserva in raiz.reservas)
        dichas = [ruta for ruta, dato in seguidas if dato is not None]
        for ruta in raiz.reservados:
            if ruta[0] != "reservas" and not any(ruta[: len(dicha)] == dicha for dicha in dichas):
                campo = ".".join(map(str, ruta))
                yield raiz.en(*ruta), f"«{campo}» está reservado, y ninguna entrada de «reservas» dice por qué"
