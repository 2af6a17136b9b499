"""De un indicador sectorial a los ejes de los indicadores a los que sirve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I112")
def vinculo_a_eje_ajeno(expediente: Expediente) -> Iterator[Hallado]:
    """Indicador sectorial vinculado solo a indicadores presidenciales de ejes o vertientes ajenos a su sector (R17).

    La meta presidencial que no dice vertiente es de todas las de su eje; la que no dice eje no se juzga.
    """
    for indicador in expediente.indicadores_en_vigor("sectorial"):
        metas = {v.meta.id: v.meta for v in indicador.vinculos("presidencial")}.values()  # cada una, una vez
        sector = indicador.meta.sector
        if not metas or sector is None or not sector.ubicaciones or any(map(sector.cabe_en, metas)):
            continue
        if indicador.calla("vinculo"):
            continue
        ajenos = ", ".join(f"«{m.id}», de {' / '.join(p.nombre for p in (m.eje, m.vertiente) if p)}" for m in metas)
        suyos = ", ".join(" / ".join(p.nombre for p in ubicacion if p) for ubicacion in sector.ubicaciones)
        yield (
            indicador.en("vinculo"),
            f"el indicador «{indicador.id}» solo sirve a {ajenos}, y el sector «{sector.nombre}» está en {suyos}",
            indicador.id,
            tuple(m.en("eje") for m in metas),
        )
