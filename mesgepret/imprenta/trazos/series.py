"""De un indicador periodo por periodo a su línea: lo informado, con sus huecos, y lo que se esperaba."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.imprenta import lengua
from mesgepret.imprenta.trazos.barras import unidad_de
from mesgepret.imprenta.trazos.luces import senal
from mesgepret.imprenta.trazos.medida import ANCHO, CIEN, Escala, Rotulo, cifra, largo, punto, rotular, unir

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mesgepret.evaluacion import Serie

ALTO, MENUDO = 124, 28
_ARRIBA, _ABAJO = 26, 88
_MARGEN = Decimal(4)


class Punto(NamedTuple):
    """Lo informado en un periodo y su meta; `tope`, si va de una cota a otra. None, lo que no hay."""

    periodo: str
    avance: Decimal | None = None
    meta: Decimal | None = None
    tope: Decimal | None = None

    @property
    def metas(self) -> list[Decimal]:
        """Ninguna, una o dos."""
        return [m for m in (self.meta, self.tope) if m is not None]


class Trazo(NamedTuple):
    """Una raya de un punto a otro: `x` en centésimas del ancho, `y` en píxeles."""

    x1: str
    y1: str
    x2: str
    y2: str


class Mota(NamedTuple):
    """Un punto dibujado; `hueco`: si de ese periodo no hay cifra."""

    x: str
    y: str
    hueco: bool = False


@dataclass(frozen=True, slots=True)
class Chispa:
    """La línea de un indicador: sus rayas, sus motas, las metas y los rótulos. `clase`: la luz del último punto."""

    titulo: str
    descripcion: str
    alto: int
    clase: str
    linea: tuple[Trazo, ...]
    metas: tuple[Trazo, ...]
    motas: tuple[Mota, ...]
    rotulos: tuple[Rotulo, ...]


def chispa(serie: Serie, *, menuda: bool = False) -> Chispa | None:
    """La de una serie; None si no se ha informado ni se espera nada. `menuda`: sin letras, para una celda."""
    resultados = serie.resultados
    puntos = [
        Punto(r.periodo, r.avance, r.esperado.minimo, r.esperado.maximo)
        if r.meta is None
        else Punto(r.periodo, r.avance, r.meta)
        for r in resultados
    ]
    con_cifra = [i for i, uno in enumerate(puntos) if uno.avance is not None]
    clase = senal(resultados[con_cifra[-1]]).clase if con_cifra else ""
    return dibujar(serie.indicador.nombre, puntos, clase, unidad_de(serie.indicador), menuda=menuda)


def dibujar(
    nombre: str, puntos: Sequence[Punto], clase: str, unidad: str = "", *, menuda: bool = False
) -> Chispa | None:
    """La línea de unos puntos en orden, a la misma distancia unos de otros."""
    valores = [v for uno in puntos for v in (uno.avance, *uno.metas) if v is not None]
    if not valores:
        return None
    arriba, abajo = (4, MENUDO - 4) if menuda else (_ARRIBA, _ABAJO)
    escala = Escala(min(valores), max(valores))

    def y(valor: Decimal) -> str:
        return punto(abajo - (abajo - arriba) * escala.en(valor) / CIEN)

    xs = _repartidos(len(puntos))
    medio = (xs[1] - xs[0]) / 2 if len(xs) > 1 else Decimal(20)
    puestos = [(x, uno) for x, uno in zip(xs, puntos, strict=True)]
    linea = [
        Trazo(punto(x1), y(uno.avance), punto(x2), y(otro.avance))
        for (x1, uno), (x2, otro) in pairwise(puestos)
        if uno.avance is not None and otro.avance is not None
    ]
    metas = [
        Trazo(punto(max(Decimal(0), x - medio)), y(meta), punto(min(CIEN, x + medio)), y(meta))
        for x, uno in puestos
        for meta in uno.metas
    ]
    motas = [
        Mota(punto(x), str(abajo), hueco=True) if uno.avance is None else Mota(punto(x), y(uno.avance))
        for x, uno in puestos
    ]
    ultimo = max((i for i, uno in enumerate(puntos) if uno.avance is not None), default=None)
    rotulos = [] if menuda else [*_del_eje(xs, puntos), *_de_valores(puntos, ultimo, unidad)]
    return Chispa(
        titulo=f"Periodo por periodo: {nombre}",
        descripcion=_en_palabras(puntos, unidad),
        alto=MENUDO if menuda else ALTO,
        clase=clase,
        linea=tuple(linea),
        metas=tuple(metas),
        motas=tuple(motas if not menuda else [m for m in motas if not m.hueco][-1:]),
        rotulos=tuple(rotulos),
    )


def _repartidos(cuantos: int) -> list[Decimal]:
    if cuantos == 1:
        return [Decimal(50)]
    return [_MARGEN + (CIEN - 2 * _MARGEN) * i / (cuantos - 1) for i in range(cuantos)]


def _del_eje(xs: list[Decimal], puntos: Sequence[Punto]) -> list[Rotulo]:
    """Todos los periodos si caben; si no, el primero y el último."""
    nombres = [abreviado(uno.periodo) for uno in puntos]
    caben = sum((largo(n) + 10 for n in nombres), Decimal(0)) <= ANCHO
    cuales = range(len(xs)) if caben else (0, len(xs) - 1)
    return [rotular(xs[i], ALTO - 6, nombres[i], "de-eje") for i in cuales]


def _de_valores(puntos: Sequence[Punto], ultimo: int | None, unidad: str) -> list[Rotulo]:
    """La última meta y el último valor informado, arriba y uno a cada lado, para que no se estorben."""
    dichos = []
    metas: list[Decimal] = next((uno.metas for uno in reversed(puntos) if uno.metas), [])
    if metas:
        dichos.append(Rotulo("0", 14, f"Meta {' a '.join(map(cifra, metas))}{unidad}", "start", "de-clave"))
    avance = puntos[ultimo].avance if ultimo is not None else None
    if ultimo is not None and avance is not None:
        dicho = f"{abreviado(puntos[ultimo].periodo)}: {cifra(avance)}{unidad}"
        dichos.append(Rotulo("100", 14, dicho, "end", "de-avance"))
    return dichos


def abreviado(periodo: str) -> str:
    """«2024-T3» → «T3 2024»; «2024-05» → «may 2024»."""
    anio, _, corte = periodo.partition("-")
    if not corte:
        return anio
    return f"{corte if corte[0].isalpha() else lengua.mes(int(corte))[:3]} {anio}"


def _en_palabras(puntos: Sequence[Punto], unidad: str) -> str:
    """Lo que la línea dice: de dónde a dónde, cuántos periodos y cuántos sin cifra."""
    con = [uno for uno in puntos if uno.avance is not None]
    sin = len(puntos) - len(con)
    dichas = [f"{lengua.contar(len(puntos), 'periodo')}{f', {sin} sin cifra' if sin else ''}"]
    for uno in con[:1] + (con[-1:] if len(con) > 1 else []):
        if uno.avance is not None:
            meta = f" (meta: {' a '.join(map(cifra, uno.metas))}{unidad})" if uno.metas else ""
            dichas.append(f"{lengua.periodo(uno.periodo)}: {cifra(uno.avance)}{unidad}{meta}")
    return unir(dichas)
