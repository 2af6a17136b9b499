"""De una fe de erratas a lo que corrige sin ser anterior."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Acuerdo
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A127")
def errata_de_lo_que_no_es_anterior(expediente: Expediente) -> Iterator[Hallado]:
    """Fe de erratas sobre la misma ayuda memoria que la trae, o sobre una posterior (R84)."""
    for acta in expediente.actas:
        for errata in acta.fe_de_erratas:
            corregida = errata.corregida
            leida = corregida.acta if isinstance(corregida, Acuerdo) else corregida
            if leida is not None and not leida.sesion.anterior_a(acta.sesion):
                sesion = leida.sesion
                cual = "la misma ayuda memoria" if sesion is acta.sesion else f"la del {sesion.fecha}, posterior"
                mensaje = f"la fe de erratas de la sesión del {acta.fecha} corrige «{errata.sobre.id}», de {cual}"
                yield errata.en("sobre"), mensaje, acta.sesion.id, (sesion.en(),)
