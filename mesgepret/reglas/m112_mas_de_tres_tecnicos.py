"""De las acreditaciones técnicas de una institución a cuántas rigen el mismo día."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


TOPE = 3
"""Participantes de una institución a nivel técnico-operativo (R73)."""


@regla("M112")
def mas_de_tres_tecnicos(expediente: Expediente) -> Iterator[Hallado]:
    """Más de tres titulares técnicos de una institución, contada la coordinación; se dice el primer día (R73, T9)."""
    for mesa in expediente.mesas.values():
        for institucion, dias in mesa.dias_de_acreditacion.items():
            for dia in dias:
                titulares = mesa.titulares_tecnicos(institucion, dia)
                if len(titulares) > TOPE and dia <= expediente.hoy and expediente.juzga(dia):
                    nombres = ", ".join(f"«{a.nombre}»" for a in titulares)
                    yield (
                        titulares[TOPE].en("desde"),
                        (
                            f"«{institucion.sigla}» tenía {len(titulares)} titulares acreditados a nivel "
                            f"técnico-operativo el {dia} ({nombres}), y en términos generales son {TOPE} a lo sumo"
                        ),
                        institucion.id,
                        tuple(a.en("desde") for a in titulares[:TOPE]),
                    )
                    break
