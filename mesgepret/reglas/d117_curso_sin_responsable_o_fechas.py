"""De un curso de acción a quién lo hará y cuándo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D117")
def curso_sin_responsable_o_fechas(expediente: Expediente) -> Iterator[Hallado]:
    """Curso de acción sin responsables, sin inicio o sin fin (R22)."""
    for mesa in expediente.mesas.values():
        for limitante in mesa.limitantes:
            for curso in (c for estrategia in limitante.estrategias for c in estrategia.cursos):
                faltan = [dicho for clave, dicho in _QUE.items() if not curso.tiene(clave)]
                if faltan:
                    mensaje = f"el curso de acción «{curso.que}» no dice {' ni '.join(faltan)}"
                    yield curso.en("que"), mensaje, curso.id


_QUE = {"responsables": "quién lo hará", "inicio": "cuándo empieza", "fin": "cuándo acaba"}
