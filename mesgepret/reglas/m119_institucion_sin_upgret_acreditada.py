"""De una institución que asistió a una sesión técnica a quién tenía acreditado de su UPGRET."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Acta, Expediente, Institucion, Participante
    from mesgepret.reglas.registro import Hallado


@regla("M119")
def institucion_sin_upgret_acreditada(expediente: Expediente) -> Iterator[Hallado]:
    """Alguien asistió por ella a una sesión técnica o conjunta sin que su UPGRET tuviera acreditado ese día (R29).

    De una institución que nunca tuvo a nadie de su UPGRET se dice la primera sesión, y cuántas son.
    """
    for mesa in expediente.mesas.values():
        casos: dict[Institucion, list[tuple[Acta, Participante]]] = {}
        for acta in mesa.celebradas:
            if acta.sesion.del_nivel("tecnico") and expediente.juzga(acta.fecha):
                con_upgret = {a.institucion for a in mesa.acreditados(acta.fecha) if a.de_upgret}
                sin_ella = [i for i in mesa.instituciones(acta.fecha) if i not in con_upgret]
                for institucion, participante in acta.representadas.items() if sin_ella else ():
                    if institucion in sin_ella:
                        casos.setdefault(institucion, []).append((acta, participante))
        for institucion, suyos in casos.items():
            acta, participante = suyos[0]
            yield (
                participante.en(),
                (
                    f"«{participante.llamado}» asistió por «{institucion.sigla}», cuya UPGRET no tenía a nadie "
                    f"acreditado en la mesa el {acta.fecha}"
                    + (f"; y así en {len(suyos)} sesiones" if len(suyos) > 1 else "")
                ),
                institucion.id,
                tuple(a.en("papel") for a in mesa.acreditados(acta.fecha, "tecnico") if a.institucion is institucion),
            )
