"""De un acuerdo a lo que rectifica sin ser anterior."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S112")
def rectifica_lo_que_no_es_anterior(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo que se rectifica a sí mismo, o a uno de una sesión posterior o que va después en la misma (R84)."""
    for acuerdo in expediente.acuerdos.values():
        otro = acuerdo.rectifica
        if otro is None:
            continue
        misma = otro.acta is acuerdo.acta
        if otro is acuerdo:
            yield acuerdo.en("rectifica"), f"el acuerdo «{acuerdo.id}» se rectifica a sí mismo", acuerdo.id
        elif otro.ruta > acuerdo.ruta if misma else not otro.acta.sesion.anterior_a(acuerdo.acta.sesion):
            mensaje = f"«{acuerdo.id}», del {acuerdo.acta.fecha}, rectifica «{otro.id}», que se acordó después"
            yield acuerdo.en("rectifica"), mensaje, acuerdo.id, (otro.en(),)
