"""De las firmas de una ayuda memoria a las que son de antes de la sesión."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A134")
def firma_anterior_a_la_sesion(expediente: Expediente) -> Iterator[Hallado]:
    """Firma con fecha anterior a la sesión."""
    for acta in expediente.actas:
        for firma in acta.firmas:
            if firma.fecha and firma.fecha < acta.fecha:
                quien = firma.miembro.nombre if firma.miembro else firma.nombre
                mensaje = f"«{quien}» firmó el «{firma.fecha}» la ayuda memoria de una sesión del {acta.fecha}"
                yield firma.en("fecha"), mensaje, acta.sesion.id
