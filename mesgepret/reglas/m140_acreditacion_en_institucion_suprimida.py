"""De una acreditación al último día de la institución que la hizo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M140")
def acreditacion_en_institucion_suprimida(expediente: Expediente) -> Iterator[Hallado]:
    """Sigue vigente después del último día de la institución, y ese día ya pasó (R71, T5)."""
    for mesa in expediente.mesas.values():
        for acreditacion in mesa.acreditaciones:
            vigencia = acreditacion.institucion.vigencia if acreditacion.institucion else None
            fin = vigencia.hasta if vigencia else None
            if vigencia is None or fin is None or fin >= expediente.hoy or not expediente.juzga(fin):
                continue
            if not acreditacion.reserva("hasta") and (acreditacion.hasta is None or acreditacion.hasta > fin):
                sucesora = f", a la que sucede «{vigencia.sucesora.sigla}»" if vigencia.sucesora else ""
                yield (
                    acreditacion.en("hasta"),
                    (
                        f"la acreditación de «{acreditacion.nombre}» por «{acreditacion.sigla}» no acaba el {fin}, "
                        f"último día de la institución{sucesora}"
                    ),
                    acreditacion.id,
                    (vigencia.en("hasta"),),
                )
