"""De una agenda a los números de punto que lleva dos veces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A129")
def punto_repetido(expediente: Expediente) -> Iterator[Hallado]:
    """El mismo número de punto dos veces en la agenda de una convocatoria o de una ayuda memoria (R80, R89)."""
    for sesion in expediente.sesiones.values():
        documentos: tuple[Any, ...] = (sesion.convocatoria, sesion.acta)
        for documento in filter(None, documentos):
            primeros: dict[int | None, Any] = {}
            for punto in documento.agenda:
                if primeros.setdefault(punto.punto, punto) is not punto:
                    mensaje = f"el número de punto «{punto.punto}» ya lo lleva otro tema de la misma agenda"
                    yield punto.en("punto"), mensaje, sesion.id, (primeros[punto.punto].en("punto"),)
