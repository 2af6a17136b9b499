"""De un requisito a lo que le falta: lo que dice que lo sostiene y no está, o la clase que nada sostiene."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from mesgepret.cumplimiento.requisitos import Requisito

_SOSTIENEN = {
    "dato": ("campos",),
    "regla": ("reglas",),
    "informe": ("informes",),
    "proceso": ("campos", "reglas"),
}


class Falta(NamedTuple):
    """Un requisito que no se sostiene, y por qué."""

    requisito: str
    que: str


def faltas(
    requisitos: Iterable[Requisito],
    campos: Container[str],
    reglas: Container[str],
    informes: Container[str],
) -> list[Falta]:
    """Los requisitos que nombran un campo, una regla o un informe que no existe, o que ninguno sostiene."""
    halladas = []
    for requisito in requisitos:
        for clase, nombrados, existentes in (
            ("el campo", requisito.campos, campos),
            ("la regla", requisito.reglas, reglas),
            ("el informe", requisito.informes, informes),
        ):
            halladas += [Falta(requisito.id, f"no existe {clase} «{n}»") for n in nombrados if n not in existentes]
        for clase in requisito.clases:
            if not any(getattr(requisito, s) for s in _SOSTIENEN[clase]):
                halladas.append(Falta(requisito.id, f"nada sostiene que sea {clase}"))
    return halladas
