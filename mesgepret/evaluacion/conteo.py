"""De una lista de metas a cuántas hay en cada luz y en cada gris: la suma es el universo, siempre."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mesgepret.diagnostico import llano
from mesgepret.evaluacion.resultado import GRISES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.evaluacion.agregacion import ResultadoDeMeta
    from mesgepret.evaluacion.evaluar import Evaluacion
    from mesgepret.evaluacion.resultado import Resultado
    from mesgepret.expediente import Meta

COLORES = ("verde", "amarillo", "naranja", "rojo")
"""Los colores de las tablas, del que va bien al que va mal; los que otra tabla traiga van detrás."""

SIN_TABLA = "sin semáforo"
"""Donde cae un resultado al que ninguna tabla pone luz."""


@dataclass(frozen=True, slots=True)
class Conteo:
    """Cuántas metas hay en cada luz, por su color, y en cada estado gris; también lo que nadie tiene, con cero.

    `palabras`: las luces por color y palabra, porque tablas distintas llaman de otra manera a un mismo color. `total`
    es el universo: la suma de `luces` y `grises`.
    """

    luces: Mapping[str, int]
    grises: Mapping[str, int]
    palabras: tuple[tuple[str, str, int], ...]
    total: int

    @property
    def con_resultado(self) -> int:
        """Cuántas tienen luz."""
        return sum(self.luces.values())

    @property
    def en_gris(self) -> int:
        """Cuántas no tienen resultado."""
        return sum(self.grises.values())


def contar(metas: Iterable[Meta], evaluacion: Evaluacion) -> Conteo:
    """El conteo de unas metas; la que llegue dos veces se cuenta una."""
    vistos = [evaluacion.meta(meta) for meta in {meta.id: meta for meta in metas}.values()]
    luces = Counter(color_de(r) for r in vistos if not r.gris)
    grises = Counter(r.estado for r in vistos if r.gris)
    palabras = Counter((color_de(r), r.luz.tramo.nombre) for r in vistos if r.luz)
    orden = [*COLORES, *sorted(set(luces) - {*COLORES, SIN_TABLA}), *([SIN_TABLA] if luces[SIN_TABLA] else [])]
    return Conteo(
        {color: luces[color] for color in orden},
        {estado: grises[estado] for estado in GRISES},
        tuple(sorted(((*cual, n) for cual, n in palabras.items()), key=lambda p: (orden.index(p[0]), p[1]))),
        len(vistos),
    )


def color_de(resultado: Resultado | ResultadoDeMeta) -> str:
    """El color de su luz, llano; de un resultado sin tabla, que no la tiene; vacío si está en gris."""
    if resultado.luz is not None:
        return llano(resultado.luz.color)
    return "" if resultado.gris else SIN_TABLA


def en_rojo(metas: Iterable[Meta], evaluacion: Evaluacion) -> list[ResultadoDeMeta]:
    """Los resultados en rojo, el peor primero."""
    rojos = [r for r in map(evaluacion.meta, metas) if color_de(r) == "rojo"]
    return sorted(rojos, key=lambda r: (r.cumplimiento or 0, r.meta.id))


def en_gris(metas: Iterable[Meta], evaluacion: Evaluacion) -> list[ResultadoDeMeta]:
    """Los resultados en gris, el que más atención pide primero."""
    grises = [r for r in map(evaluacion.meta, metas) if r.gris]
    return sorted(grises, key=lambda r: (GRISES.index(r.estado), r.meta.id))
