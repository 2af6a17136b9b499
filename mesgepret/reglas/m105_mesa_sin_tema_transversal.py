"""De los temas de todas las mesas a los que una no integra."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M105")
def mesa_sin_tema_transversal(expediente: Expediente) -> Iterator[Hallado]:
    """Tema de alcance `todas` fuera de `transversales` o dicho no pertinente, salvo en su propia mesa (R40, T10)."""
    for mesa in expediente.mesas.values():
        for tema in expediente.catalogos.temas if not mesa.reserva("transversales") else ():
            if not tema.en_todas or mesa.sector in tema.sectores:
                continue
            dichos = [t for t in mesa.transversales if t.tema is tema]
            if all(t.datos.get("pertinente") is False for t in dichos):
                yield (
                    dichos[0].en("pertinente") if dichos else mesa.en("transversales"),
                    f"la mesa no integra el tema transversal «{tema.nombre}» ({tema.id}), que es de todas las mesas",
                    mesa.id,
                )
