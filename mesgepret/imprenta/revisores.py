"""Del expediente a CODEOWNERS: a quién pide revisión la forja cuando cambia lo de una mesa o lo de una institución.

GitHub y GitLab leen el mismo archivo en la raíz del repositorio de Git, y ahí va: dos copias acabarían por no decir lo
mismo. Un correo no es una cuenta: sería un dato personal en un archivo público (R72).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mesgepret.expediente import Acreditacion, Expediente

_ESPECIAL = re.compile(r"[ \\*?\[\]#]")
CABEZA = """\
# Lo escribe «mesgepret revisores» con las acreditaciones en vigor y la cuenta que cada una dice en `forja`.
# No lo edite: cámbiela en mesas/<sector>/miembros/<institución>.yaml y vuelva a escribirlo.
"""


def codeowners(expediente: Expediente, dentro: str = "") -> str:
    """El archivo entero. `dentro`: la carpeta de los documentos desde la raíz de Git, con «/» al final.

    Lo de una mesa lo revisan sus acreditados; lo de una institución, los suyos en cualquier mesa. En las dos forjas
    manda el último renglón que casa: lo general va antes.
    """
    desde = _ESPECIAL.sub(r"\\\g<0>", f"/{dentro}")
    renglones = [
        f"{desde}{patron} {' '.join(cuentas)}"
        for patron, cuentas in (*_de_las_mesas(expediente), *_de_las_instituciones(expediente))
        if cuentas
    ]
    return CABEZA + (
        "\n".join(["", *renglones, ""]) if renglones else "# Ninguna acreditación en vigor dice su cuenta.\n"
    )


def _de_las_mesas(expediente: Expediente) -> Iterator[tuple[str, list[str]]]:
    for mesa in expediente.mesas.values():
        suyas = _cuentas(mesa.acreditados(expediente.hoy))
        yield f"mesas/{mesa.sector.id}/", suyas
        yield f"mcr/sectoriales/{mesa.sector.id}.yaml", suyas


def _de_las_instituciones(expediente: Expediente) -> Iterator[tuple[str, list[str]]]:
    acreditadas = [a for mesa in expediente.mesas.values() for a in mesa.acreditados(expediente.hoy)]
    for institucion in expediente.instituciones.values():
        suyas = _cuentas(a for a in acreditadas if a.institucion is institucion)
        yield f"mcr/institucionales/{institucion.id}.yaml", suyas
        yield f"mcr/avances/*/{institucion.id}.yaml", suyas
        yield f"mesas/*/miembros/{institucion.id}.yaml", suyas


def _cuentas(acreditaciones: Iterable[Acreditacion]) -> list[str]:
    """Las cuentas, cada una una vez y en orden; lo reservado no se dice."""
    return sorted({f"@{a.forja.removeprefix('@')}" for a in acreditaciones if a.forja and not a.reserva("forja")})
