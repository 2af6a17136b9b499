"""De una meta sectorial a la manera en que llega su dato."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado

PARTES = {"recoleccion": "cómo se recoge el dato", "responsable": "quién lo remite", "frecuencia": "cada cuánto"}
"""Lo que un mecanismo ha de decir: la clave y cómo se le nombra."""


@regla("I119")
def meta_sin_mecanismo(expediente: Expediente) -> Iterator[Hallado]:
    """Meta sectorial sin `mecanismo`, o que no dice su recolección, su responsable o su frecuencia (R48)."""
    for meta in expediente.metas_en_vigor("sectorial"):
        mecanismo = meta.mecanismo
        faltan = [n for clave, n in PARTES.items() if mecanismo is not None and not mecanismo.tiene(clave)]
        if not meta.tiene("mecanismo"):
            yield (
                meta.en("mecanismo"),
                f"la meta sectorial «{meta.id}» no dice cómo llega su dato al SIGPRET, quién lo remite ni cada cuánto",
                meta.id,
            )
        elif faltan:
            yield (
                meta.en("mecanismo"),
                f"el mecanismo de información de la meta sectorial «{meta.id}» no dice {', '.join(faltan)}",
                meta.id,
            )
