"""De números exactos a la cifra que se publica: se cuenta sin redondear, y se redondea una sola vez, al decirlo."""

from __future__ import annotations

from contextlib import contextmanager
from decimal import (
    ROUND_HALF_UP,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CIFRAS = 80
"""Cuántas caben en un resultado: lo que pasa de ahí no mide nada, y se niega."""

DECIMALES = 6
"""Los decimales de un resultado que otra cuenta puede volver a usar."""

DECIMALES_PUBLICADOS = 1
"""Con cuántos se publica un porcentaje; el resultado entero va a su lado."""

_AL_CONTAR = Context(prec=50, Emax=CIFRAS, Emin=-CIFRAS, traps=[DivisionByZero, InvalidOperation, Overflow])
_AL_PUBLICAR = Context(prec=3 * CIFRAS, rounding=ROUND_HALF_UP)


class Negativa(ValueError):
    """Una cuenta que no puede hacerse: su texto dice por qué, para que se publique. Nunca sale de `evaluacion`."""


@contextmanager
def cuentas() -> Iterator[None]:
    """Donde se cuenta con cincuenta cifras exactas; lo que no cabe es una `Negativa`."""
    try:
        with localcontext(_AL_CONTAR):
            yield
    except DecimalException as fallo:
        raise Negativa("la cuenta da un número desmesurado") from fallo


def redondear(valor: Decimal, decimales: int) -> Decimal:
    """El valor con tantos decimales; la mitad, hacia arriba, como en la escuela."""
    redondo = valor.quantize(Decimal(1).scaleb(-decimales), context=_AL_PUBLICAR)
    return abs(redondo) if redondo == 0 else redondo


def variacion(antes: Decimal, despues: Decimal) -> Decimal | None:
    """Cuánto cambió una cifra, como porcentaje de lo que era; None si era cero o no cabe en ninguna cuenta."""
    if antes == 0:
        return None
    try:
        with cuentas():
            return (despues - antes) / abs(antes) * 100
    except Negativa:
        return None


def decimales_de(valor: Decimal) -> int:
    """Los decimales con que se escribió un número: 2 en «64.10», ninguno en «12000»."""
    return max(0, -int(valor.as_tuple().exponent))


def publicado(valor: Decimal) -> str:
    """Un porcentaje como se publica: con un decimal, la mitad hacia arriba."""
    return f"{redondear(valor, DECIMALES_PUBLICADOS):f}"


def exacto(valor: Decimal) -> str:
    """Un número con seis decimales a lo sumo, sin ceros que sobren: «12000», «64.126543».

    Con exponente, solo el que no cabe en ninguna cuenta: «1E+300».
    """
    if valor.adjusted() > CIFRAS:
        return str(valor)
    if valor.adjusted() < -CIFRAS:
        return "0"
    dicho = f"{redondear(valor, DECIMALES) if decimales_de(valor) > DECIMALES else valor:f}"
    return dicho.rstrip("0").rstrip(".") if "." in dicho else dicho
