"""Del reloj y sus tropiezos a un día: lo que depende de la máquina y no de los documentos."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


class Impedimento(Exception):
    """El entorno no deja seguir (falta un permiso, no queda disco): mensaje en español; la puerta sale con 2."""


def dia_de_hoy(zona: str) -> date | None:
    """El día del reloj en una zona horaria; None si la zona no existe."""
    try:
        return datetime.now(UTC).astimezone(ZoneInfo(zona)).date()
    except (OSError, ValueError, KeyError):  # ZoneInfoNotFoundError es un KeyError; un nombre con «..», un ValueError
        return None
