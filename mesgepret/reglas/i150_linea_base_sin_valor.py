"""De una línea base a la cifra que no dice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I150")
def linea_base_sin_valor(expediente: Expediente) -> Iterator[Hallado]:
    """Línea base sin `valor` y sin decir en `sin_dato` por qué no lo hay (R08)."""
    for indicador in expediente.indicadores.values():
        base = indicador.linea_base
        if base is not None and not base.tiene("valor") and not base.tiene("sin_dato"):
            palabras = f", y la fuente dice «{base.texto_fuente}»" if base.texto_fuente else ""
            yield (
                indicador.en("linea_base"),
                f"la línea base de «{indicador.id}» no trae ninguna cifra ni dice por qué{palabras}",
                indicador.id,
            )
