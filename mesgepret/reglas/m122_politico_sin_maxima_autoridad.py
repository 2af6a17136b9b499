"""De quien se acredita a nivel político a lo que es en su institución."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M122")
def politico_sin_maxima_autoridad(expediente: Expediente) -> Iterator[Hallado]:
    """Acreditación de nivel político cuyo `papel` no es máxima autoridad, o que no lo dice (R34)."""
    for mesa in expediente.mesas.values():
        for acreditacion in mesa.acreditaciones:
            if acreditacion.nivel != "politico" or acreditacion.es_maxima_autoridad:
                continue
            if expediente.juzga(acreditacion.hasta):
                como = f"como «{acreditacion.papel}»" if acreditacion.papel else "sin decir qué papel tiene"
                yield (
                    acreditacion.en("papel"),
                    (
                        f"«{acreditacion.nombre}» se acredita a nivel político por «{acreditacion.sigla}» {como}, y "
                        "ese nivel lo integran las máximas autoridades"
                    ),
                    acreditacion.id,
                )
