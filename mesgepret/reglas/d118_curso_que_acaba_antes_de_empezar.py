"""De un curso de acción a un fin que va delante de su inicio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D118")
def curso_que_acaba_antes_de_empezar(expediente: Expediente) -> Iterator[Hallado]:
    """Curso de acción con `fin` anterior a `inicio` (R22)."""
    for mesa in expediente.mesas.values():
        for limitante in mesa.limitantes:
            for curso in (c for estrategia in limitante.estrategias for c in estrategia.cursos):
                if curso.inicio and curso.fin and curso.fin < curso.inicio:
                    mensaje = f"el curso de acción «{curso.que}» acaba el «{curso.fin}», antes de empezar"
                    yield curso.en("fin"), f"{mensaje}, el «{curso.inicio}»", curso.id, (curso.en("inicio"),)
