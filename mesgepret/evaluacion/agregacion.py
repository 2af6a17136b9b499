"""De los indicadores y las metas de abajo a una meta: lo suyo, lo que juntan los demás, y si casan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion.exactitud import Negativa, cuentas, exacto
from mesgepret.evaluacion.metodos import CIEN
from mesgepret.evaluacion.resultado import CALCULADO, GRISES, Resultado
from mesgepret.evaluacion.semaforo import Luz, encender, tabla_de

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mesgepret.evaluacion.cifras import Cifra
    from mesgepret.expediente import Indicador, Meta
    from mesgepret.expediente.mcr import Semaforo

TOLERANCIA_DEL_CIEN = Decimal("0.01")
"""Lo que los ponderadores pueden apartarse de 100 por el redondeo."""


class Parte(NamedTuple):
    """Lo que entra en un promedio: de qué, con qué peso (None si no lo dice), en qué estado y con cuánto."""

    de: Indicador | Meta
    peso: Decimal | None
    estado: str
    cumplimiento: Decimal | None


@dataclass(frozen=True, slots=True)
class Suma:
    """Lo que un indicador de arriba informa, y lo que suman los de abajo que dicen servirle.

    `casa`: si la diferencia, como porcentaje de lo informado, no pasa de la tolerancia; None si no puede saberse.
    """

    indicador: Indicador
    informado: Decimal | None
    sumado: Decimal | None
    sumandos: tuple[Indicador, ...]
    tolerancia: Decimal
    casa: bool | None
    motivo: str = ""

    @property
    def diferencia(self) -> Decimal:
        """Cuánto pasa lo sumado de lo informado o, si es negativo, cuánto le falta."""
        return (self.sumado or Decimal(0)) - (self.informado or Decimal(0))


@dataclass(frozen=True, slots=True)
class ResultadoDeMeta:
    """Una meta en un corte.

    `via`: indicadores o contribuyentes, según de dónde salga su cifra; vacía si de ninguno. `partes`: lo promediado.
    `de_abajo`: lo que promedian sus contribuyentes, cuando su propia cifra sale de sus indicadores. `sumas`: sus
    indicadores, comparados con lo que suman los de abajo. `gris_de`: el id de quien la tiñe de gris, que puede estar
    muchas metas más abajo; vacío si es cosa suya.
    """

    meta: Meta
    estado: str
    cumplimiento: Decimal | None = None
    luz: Luz | None = None
    via: str = ""
    partes: tuple[Parte, ...] = ()
    pasos: tuple[str, ...] = ()
    motivo: str = ""
    de_abajo: ResultadoDeMeta | None = None
    sumas: tuple[Suma, ...] = ()
    gris_de: str = ""

    @property
    def gris(self) -> bool:
        """Si no hay resultado."""
        return self.estado != CALCULADO


def agregar(
    meta: Meta,
    resultado_de: Callable[[Indicador], Resultado],
    resultado_de_meta: Callable[[Meta], ResultadoDeMeta],
    tablas: Mapping[str, Semaforo],
) -> ResultadoDeMeta:
    """El resultado de una meta: el promedio de sus indicadores o, si no se juntan, el de sus contribuyentes.

    En gris si una de sus partes lo está. Cómo se juntan lo dice `agregacion`; los indicadores, si calla, por su peso.
    """
    como = meta.agregacion
    propios = not (como and como.indicadores == "ninguna") and bool(meta.indicadores)
    abajo = como.contribuyentes if como else ""
    suyo = _de_indicadores(meta, resultado_de, tablas) if propios else None
    de_abajo = _de_contribuyentes(meta, resultado_de_meta, tablas) if abajo == "promedio_ponderado" else None
    if suyo is None:
        suyo = de_abajo or _sin_juntar(meta, [resultado_de(i) for i in meta.indicadores])
        de_abajo = None
    sumas = tuple(_sumas(meta, abajo, resultado_de)) if abajo in ("suma", "razon_de_sumas") else ()
    return replace(suyo, de_abajo=de_abajo, sumas=sumas)


def _sin_juntar(meta: Meta, vistos: list[Resultado]) -> ResultadoDeMeta:
    """Una meta cuya ficha manda no juntar lo suyo: si todo está en gris, ese gris; si no, no hay una sola cifra."""
    if any(not r.gris for r in vistos):
        return ResultadoDeMeta(meta, "no_calculable", motivo="su ficha dice que sus indicadores no se juntan")
    if not vistos:
        return ResultadoDeMeta(meta, "sin_meta", motivo="no tiene indicadores ni contribuyentes que se junten")
    return _tenir(ResultadoDeMeta(meta, CALCULADO), [(r.estado, r.indicador.id, r.motivo) for r in vistos])


def _tenir(vacio: ResultadoDeMeta, grises: list[tuple[str, str, str]]) -> ResultadoDeMeta:
    """La meta en el estado gris que más atención pide de varios, con de quién es y su porqué."""
    estado, de, motivo = min(grises, key=lambda gris: (GRISES.index(gris[0]), len(gris[1]), gris[1]))
    return replace(vacio, estado=estado, motivo=f"{de}: {motivo}" if motivo else de, gris_de=de)


def _de_indicadores(
    meta: Meta, resultado_de: Callable[[Indicador], Resultado], tablas: Mapping[str, Semaforo]
) -> ResultadoDeMeta:
    con_peso = [i.peso for i in meta.indicadores]
    vistos = [resultado_de(i) for i in meta.indicadores]
    pesos = con_peso if any(p is not None for p in con_peso) else [Decimal(1)] * len(vistos)
    partes = [Parte(r.indicador, p, r.estado, r.cumplimiento) for r, p in zip(vistos, pesos, strict=True)]
    grises = [(r.estado, r.indicador.id, r.motivo) for r in vistos if r.gris]
    propias = {r.luz.tabla.id: r.luz.tabla for r in vistos if r.luz}
    comun = next(iter(propias.values())) if len(propias) == 1 else None
    return _promediar(meta, "indicadores", partes, grises, comun, tablas)


def _de_contribuyentes(
    meta: Meta, resultado_de_meta: Callable[[Meta], ResultadoDeMeta], tablas: Mapping[str, Semaforo]
) -> ResultadoDeMeta:
    """El promedio de las metas que contribuyen; el ponderador, todas o ninguna, y suman 100."""
    vistas = [resultado_de_meta(m) for m in meta.contribuyentes]
    dichos = [ponderador_en(m, meta) for m in meta.contribuyentes]
    hay = [d for d in dichos if d is not None]
    pesos = dichos if hay else [Decimal(1)] * len(vistas)
    if hay and len(hay) == len(dichos) and abs(sum(hay, Decimal(0)) - CIEN) > TOLERANCIA_DEL_CIEN:
        motivo = f"los ponderadores de lo que contribuye suman {exacto(sum(hay, Decimal(0)))}, y no 100"
        return ResultadoDeMeta(meta, "no_calculable", via="contribuyentes", motivo=motivo)
    partes = [Parte(r.meta, p, r.estado, r.cumplimiento) for r, p in zip(vistas, pesos, strict=True)]
    grises = [(r.estado, r.gris_de or r.meta.id, r.motivo.removeprefix(f"{r.gris_de}: ")) for r in vistas if r.gris]
    return _promediar(meta, "contribuyentes", partes, grises, None, tablas)


def ponderador_en(meta: Meta, superior: Meta) -> Decimal | None:
    """Lo que pesa una meta en otra a la que contribuye; None si no lo dice."""
    return next((c.ponderador for c in meta.contribuye_a if c.meta is superior), None)


def _promediar(
    meta: Meta,
    via: str,
    partes: Sequence[Parte],
    grises: list[tuple[str, str, str]],
    comun: Semaforo | None,
    tablas: Mapping[str, Semaforo],
) -> ResultadoDeMeta:
    vacio = ResultadoDeMeta(meta, "sin_meta", via=via, partes=tuple(partes), motivo=f"no tiene {via}")
    if not partes:
        return vacio
    if grises:
        return _tenir(vacio, grises)
    try:
        with cuentas():
            productos = [(p.peso, p.cumplimiento) for p in partes if p.peso is not None and p.cumplimiento is not None]
            if len(productos) < len(partes):
                raise Negativa("unos llevan peso y otros no")
            total = sum((peso for peso, _ in productos), Decimal(0))
            if total <= 0 or any(peso < 0 for peso, _ in productos):
                raise Negativa("los pesos han de sumar más que cero, y ninguno ser negativo")
            valor = sum((peso * cada for peso, cada in productos), Decimal(0)) / total
            suma = " + ".join(f"{exacto(peso)} × {exacto(cada)}" for peso, cada in productos)
            tabla = comun if comun is not None and comun.base == "cumplimiento" else tabla_de("", tablas.values())
            luz = encender(tabla, valor, None) if tabla else None
    except Negativa as fallo:
        return replace(vacio, estado="no_calculable", motivo=str(fallo))
    paso = f"({suma}) ÷ {exacto(total)} = {exacto(valor)}" if len(partes) > 1 else f"el de {partes[0].de.id}"
    return ResultadoDeMeta(meta, CALCULADO, valor, luz, via, tuple(partes), (paso,))


def _sumas(meta: Meta, como: str, resultado_de: Callable[[Indicador], Resultado]) -> list[Suma]:
    """Cada indicador de la meta con los de sus contribuyentes que se vinculan a él; si son uno y uno, sin vínculo."""
    abajo = {i.propio.id: i.propio for contribuyente in meta.contribuyentes for i in contribuyente.indicadores}
    unicos = len(meta.indicadores) == 1 and all(len(m.indicadores) == 1 for m in meta.contribuyentes)
    tolerancia = (
        meta.agregacion.tolerancia if meta.agregacion and meta.agregacion.tolerancia is not None else Decimal(0)
    )
    sumas = []
    for indicador in meta.indicadores:
        sumandos = [i for i in abajo.values() if indicador.propio in i.vinculo]
        sumandos = sumandos or (list(abajo.values()) if unicos else [])
        if sumandos:
            sumas.append(_sumar(indicador.propio, sumandos, como, tolerancia, resultado_de))
    return sumas


def _sumar(
    arriba: Indicador,
    sumandos: list[Indicador],
    como: str,
    tolerancia: Decimal,
    resultado_de: Callable[[Indicador], Resultado],
) -> Suma:
    informado = resultado_de(arriba)
    cifras: list[Cifra] = []
    valores: list[Decimal] = []
    for uno in sumandos:
        resultado = resultado_de(uno)
        cifras.append(resultado.cifra)
        valores += [resultado.avance] if resultado.avance is not None else []
    dicha = Suma(arriba, informado.avance, None, tuple(sumandos), tolerancia, None)
    if len(valores) < len(sumandos):
        faltan = [i.id for i in sumandos if resultado_de(i).avance is None]
        return replace(dicha, motivo=f"sin cifra de {', '.join(faltan)}")
    try:
        with cuentas():
            if como == "suma":
                sumado = sum(valores, Decimal(0))
            else:
                partes = [c.partes for c in cifras if c.partes is not None]
                if len(partes) < len(cifras):
                    raise Negativa("falta el numerador o el denominador de alguna cifra")
                sumado = sum((n for n, _ in partes), Decimal(0)) / sum((d for _, d in partes), Decimal(0)) * CIEN
            if informado.avance is None:
                return replace(dicha, sumado=sumado, motivo=f"{arriba.id} no informa")
            distancia = abs(sumado - informado.avance)
            casa = distancia * CIEN <= tolerancia * abs(informado.avance)
    except Negativa as fallo:
        return replace(dicha, motivo=str(fallo))
    return replace(dicha, sumado=sumado, casa=casa)
