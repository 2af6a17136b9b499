"""Del último resultado de un indicador a la razón por la que no se calcula."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mesgepret.evaluacion import evaluar
from mesgepret.evaluacion.coherencia import desajuste
from mesgepret.evaluacion.resultado import avances_de
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("F115")
def cifra_que_no_se_puede_calcular(expediente: Expediente) -> Iterator[Hallado]:
    """El resultado al corte es `no_calculable`: las cifras se contradicen o el método se niega (R25).

    Del método que no le va habla I145; de la cifra repetida, F110; del semáforo que deja valores sin luz, I146.
    """
    evaluacion = evaluar(expediente)
    sin_luz = any(True for tabla in expediente.semaforos.values() for _ in tabla.quiebros)
    for indicador in expediente.indicadores_en_vigor():
        resultado = evaluacion.indicador(indicador)
        if resultado.estado != "no_calculable" or sin_luz or desajuste(indicador):
            continue
        dichas = Counter((a.periodo, a.fecha_corte) for a in resultado.cifra.cuentan if not a.tiene("corrige"))
        if resultado.cifra.niega and not indicador.tiene("en_el_periodo") and max(dichas.values(), default=0) > 1:
            continue
        ultima = next(iter(reversed(avances_de(resultado))), None)
        yield (
            ultima.en("valor") if ultima is not None else indicador.en("metodo_cumplimiento"),
            f"el resultado de «{indicador.id}» en {resultado.periodo} no se puede calcular: {resultado.motivo}",
            indicador.id,
            (indicador.en("metodo_cumplimiento"),),
        )
