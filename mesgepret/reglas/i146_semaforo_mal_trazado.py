"""De los tramos de un semáforo a los valores que quedan sin luz, o con dos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I146")
def semaforo_mal_trazado(expediente: Expediente) -> Iterator[Hallado]:
    """Tramos que no van de menor a mayor desde −∞ hasta +∞, cota de ninguno o de dos, o `si_se_alcanza` de ninguno."""
    for tabla in expediente.semaforos.values():
        nombres = [tramo.id for tramo in tabla.tramos]
        if tabla.si_se_alcanza and not tabla.reserva("si_se_alcanza") and tabla.si_se_alcanza not in nombres:
            yield (
                tabla.en("si_se_alcanza"),
                f"en el semáforo «{tabla.id}», «{tabla.si_se_alcanza}» no es ninguno de sus tramos",
                tabla.id,
            )
        repetido = next((t for i, t in enumerate(tabla.tramos) if t.id in nombres[:i]), None)
        if repetido is not None:
            yield repetido.en("id"), f"el semáforo «{tabla.id}» tiene dos tramos «{repetido.id}»", tabla.id
        for pieza, clave, mensaje in tabla.quiebros:
            yield pieza.en(clave), f"en el semáforo «{tabla.id}», {mensaje}", tabla.id
