"""De una meta o un indicador al nivel de aquello a lo que dice servir."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I127")
def vinculo_al_mismo_nivel(expediente: Expediente) -> Iterator[Hallado]:
    """Meta que contribuye a otra, o indicador vinculado a otro, que no es de un nivel superior (R05, R17, R18).

    De las contribuciones que forman un círculo habla I114.
    """
    en_circulo = {id(eslabon) for circulo in expediente.circulos for eslabon in circulo}
    for meta in expediente.metas.values():
        for contribucion in meta.contribuye_a:
            arriba = contribucion.meta
            if arriba is not None and not arriba.sobre(meta) and id(contribucion) not in en_circulo:
                dicho = f"la meta {meta.nivel} «{meta.id}» dice contribuir a «{arriba.id}», que es {arriba.nivel}"
                mensaje = f"{dicho}: se esperaba una de un nivel superior"
                yield contribucion.en("meta"), mensaje, meta.id, (arriba.en("id"),)
        for indicador in meta.propios:
            for uno in (u for u in indicador.vinculo if not u.meta.sobre(meta)):
                dicho = f"el indicador {meta.nivel} «{indicador.id}» se vincula a «{uno.id}», que es {uno.meta.nivel}"
                mensaje = f"{dicho}: se esperaba uno de un nivel superior"
                yield indicador.en("vinculo"), mensaje, indicador.id, (uno.en("id"),)
