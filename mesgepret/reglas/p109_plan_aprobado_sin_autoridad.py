"""De la aprobación de un plan a quien la dio sin ser máxima autoridad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P109")
def plan_aprobado_sin_autoridad(expediente: Expediente) -> Iterator[Hallado]:
    """Aprobación fuera de sesión de quien no era máxima autoridad acreditada ese día, o que no dice de quién (R66).

    O resolución de una sesión en que no tomó parte el nivel político, si este no aprobó además esa versión.
    """
    for plan in expediente.planes:
        fuera = plan.aprobacion
        if fuera and fuera.datos.get("por", []) == []:
            yield fuera.en("por"), "la aprobación no dice qué máximas autoridades la dieron", plan.id
        elif fuera and fuera.ajenos:
            mensaje = (
                f"aprueban el {fuera.fecha} quienes ese día no eran máxima autoridad acreditada: "
                f"«{'», «'.join(fuera.ajenos)}»"
            )
            yield fuera.en("por"), mensaje, plan.id
        dichas = [r for r in plan.resoluciones if r.resolucion == "aprobado"]
        elevadas = [fuera.version] if fuera else []
        elevadas += [plan.version_de(r) for r in dichas if r.politica]
        for resolucion in dichas:
            if not resolucion.politica and plan.version_de(resolucion) not in elevadas:
                mensaje = (
                    f"«{plan.id}» lo aprueba una sesión de nivel «{resolucion.acuerdo.acta.nivel}», sin las máximas "
                    "autoridades"
                )
                yield resolucion.en("sobre"), mensaje, plan.id
