"""De un tema según pertinencia a lo que la mesa declara de él."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M127")
def pertinencia_sin_declarar(expediente: Expediente) -> Iterator[Hallado]:
    """No se dice si es pertinente, o por qué; en su propia mesa, un tema simple se da por dicho (R42, T7, T10)."""
    for mesa in expediente.mesas.values():
        for tema in expediente.catalogos.temas if not mesa.reserva("transversales") else ():
            if tema.en_todas or tema.sectores == (mesa.sector,):
                continue
            dicho = next((t for t in mesa.transversales if t.tema is tema), None)
            if dicho is None or not dicho.tiene("pertinente"):
                yield (
                    dicho.en("tema") if dicho else mesa.en("transversales"),
                    f"la mesa no declara si el tema «{tema.nombre}» ({tema.id}) es pertinente, y por qué",
                    mesa.id,
                )
            elif not dicho.tiene("motivo"):
                es = (
                    "reservado"
                    if dicho.reserva("pertinente")
                    else "pertinente"
                    if dicho.pertinente
                    else "no pertinente"
                )
                yield (
                    dicho.en("pertinente"),
                    f"la mesa declara «{es}» el tema «{tema.nombre}» ({tema.id}), y no dice el motivo",
                    mesa.id,
                )
