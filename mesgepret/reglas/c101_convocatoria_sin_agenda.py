"""De una convocatoria enviada a la agenda que no llevaba."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("C101")
def convocatoria_sin_agenda(expediente: Expediente) -> Iterator[Hallado]:
    """Convocatoria enviada sin agenda básica, o con la agenda vacía (R80)."""
    for sesion in (s for s in expediente.sesiones.values() if not s.de_grupo):
        convocatoria = sesion.convocatoria
        if convocatoria and convocatoria.tiene("enviada") and convocatoria.datos.get("agenda", []) == []:
            envio = convocatoria.enviada
            cuando = f" el {envio.fecha}" if envio and envio.fecha else ""
            yield (
                convocatoria.en("agenda"),
                f"la convocatoria para el «{sesion.fecha}» se envió{cuando} sin agenda",
                sesion.id,
            )
