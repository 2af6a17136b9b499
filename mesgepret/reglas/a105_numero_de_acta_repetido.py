"""De los números de una serie a los que llevan dos ayudas memoria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Acta, Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A105")
def numero_de_acta_repetido(expediente: Expediente) -> Iterator[Hallado]:
    """El mismo No. de Acta de Acuerdos en la misma mesa, grupo y año, con su fe de erratas si la tiene (R85)."""
    for mesa in expediente.mesas.values():
        for (_, anio), actas in mesa.series.items():
            primeras: dict[int, Acta] = {}
            for acta in actas:
                numero = acta.numero_vigente
                if numero is not None and primeras.setdefault(numero, acta) is not acta:
                    otra = primeras[numero]
                    yield (
                        acta.en("numero"),
                        f"el No. de Acta «{numero}» de {anio} ya lo lleva la sesión del {otra.fecha}",
                        acta.sesion.id,
                        (otra.en("numero"),),
                    )
