"""De una cifra reajustada al acuerdo que la cambió."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I131")
def reajuste_sin_acuerdo(expediente: Expediente) -> Iterator[Hallado]:
    """Reajuste de una meta o de lo programado sin `acuerdo`, o sin motivo (R84); cuenta desde el día en que rige.

    Del año cerrado que cambia sin acuerdo habla I149.
    """
    for indicador in expediente.indicadores.values():
        for reajuste in indicador.reajustes:
            claves = {"acuerdo": "el acuerdo que lo decidió", "motivo": "el motivo"}
            if reajuste.cerrada is not None:
                del claves["acuerdo"]
            faltan = [nombre for clave, nombre in claves.items() if not reajuste.tiene(clave)]
            rige = reajuste.desde is None or reajuste.desde <= expediente.hoy
            if faltan and rige and expediente.juzga(reajuste.desde):
                yield (
                    reajuste.en(),
                    (
                        f"la cifra de {reajuste.periodo} del indicador «{indicador.id}» cambia a {reajuste.valor} el "
                        f"{reajuste.desde} sin decir {' ni '.join(faltan)}"
                    ),
                    indicador.id,
                )
