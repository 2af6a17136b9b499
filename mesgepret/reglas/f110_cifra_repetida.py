"""De las cifras que una institución da de un periodo a las que sobran."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.expediente.avances import Avance
    from mesgepret.reglas.registro import Hallado


@regla("F110")
def cifra_repetida(expediente: Expediente) -> Iterator[Hallado]:
    """La misma institución da dos cifras de un indicador y periodo, con el mismo corte y sin que ninguna corrija (R25).

    Con distinta `fecha_corte`, o si el indicador dice qué valen juntas (`en_el_periodo`), son legítimas; de los
    acumulados que no dicen su corte, el mayor es el último.
    """
    for suyos in expediente.informes_de_cifras.values():
        vistas: dict[object, Avance] = {}
        for avance in (a for a in suyos if a.tiene("valor")):
            primera = vistas.setdefault(avance.datos.get("fecha_corte"), avance)
            ficha = avance.indicador.propio if avance.indicador is not None else None
            sin_corte = ficha is not None and ficha.avances_son == "acumulado" and not avance.tiene("fecha_corte")
            admite = ficha is None or ficha.tiene("en_el_periodo") or sin_corte
            if primera is not avance and not admite and not avance.tiene("corrige"):
                indicador = str(avance.datos["indicador"])
                yield (
                    avance.en("valor"),
                    (
                        f"de «{indicador}» en {avance.periodo} hay dos cifras, {primera.datos['valor']} y "
                        f"{avance.datos['valor']}, y ninguna dice que corrija a la otra"
                    ),
                    indicador,
                    (primera.en("valor"),),
                )
