"""De un expediente a lo que cambió en su último trimestre: sesiones, acuerdos y metas que mudaron de luz."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion.conteo import COLORES, color_de
from mesgepret.evaluacion.evaluar import evaluar
from mesgepret.evaluacion.situacion import situacion
from mesgepret.expediente.periodos import inicio_de, ultimo_cerrado

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.evaluacion.agregacion import ResultadoDeMeta
    from mesgepret.expediente import Acta, Acuerdo, Expediente


class CambioDeLuz(NamedTuple):
    """Una meta en dos cortes: cómo estaba y cómo está."""

    antes: ResultadoDeMeta
    ahora: ResultadoDeMeta

    @property
    def otra(self) -> bool:
        """Si su luz, o su estado gris, ya no es lo que era."""
        return (color_de(self.antes), self.antes.estado) != (color_de(self.ahora), self.ahora.estado)

    @property
    def orden(self) -> tuple[bool, int, str]:
        """Primero las que pasaron de un color a otro, y de ellas, las que peor están."""
        color = color_de(self.ahora)
        peor = -COLORES.index(color) if color in COLORES else 1
        return not (color and color_de(self.antes)), peor, self.ahora.meta.id


@dataclass(frozen=True, slots=True)
class Novedades:
    """Lo que cambió de un corte al otro: después de `desde` y hasta `hasta`, inclusive.

    `tomados` son los acuerdos de ese tiempo; `cumplidos`, los que en él pasaron a estarlo; `vencidos`, aquellos cuyo
    plazo pasó en él sin cumplirse. `luces`: las metas cuya luz, o cuyo estado gris, es otra.
    """

    desde: date
    hasta: date
    sesiones: tuple[Acta, ...]
    tomados: tuple[Acuerdo, ...]
    cumplidos: tuple[Acuerdo, ...]
    vencidos: tuple[Acuerdo, ...]
    luces: tuple[CambioDeLuz, ...]

    @property
    def hay(self) -> bool:
        """Si algo cambió."""
        return bool(self.sesiones or self.tomados or self.cumplidos or self.vencidos or self.luces)


def novedades(expediente: Expediente, *, borradores: bool) -> Novedades:
    """Del corte del trimestre anterior al de hoy; sin `borradores`, solo lo que consta en lo definitivo."""
    hasta = expediente.corte
    desde = inicio_de(ultimo_cerrado("trimestral", hasta)) - timedelta(days=1)
    actas = tuple(a for a in expediente.actas if desde < a.fecha <= hasta)
    suyos = [a for a in expediente.acuerdos.values() if borradores or a.acta.definitiva]
    vistos = [
        (una, situacion(una, desde, borradores=borradores), situacion(una, hasta, borradores=borradores))
        for una in suyos
        if una.acta.fecha <= hasta
    ]
    antes, ahora = evaluar(expediente, hasta=desde), evaluar(expediente)
    luces = [CambioDeLuz(antes.meta(meta), ahora.meta(meta)) for meta in expediente.metas_en_vigor()]
    return Novedades(
        desde,
        hasta,
        actas,
        tuple(una for una, _, _ in vistos if una.acta.fecha > desde),
        tuple(una for una, era, es in vistos if es.estado == "cumplido" and era.estado != "cumplido"),
        tuple(una for una, era, es in vistos if es.vencido and not era.vencido),
        tuple(sorted((c for c in luces if c.otra), key=lambda c: c.orden)),
    )
