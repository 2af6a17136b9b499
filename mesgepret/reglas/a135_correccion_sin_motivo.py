"""De la lectura de una ayuda memoria anterior a las correcciones que no se dicen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A135")
def correccion_sin_motivo(expediente: Expediente) -> Iterator[Hallado]:
    """Ayuda memoria anterior aprobada con correcciones, o pospuesta, sin motivo ni fe de erratas sobre ella."""
    for acta in expediente.actas:
        corregidas = {errata.corregida for errata in acta.fe_de_erratas}
        for anterior in (anterior for punto in acta.agenda for anterior in punto.actas_anteriores):
            leida = anterior.acta.acta if anterior.acta else None
            propios = (leida, *leida.acuerdos) if leida else ()
            if anterior.tiene("motivo") or not corregidas.isdisjoint(propios):
                continue
            if anterior.resolucion in ("con_correcciones", "pospuesta"):
                cual = anterior.acta.id if anterior.acta else anterior.texto
                pospuesta = anterior.resolucion == "pospuesta"
                hecho = "se pospuso, y no se dice por qué" if pospuesta else "pidió correcciones, y no se dice cuáles"
                yield anterior.en("resolucion"), f"la lectura de «{cual}» {hecho}", acta.sesion.id
