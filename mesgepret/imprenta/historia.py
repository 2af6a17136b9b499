"""De una meta a su historia: cuándo se concertó, qué cifras se le pusieron, se cambiaron o se corrigieron, y quién."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.evaluacion.cifras import sabido_el
from mesgepret.evaluacion.esperado import esperado
from mesgepret.expediente import Acuerdo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from decimal import Decimal

    from mesgepret.expediente import Indicador, Meta, Resolucion


class Hecho(NamedTuple):
    """Algo que pasó con la meta un día.

    `clase`: concertada, rige, deja_de_regir, cifra, reajuste, correccion o resolucion. `pieza`: lo que lo cuenta; su
    texto depende de la clase. `antes`: la cifra que había, si la había. `sobre`: la meta, o el indicador suyo.
    """

    fecha: date
    clase: str
    sobre: Meta | Indicador
    pieza: Any
    antes: Decimal | None = None


def historia(meta: Meta, hoy: date, resoluciones: Callable[[Any], list[Resolucion]]) -> list[Hecho]:
    """Lo que le pasó hasta ese día, por fecha. `resoluciones`: las que se publican de una pieza."""
    hechos = [*_de_la_meta(meta, resoluciones)]
    for indicador in meta.propios:
        hechos += [*_del_indicador(indicador, resoluciones)]
    return sorted(
        (h for h in hechos if h.fecha <= hoy), key=lambda h: (h.fecha, h.clase, h.sobre.id, str(h.pieza.en()))
    )


def _de_la_meta(meta: Meta, resoluciones: Callable[[Any], list[Resolucion]]) -> Iterator[Hecho]:
    if meta.concertada_en is not None:
        yield Hecho(_dia(meta.concertada_en), "concertada", meta, meta)
    vigencia = meta.vigencia
    if vigencia is not None and vigencia.desde is not None:
        yield Hecho(vigencia.desde, "rige", meta, vigencia)
    if vigencia is not None and vigencia.hasta is not None:
        yield Hecho(vigencia.hasta, "deja_de_regir", meta, vigencia)
    yield from _resueltos(meta, resoluciones)


def _del_indicador(indicador: Indicador, resoluciones: Callable[[Any], list[Resolucion]]) -> Iterator[Hecho]:
    for anual in indicador.metas_anuales:
        if anual.aprobada_en is not None:
            yield Hecho(_dia(anual.aprobada_en), "cifra", indicador, anual)
    for reajuste in indicador.reajustes:
        if reajuste.desde is not None:
            regia = [r for r in indicador.reajustes if r.periodo == reajuste.periodo and _rigio_antes(r, reajuste)]
            primera = esperado(indicador, reajuste.periodo, reajuste.desde).primera
            yield Hecho(reajuste.desde, "reajuste", indicador, reajuste, regia[-1].valor if regia else primera)
    por_dia = sorted(indicador.avances, key=lambda a: (sabido_el(a), a.tiene("corrige")))
    for n, avance in enumerate(por_dia):
        if avance.tiene("corrige"):
            suyas = [a for a in por_dia[:n] if (a.periodo, a.institucion) == (avance.periodo, avance.institucion)]
            yield Hecho(sabido_el(avance), "correccion", indicador, avance, suyas[-1].valor if suyas else None)
    yield from _resueltos(indicador, resoluciones)


def _resueltos(que: Meta | Indicador, resoluciones: Callable[[Any], list[Resolucion]]) -> Iterator[Hecho]:
    """Lo resuelto sobre ella, y sobre las propuestas que la cambian."""
    for pieza in (que, *que.propuestas):
        yield from (Hecho(r.fecha, "resolucion", que, r) for r in resoluciones(pieza))


def _rigio_antes(uno: Any, otro: Any) -> bool:
    return uno.desde is not None and (uno.desde, uno.ruta) < (otro.desde, otro.ruta)


def _dia(donde: Any) -> date:
    """El día de una sesión, o de la del acuerdo."""
    dia: date = donde.acta.fecha if isinstance(donde, Acuerdo) else donde.fecha
    return dia
