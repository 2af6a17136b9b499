"""De la línea base de un indicador a su primera meta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.periodos import fin_de
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I130")
def base_posterior_a_la_meta(expediente: Expediente) -> Iterator[Hallado]:
    """Línea base cuyo periodo no acaba antes que el primer año con meta (R08, R20)."""
    for indicador in expediente.indicadores.values():
        base = indicador.linea_base
        fin = base.fin if base is not None else None
        if base is None or fin is None or not indicador.anios or fin < fin_de(str(indicador.anios[0])):
            continue
        yield (
            base.en("periodo" if base.tiene("periodo") else "anio"),
            (
                f"la línea base del indicador «{indicador.id}» es de {base.periodo or base.anio}, y su primera meta, "
                f"de {indicador.anios[0]}: se parte de antes"
            ),
            indicador.id,
            (indicador.en("metas_anuales"),),
        )
