"""De las cifras informadas a lo que se sabe de ellas: qué falta, qué se contradice y qué no se comprobó (R25)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion.cifras import sabido_el
from mesgepret.evaluacion.evaluar import evaluar
from mesgepret.evaluacion.expresion import Expresion, entender
from mesgepret.expediente.periodos import fin_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.evaluacion.resultado import Resultado
    from mesgepret.expediente import Expediente, Indicador, Institucion
    from mesgepret.expediente.avances import Avance


class DeCasa(NamedTuple):
    """Lo que una institución debía informar: cuántas cifras, y cuántas de ellas no están."""

    institucion: Institucion
    debidas: int
    faltan: int


@dataclass(frozen=True, slots=True)
class Calidad:
    """Cómo es la información de un corte.

    `sin_informar`: periodos ya exigibles sin cifra; `en_conflicto`: aquellos de que dos instituciones dicen cosas
    distintas; `negados`: los que no se pueden calcular. De las cifras: `correcciones`, `sin_evidencia` y
    `sin_variables`, que tienen fórmula y no traen con qué rehacerla. `sin_formula`: indicadores cuya cifra nadie puede
    rehacer. `mirados`: cuántos periodos se miraron; `cifras`: cuántas cifras.
    """

    sin_informar: tuple[Resultado, ...]
    en_conflicto: tuple[Resultado, ...]
    negados: tuple[Resultado, ...]
    correcciones: tuple[Avance, ...]
    sin_evidencia: tuple[Avance, ...]
    sin_variables: tuple[Avance, ...]
    sin_formula: tuple[Indicador, ...]
    casas: tuple[DeCasa, ...]
    mirados: int
    cifras: int


def calidad(expediente: Expediente) -> Calidad:
    """La de todo el país, de las metas en vigor y con lo que se sabía ese día."""
    suyos = [
        indicador for meta in expediente.metas.values() if meta.vigente(expediente.corte) for indicador in meta.propios
    ]
    evaluacion = evaluar(expediente)
    vistos = [r for i in suyos for r in evaluacion.serie(i).resultados if fin_de(r.periodo) <= expediente.corte]
    avances = [a for i in suyos for a in evaluacion.serie(i).avances]
    con_cifra = [a for a in avances if a.tiene("valor") or a.tiene("variables")]
    callan = [r for r in vistos if r.estado == "sin_dato" and expediente.hoy > r.vence]
    return Calidad(
        sin_informar=tuple(callan),
        en_conflicto=tuple(r for r in vistos if _en_conflicto(r)),
        negados=tuple(r for r in vistos if r.estado == "no_calculable"),
        correcciones=tuple(sorted((a for a in avances if a.tiene("corrige")), key=lambda a: (sabido_el(a), _de(a)))),
        sin_evidencia=tuple(a for a in con_cifra if not a.tiene("evidencia")),
        sin_variables=tuple(a for a in con_cifra if _sin_variables(a)),
        sin_formula=tuple(i for i in suyos if not _formula(i) and not i.reserva("metodo_calculo")),
        casas=tuple(_por_casa(vistos, callan, expediente)),
        mirados=len(vistos),
        cifras=len(con_cifra),
    )


def _en_conflicto(resultado: Resultado) -> bool:
    """Si otra institución informa otra cosa, o informan varias y ninguna responde."""
    cifra = resultado.cifra
    dichos = {a.valor for a in cifra.ajenas if a.valor is not None}
    return bool(dichos - {cifra.valor}) if cifra.valor is not None else cifra.niega and len(dichos) > 1


def _sin_variables(avance: Avance) -> bool:
    """Si su indicador tiene una fórmula de más de una variable, y la cifra no las trae."""
    formula = _formula(avance.indicador) if avance.indicador else None
    return formula is not None and len(formula.variables) > 1 and not avance.tiene("variables")


def _formula(indicador: Indicador) -> Expresion | None:
    metodo = indicador.metodo_calculo
    hallada = entender(metodo.expresion) if metodo and metodo.expresion else None
    return hallada if isinstance(hallada, Expresion) else None


def _por_casa(vistos: list[Resultado], callan: list[Resultado], expediente: Expediente) -> Iterator[DeCasa]:
    """Las instituciones que debían alguna cifra, la que más calla primero."""
    exigidos = [r for r in vistos if r.estado not in ("no_programado", "aun_no_exigible", "cualitativo")]
    debidas = Counter(_responde(r) for r in exigidos if expediente.hoy > r.vence)
    faltan = Counter(_responde(r) for r in callan)
    for id in sorted(debidas, key=lambda id: (-faltan[id], id)):
        if id in expediente.instituciones:
            yield DeCasa(expediente.instituciones[id], debidas[id], faltan[id])


def _responde(resultado: Resultado) -> str:
    responde = resultado.indicador.meta.responde
    return responde.id if responde else ""


def _de(avance: Avance) -> str:
    return avance.indicador.id if avance.indicador else ""
