"""De un documento, o de dos del mismo día, a las dos cosas distintas que dicen de lo mismo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Entrada, Expediente
    from mesgepret.reglas.registro import Hallado


@regla("S113")
def entradas_contradictorias(expediente: Expediente) -> Iterator[Hallado]:
    """Dos entradas de un mismo documento, o una en sesión y otra fuera de ella el mismo día, que dicen otra cosa (R91).

    De dos sesiones de un día, o de dos archivos entre sesiones, se sabe cuál va después.
    """
    for mesa in expediente.mesas.values():
        primeras: dict[tuple[object, str], Entrada] = {}
        for entrada in (entrada for entrada in mesa.entradas if entrada.sobre is not None):
            de_aqui = primeras.setdefault((entrada.doc.archivo, entrada.de_que), entrada)
            del_dia = primeras.setdefault((entrada.fecha, entrada.de_que), entrada)
            ajena = del_dia is not de_aqui and type(del_dia.origen) is not type(entrada.origen)
            for antes in (de_aqui, *([del_dia] if ajena else [])):
                distintas = [
                    c for c in ("estado", "avance", "nuevo_plazo") if entrada.datos.get(c) != antes.datos.get(c)
                ]
                if antes is not entrada and distintas:
                    quien = (
                        "este documento dice dos veces" if antes is de_aqui else "dos documentos del mismo día dicen"
                    )
                    valores = f"«{antes.datos.get(distintas[0], 'nada')}» y «{entrada.datos.get(distintas[0], 'nada')}»"
                    mensaje = f"{quien} cómo va «{entrada.de_que}», y «{distintas[0]}» es {valores}"
                    yield entrada.en(distintas[0]), mensaje, entrada.de_que, (antes.en(distintas[0]),)
