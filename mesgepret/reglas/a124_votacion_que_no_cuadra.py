"""De los votos de un acuerdo a los que podía haber."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A124")
def votacion_que_no_cuadra(expediente: Expediente) -> Iterator[Hallado]:
    """Más votos que asistentes, votación sin ningún voto, o consenso con votos en contra (R16)."""
    for acuerdo in expediente.acuerdos.values():
        decision = acuerdo.decision
        if decision is None:
            continue
        votos = [voto for voto in (decision.favor, decision.contra, decision.abstencion) if voto is not None]
        constan, dichos = acuerdo.acta.asistentes, any(map(decision.tiene, ("favor", "contra", "abstencion")))
        if constan is not None and sum(votos) > constan:
            mensaje = f"en «{acuerdo.id}» suman «{sum(votos)}» votos, y en la lista de participantes constan {constan}"
            yield decision.en(), mensaje, acuerdo.id, (acuerdo.acta.en("participantes"),)
        if decision.forma == "votacion" and not dichos:
            yield decision.en("forma"), f"«{acuerdo.id}» se decidió por votación, y no dice ningún voto", acuerdo.id
        if decision.forma == "consenso" and decision.contra:
            mensaje = f"«{acuerdo.id}» se decidió por consenso, y constan {decision.contra} votos en contra"
            yield decision.en("contra"), mensaje, acuerdo.id
