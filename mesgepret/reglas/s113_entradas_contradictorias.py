"""De un documento a las dos cosas distintas que dice de lo mismo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Entrada, Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S113")
def entradas_contradictorias(expediente: Expediente) -> Iterator[Hallado]:
    """Dos entradas de un mismo documento sobre lo mismo, con otro estado, avance o nuevo plazo (R91)."""
    for mesa in expediente.mesas.values():
        primeras: dict[tuple[str, str], Entrada] = {}
        for entrada in (entrada for entrada in mesa.entradas if entrada.sobre is not None):
            antes = primeras.setdefault((entrada.doc.archivo, entrada.de_que), entrada)
            distintas = [c for c in ("estado", "avance", "nuevo_plazo") if entrada.datos.get(c) != antes.datos.get(c)]
            if antes is not entrada and distintas:
                valores = f"«{antes.datos.get(distintas[0], 'nada')}» y «{entrada.datos.get(distintas[0], 'nada')}»"
                mensaje = f"este documento dice dos veces cómo va «{entrada.de_que}», y «{distintas[0]}» es {valores}"
                yield entrada.en(distintas[0]), mensaje, entrada.de_que, (antes.en(distintas[0]),)
