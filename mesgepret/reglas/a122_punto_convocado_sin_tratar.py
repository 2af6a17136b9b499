"""De la agenda convocada a los puntos de los que la ayuda memoria no da razón."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A122")
def punto_convocado_sin_tratar(expediente: Expediente) -> Iterator[Hallado]:
    """Punto de la agenda convocada que no está en la del acta; o punto no tratado o pospuesto sin motivo.

    Los puntos se reconocen por su número, que la ayuda memoria conserva.
    """
    for acta in expediente.actas:
        if not acta.agenda or acta.con_errata("agenda"):
            continue
        tratados = {punto.punto for punto in acta.agenda}
        for convocado in acta.sesion.convocatoria.agenda if acta.sesion.convocatoria else ():
            if convocado.punto not in tratados:
                mensaje = (
                    f"se convocó el punto {convocado.punto}, «{convocado.tema}», y la ayuda memoria no da razón de él"
                )
                yield acta.en("agenda"), mensaje, acta.sesion.id, (convocado.en(),)
        for punto in acta.agenda:
            if punto.estado in ("no_tratado", "pospuesto") and not punto.tiene("motivo"):
                mensaje = f"el punto {punto.punto}, «{punto.tema}», quedó «{punto.estado}» y no se dice por qué"
                yield punto.en("estado"), mensaje, acta.sesion.id
