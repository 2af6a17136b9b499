"""De las fes de erratas a las que corrigen lo que todavía se puede cambiar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Acuerdo
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A128")
def errata_de_un_borrador(expediente: Expediente) -> Iterator[Hallado]:
    """Fe de erratas sobre una ayuda memoria que sigue en borrador: se corrige en ella (R84)."""
    for acta in expediente.actas:
        for errata in acta.fe_de_erratas:
            corregida = errata.corregida
            leida = corregida.acta if isinstance(corregida, Acuerdo) else corregida
            if leida is not None and not leida.definitiva and leida is not acta:
                mensaje = f"la fe de erratas corrige «{errata.sobre.id}», de una ayuda memoria que sigue en borrador"
                yield errata.en("sobre"), mensaje, acta.sesion.id, (leida.en("estado"),)
