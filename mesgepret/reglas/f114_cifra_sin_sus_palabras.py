"""De una cifra que no es exacta a las palabras de su fuente."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.expediente.avances import Avance
    from mesgepret.expediente.indicadores import LineaBase, MetaAnual
    from mesgepret.reglas.registro import Hallado


DE_PALABRA = frozenset(["redondeada", "aproximada", "minimo", "maximo"])
"""Las precisiones que salen de cómo lo dice la fuente: «más de», «cerca de»."""


@regla("F114")
def cifra_sin_sus_palabras(expediente: Expediente) -> Iterator[Hallado]:
    """Cifra, línea base o meta con `precision` redondeada, aproximada, mínima o máxima, y sin `texto_fuente` (R25).

    La que da sus variables ya dice de dónde sale.
    """
    dichas: list[tuple[Avance | LineaBase | MetaAnual, str, str]] = []
    for avance in expediente.avances:
        dichas.append((avance, str(avance.datos["indicador"]), f"la cifra de {avance.periodo}"))
    for indicador in expediente.indicadores.values():
        dichas += [(indicador.linea_base, indicador.id, "la línea base")] if indicador.linea_base else []
        dichas += [(anual, indicador.id, f"la meta de {anual.anio}") for anual in indicador.metas_anuales]
    for pieza, id, que in dichas:
        if pieza.precision in DE_PALABRA and not pieza.tiene("texto_fuente") and not pieza.tiene("variables"):
            yield (
                pieza.en("precision"),
                f"{que} de «{id}» es «{pieza.precision}», y no trae las palabras de su fuente",
                id,
            )
