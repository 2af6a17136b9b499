"""De los acuerdos abiertos a los que ya pasó su plazo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import situacion
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S117")
def acuerdo_vencido(expediente: Expediente) -> Iterator[Hallado]:
    """Acuerdo abierto cuyo plazo, con sus reprogramaciones y erratas, pasó: cuántos días, y de quién (R07, R91).

    El que nació vencido es de S104; no se avisa del que otro rectificó.
    """
    for acuerdo in expediente.acuerdos.values():
        if acuerdo.rectificado_por:
            continue
        vista = situacion(acuerdo, expediente.hoy)
        puesto = vista.reprogramaciones[-1].fecha if vista.reprogramaciones else acuerdo.acta.fecha
        if vista.vencido and vista.plazo and vista.plazo >= puesto:
            responden = ", ".join(acuerdo.a_cargo)
            dias = "un día" if vista.atraso == 1 else f"{vista.atraso} días"
            mensaje = (
                f"el acuerdo «{acuerdo.id}» venció el {vista.plazo} y sigue abierto, con {dias} de atraso"
                f"{'; a cargo de ' + responden if responden else ''}"
            )
            movido = tuple(entrada.en("nuevo_plazo") for entrada in vista.reprogramaciones[-1:])
            yield acuerdo.en("plazo"), mensaje, acuerdo.id, movido
