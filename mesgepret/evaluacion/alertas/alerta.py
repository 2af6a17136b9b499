"""De algo que alguien debe mirar a un valor con id: qué pasa, desde cuándo, por qué y a quién le toca."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from mesgepret.expediente.periodos import es_periodo, fin_de

if TYPE_CHECKING:
    from mesgepret.diagnostico import Ubicacion
    from mesgepret.expediente import Acuerdo, Mesa
    from mesgepret.expediente.acta import Punto

CLASES = {
    "acuerdo-vencido": "Acuerdos vencidos",
    "acuerdo-por-vencer": "Acuerdos que vencen en los próximos quince días",
    "meta-en-rojo-sin-acuerdo": "Metas dos trimestres en rojo sin un acuerdo que las atienda",
    "meta-fuera-de-ruta": "Metas fuera de ruta",
    "tendencia-que-no-llega": "Indicadores que, si siguen así, no llegan a su meta",
    "cifra-debida-sin-informar": "Cifras debidas que nadie informó",
    "informe-sin-entregar": "Informes sin entregar",
    "producto-sin-entregar": "Productos de la mesa sin entregar",
    "actividad-tardia": "Actividades del plan que se retrasan",
    "plazo-dos-veces-reprogramado": "Plazos movidos dos veces o más",
    "acuerdo-en-silencio": "Acuerdos de los que se dejó de hablar",
    "mesa-sin-sesion": "Mesas que llevan noventa días sin reunirse",
    "plan-en-curso-sin-aprobar": "Planes que rigen sin aprobar",
    "distribucion-pendiente": "Ayudas memoria sin distribuir",
    "borrador-viejo": "Ayudas memoria todavía en borrador",
    "institucion-sin-acreditados": "Instituciones sin nadie acreditado",
    "color-que-desdicen-las-de-abajo": "Metas de un color y sus contribuyentes del contrario",
    "meta-muy-superada": "Metas superadas con mucho",
}
"""Las clases de alerta por urgencia, con su nombre en palabras. Cada una es el nombre de la regla que la dice."""

_LUGAR = {clase: lugar for lugar, clase in enumerate(CLASES)}


@dataclass(frozen=True, slots=True)
class Alerta:
    """Algo que alguien debe mirar hoy.

    `de`: la pieza de que trata. `desde`: el día, o el periodo de la MCR, desde el que pasa; de un plazo vencido, el
    plazo mismo; None si no consta. `motivo`: el porqué con sus cifras, como un hallazgo. `duenios`: a quién le toca.
    `en`: la mesa en que pasa, si la misma cosa puede pasar en varias. `mesas`: aquellas a que toca; ninguna si es de
    todo el país. `citada_en`: los puntos de agenda y los acuerdos que la citan.
    """

    clase: str
    de: Any
    desde: date | str | None
    lugar: Ubicacion
    motivo: str
    otras: tuple[Ubicacion, ...] = ()
    duenios: tuple[Any, ...] = ()
    en: Mesa | None = None
    mesas: tuple[Mesa, ...] = ()
    citada_en: tuple[Punto | Acuerdo, ...] = ()

    @property
    def id(self) -> str:
        """clase:cosa:desde; lo que puede pasar en varias mesas lleva la sigla de la suya delante del día."""
        cuando = [self.en.sector.sigla] if self.en else []
        cuando += [str(self.desde)] if self.desde else []
        return ":".join((self.clase, self.de.id, "-".join(cuando))).removesuffix(":")

    @property
    def titulo(self) -> str:
        """El nombre de su clase."""
        return CLASES[self.clase]

    @property
    def orden(self) -> tuple[int, date, str]:
        """Por clase, de la más urgente a la menos; dentro de una, la más antigua primero."""
        return _LUGAR[self.clase], self._dia, self.id

    @property
    def _dia(self) -> date:
        if isinstance(self.desde, str):
            return fin_de(self.desde)
        return self.desde or date.max

    def es_la_de(self, escrita: str) -> bool:
        """Si ese id, escrito en una agenda o un acuerdo, es el suyo.

        Vale sin el desde. De lo que se mide por periodos vale también el de uno posterior: es la misma, que siguió.
        """
        clase, _, resto = escrita.partition(":")
        cosa, _, desde = resto.partition(":")
        if (clase, cosa) != (self.clase, self.de.id):
            return False
        siguio = isinstance(self.desde, str) and es_periodo(desde) and fin_de(desde) >= self._dia
        return not desde or escrita == self.id or siguio
