"""De un curso de acción en marcha a la aprobación de su estrategia."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D106")
def curso_iniciado_sin_aprobar(expediente: Expediente) -> Iterator[Hallado]:
    """Curso ya iniciado de una estrategia sectorial que el nivel político no ha aprobado (R31).

    Iniciado: lo dice su seguimiento o, si no lo tiene, llegó el día en que empezaba. Un borrador que aprueba, aprueba.
    """
    for mesa in expediente.mesas.values():
        for limitante in mesa.limitantes:
            for estrategia in limitante.estrategias:
                if estrategia.aprobada or estrategia.reserva("acordada_en") or not estrategia.sectorial:
                    continue
                for curso in estrategia.cursos:
                    if curso.iniciado(expediente.hoy):
                        mensaje = (
                            f"el curso de acción «{curso.que}» está en marcha, y ningún acta del nivel político "
                            f"aprueba su estrategia, «{estrategia.titulo}»"
                        )
                        yield curso.en("inicio"), mensaje, curso.id, tuple(e.en() for e in curso.entradas[:1])
