"""De los números usados en una serie a los que se saltaron."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A107")
def salto_en_la_numeracion(expediente: Expediente) -> Iterator[Hallado]:
    """Hueco entre dos números usados en la serie de una mesa, grupo y año; la serie empieza en el primero (R85)."""
    for mesa in expediente.mesas.values():
        for (_, anio), actas in mesa.series.items():
            if any(acta.reserva("numero") for acta in actas):
                continue
            usados = {acta.numero_vigente: acta for acta in reversed(actas)}
            numeros = sorted(numero for numero in usados if numero is not None)
            for antes, despues in pairwise(numeros):
                if despues - antes > 1:
                    primero, ultimo = antes + 1, despues - 1
                    hueco = f"falta el {primero}" if primero == ultimo else f"faltan del {primero} al {ultimo}"
                    acta = usados[despues]
                    mensaje = f"en {anio} se pasa del No. de Acta {antes} al «{despues}»: {hueco}"
                    yield acta.en("numero"), mensaje, acta.sesion.id, (usados[antes].en("numero"),)
