"""De lo que una fe de erratas dice corregir a lo que el documento decía."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import en_linea
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A125")
def errata_que_no_casa(expediente: Expediente) -> Iterator[Hallado]:
    """Fe de erratas cuyo `dice` no es lo que el documento decía, con las erratas anteriores aplicadas (R84).

    No se mira si era texto, número o lista de uno, ni los espacios. Sin `dice` es una adición.
    """
    for acta in expediente.actas:
        for errata in acta.fe_de_erratas:
            if errata.corregida is not None and not errata.casa:
                dice, decia = en_linea(errata.dice)[:100], en_linea(errata.decia)[:100]
                dicho = f"decía «{decia}»" if decia else "no decía nada"
                mensaje = f"la fe de erratas corrige «{dice}», y «{errata.campo}» de «{errata.sobre.id}» {dicho}"
                yield errata.en("dice"), mensaje, acta.sesion.id, (errata.corregida.en(errata.campo),)
