"""De las líneas de un POA a las que no sirven a ninguna meta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("D110")
def linea_de_poa_sin_meta(expediente: Expediente) -> Iterator[Hallado]:
    """Línea sin `meta` de la MCR (R56)."""
    for mesa in expediente.mesas.values():
        for poa in mesa.poas:
            for linea in poa.lineas:
                if not linea.tiene("meta"):
                    mensaje = (
                        f"la línea «{linea.codigo}» ({linea.producto}) del POA {poa.anio} de "
                        f"«{poa.institucion.sigla}» no dice a qué meta de la MCR sirve"
                    )
                    yield linea.en("codigo"), mensaje, poa.id
