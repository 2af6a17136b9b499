"""De dos revisiones a lo que no podía pasar entre ellas: los Lineamientos hacen definitivo lo acordado (R84)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.historia.actas import de_las_actas
from mesgepret.historia.metas import de_las_metas
from mesgepret.historia.registros import de_las_cifras, de_los_miembros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.historia.epoca import Epoca
    from mesgepret.historia.falta import Falta


def faltas(antes: Epoca, despues: Epoca) -> Iterator[Falta]:
    """Todo lo que no podía pasar de una revisión a otra."""
    yield from de_las_actas(antes, despues)
    yield from de_las_metas(antes, despues)
    yield from de_las_cifras(antes, despues)
    yield from de_los_miembros(antes, despues)
