"""De un expediente a los dibujos que las plantillas piden, cada uno por su nombre y con lo que ya tienen a mano."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import evaluar, situacion
from mesgepret.imprenta.trazos import arbol, barras, calendario, cronograma, organigrama, series
from mesgepret.imprenta.trazos.luces import CONTORNOS, SIN_LUZ, Senal, senal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mesgepret.evaluacion import Conteo, Evaluacion, Resultado, ResultadoDeMeta, Serie
    from mesgepret.expediente import Expediente, Mesa, Meta, Plan
    from mesgepret.imprenta.consultas import Cuenta


class Graficos:
    """Los dibujos de un expediente; sin `interno`, de un plan solo cuenta lo que conste en documentos definitivos."""

    contornos = CONTORNOS

    def __init__(self, expediente: Expediente, *, interno: bool) -> None:
        self.expediente = expediente
        self.interno = interno

    def senal(self, resultado: Resultado | ResultadoDeMeta) -> Senal:
        """La forma, el color y la palabra de un resultado."""
        return senal(resultado)

    def bala(self, resultado: Resultado) -> barras.Bala | None:
        """De la línea base al avance, contra la meta."""
        return barras.bala(resultado)

    def chispa(self, serie: Serie, menuda: bool) -> series.Chispa | None:
        """Lo informado periodo por periodo, con lo que se esperaba."""
        return series.chispa(serie, menuda=menuda)

    def estados(self, titulo: str, cuentas: Iterable[Cuenta]) -> barras.Barra | None:
        """Unos acuerdos por estado."""
        return barras.barra(titulo, barras.de_estados(cuentas))

    def luces(self, titulo: str, luces: Mapping[str, int], grises: Mapping[str, int]) -> barras.Barra | None:
        """Unas metas por su luz."""
        return barras.barra(titulo, barras.de_luces(luces, grises))

    def recuento(self, conteo: Conteo) -> list[tuple[str, str, str, int]]:
        """De unas metas, cada luz que alguna tiene y, juntas, las que no tienen resultado.

        Cada una con su clase, su forma, su palabra y cuántas son.
        """
        partes = barras.de_luces(conteo.luces, {})
        con_luz = [(parte.clase, parte.forma, parte.nombre, parte.cuantos) for parte in partes]
        grises = (SIN_LUZ, "circulo", "sin resultado", conteo.en_gris)
        return [una for una in (*con_luz, grises) if una[3]]

    def cronograma(self, plan: Plan, dia: date | None) -> cronograma.Cronograma | None:
        """Las actividades de un plan en el calendario, vistas ese día o, si no se dice, el del expediente."""
        dia = dia or self.expediente.hoy
        return cronograma.cronograma(plan, dia, lambda una: situacion(una, dia, borradores=self.interno))

    def organigrama(self, mesa: Mesa, dia: date | None) -> organigrama.Organigrama:
        """Quién es quién en una mesa."""
        return organigrama.organigrama(mesa, dia or self.expediente.hoy)

    def calendario(self, mesa: Mesa, dia: date | None) -> calendario.Anio | None:
        """Las sesiones de un año de una mesa."""
        return calendario.calendario(mesa, dia or self.expediente.hoy)

    def arbol(self, metas: Iterable[Meta], evaluacion: Evaluacion | None, niveles: int) -> list[arbol.Rama]:
        """Unas metas con lo que las sostiene, según esa evaluación o, si no se dice, la del expediente."""
        return arbol.arbol(metas, (evaluacion or evaluar(self.expediente)).meta, niveles)
