"""De las ayudas memoria emitidas a las que no llevan número."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A106")
def acta_sin_numero(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria definitiva sin No. de Acta de Acuerdos, ni añadido por fe de erratas (R85); no las de un grupo."""
    for acta in expediente.actas:
        if acta.definitiva and not acta.tiene("grupo") and not acta.tiene("numero") and acta.numero_vigente is None:
            yield acta.en(), f"la ayuda memoria del «{acta.fecha}» no lleva No. de Acta de Acuerdos", acta.sesion.id
