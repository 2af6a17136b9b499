"""De una actividad a los días en que su plan no rige."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("P115")
def actividad_fuera_del_plan(expediente: Expediente) -> Iterator[Hallado]:
    """Inicio o fin de una actividad fuera del `desde` y el `hasta` de su plan (R65).

    Del plan que acaba antes de empezar habla P108.
    """
    for plan in expediente.planes:
        if plan.desde and plan.hasta and plan.hasta < plan.desde:
            continue
        for actividad in plan.actividades:
            for clave, dia in (("inicio", actividad.inicio), ("fin", actividad.fin)):
                if dia and not plan.vigente(dia):
                    mensaje = (
                        f"la actividad «{actividad.actividad}» {_QUE[clave]} el «{dia}», y el plan rige del "
                        f"{plan.desde} al {plan.hasta}"
                    )
                    yield actividad.en(clave), mensaje, actividad.id, (plan.en(_BORDE[clave]),)


_QUE = {"inicio": "empieza", "fin": "acaba"}
_BORDE = {"inicio": "desde", "fin": "hasta"}
