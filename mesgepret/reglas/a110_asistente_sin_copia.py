"""De quienes asistieron sin estar acreditados a los que no recibieron copia."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente import Miembro
from mesgepret.expediente.campos import RESERVADO
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A110")
def asistente_sin_copia(expediente: Expediente) -> Iterator[Hallado]:
    """Asistente no acreditado ese día que no está entre los destinatarios de la ayuda memoria definitiva (R94, T8)."""
    for acta in expediente.actas:
        if not acta.definitiva or not acta.distribucion:
            continue
        mesa = acta.mesa
        sin_acreditar = [
            p
            for p in acta.participantes
            if p.asistio and not (isinstance(p.miembro, Miembro) and mesa.acredita(p.miembro, acta.fecha))
        ]
        if not sin_acreditar:
            continue
        acreditados = {sena for a in mesa.acreditados(acta.fecha) for sena in (a.id, a.nombre)}
        faltan = [
            participante.llamado
            for participante in sin_acreditar
            if acreditados.isdisjoint(participante.senas)
            if participante.llamado not in ("", RESERVADO) and acta.entregada(*participante.senas) is None
        ]
        if faltan:
            yield (
                acta.en("distribucion"),
                f"asistieron sin estar acreditados y no figuran entre los destinatarios: «{'», «'.join(faltan)}»",
                acta.sesion.id,
            )
