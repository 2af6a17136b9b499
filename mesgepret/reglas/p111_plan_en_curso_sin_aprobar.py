"""De un plan en curso a la aprobación que le falta, o a las autoridades que faltan en ella."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P111")
def plan_en_curso_sin_aprobar(expediente: Expediente) -> Iterator[Hallado]:
    """Plan que rige al corte sin aprobar, o aprobado sin la máxima autoridad de alguna institución de la mesa (R66).

    Se mira su versión, y un borrador no la aprueba todavía. Lo que aprobó quien no podía es de P109.
    """
    for plan in expediente.planes:
        if not plan.vigente(expediente.hoy) or plan.reserva("aprobacion"):
            continue
        if not plan.aprobaciones and plan.mesa.calla_resoluciones:
            continue
        if not plan.aprobaciones:
            yield plan.en("version"), f"el plan rige y su versión «{plan.version}» no está aprobada", plan.id
        elif all(aprobacion.provisional for aprobacion in plan.aprobaciones):
            mensaje = f"el plan rige y su versión «{plan.version}» solo está aprobada en un borrador"
            yield plan.en("version"), mensaje, plan.id, tuple(a.en() for a in plan.aprobaciones)
        elif faltan := plan.sin_su_autoridad:
            yield (
                plan.en("version"),
                f"la versión «{plan.version}» se aprobó sin la máxima autoridad de "
                + ", ".join(f"«{institucion.sigla}»" for institucion in faltan),
                plan.id,
                tuple(a.en() for a in plan.aprobaciones),
            )
