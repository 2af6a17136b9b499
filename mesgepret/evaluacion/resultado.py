"""De una cuenta hecha, o que no pudo hacerse, a lo que se publica de un indicador en un periodo."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion.exactitud import Negativa, cuentas
from mesgepret.evaluacion.metodos import METODOS, Datos
from mesgepret.evaluacion.semaforo import Luz, encender, sirve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mesgepret.evaluacion.cifras import Cifra
    from mesgepret.evaluacion.esperado import Esperado
    from mesgepret.expediente import Indicador
    from mesgepret.expediente.avances import Avance
    from mesgepret.expediente.mcr import Semaforo

CALCULADO = "calculado"
GRISES = ("sin_dato", "no_calculable", "sin_meta", "aun_no_exigible", "no_programado", "cualitativo")
"""Los estados sin resultado, del que más atención pide al que menos: en ese orden tiñen la meta."""


class Corte(NamedTuple):
    """Hasta cuándo se mira: los periodos que acaban a más tardar `hasta`, con lo que se sabía `hoy`."""

    hasta: date
    hoy: date


class Alternativa(NamedTuple):
    """Con qué otro método o tabla cambiaría el color."""

    metodo: str
    cumplimiento: Decimal
    luz: Luz


@dataclass(frozen=True, slots=True)
class Resultado:
    """Un indicador en un periodo.

    `avance` y `meta` son los que el método compara: los del periodo o, si acumula, los de todo lo que va. `vence`: el
    último día en que la cifra aún no se exige. `luz`: None si está en gris. `datos`: lo que entró en la cuenta.
    """

    indicador: Indicador
    periodo: str
    estado: str
    vence: date
    cifra: Cifra
    esperado: Esperado
    avance: Decimal | None = None
    meta: Decimal | None = None
    cumplimiento: Decimal | None = None
    pasos: tuple[str, ...] = ()
    motivo: str = ""
    luz: Luz | None = None
    datos: Datos | None = None

    @property
    def gris(self) -> bool:
        """Si no hay resultado."""
        return self.estado != CALCULADO


def razon_de(datos: Datos) -> Decimal | None:
    """El avance entre la meta, que es lo que miran las tablas de razón; None si no se puede dividir."""
    return datos.avance / datos.meta if datos.meta else None


def anios_entre(desde: date, hasta: date) -> Decimal:
    """Los años de un fin de mes a otro: tres exactos entre los últimos días de 2015 y de 2018."""
    return Decimal(12 * (hasta.year - desde.year) + hasta.month - desde.month) / 12


def sensibilidad(resultado: Resultado, tablas: Mapping[str, Semaforo]) -> list[Alternativa]:
    """Los otros métodos de su sentido, y las otras tablas, con que el color sería otro."""
    return list(_alternativas(resultado, tablas)) if resultado.datos and resultado.luz else []


def _alternativas(resultado: Resultado, tablas: Mapping[str, Semaforo]) -> Iterator[Alternativa]:
    datos, luz = resultado.datos, resultado.luz
    propio = resultado.indicador.metodo_cumplimiento
    if datos is None or luz is None or resultado.cumplimiento is None:
        return
    for metodo in METODOS.values():
        if metodo.id == propio or datos.sentido not in metodo.sentidos or metodo.acumula or metodo.id == "crecimiento":
            continue
        try:
            with cuentas():
                cumplimiento = metodo.contar(datos)[0]
                otra = encender(luz.tabla, cumplimiento, razon_de(datos))
        except Negativa:
            continue
        if luz.tabla.base == "cumplimiento" and otra is not None and otra.color != luz.color:
            yield Alternativa(metodo.id, cumplimiento, otra)
    for tabla in tablas.values():
        if tabla.id != luz.tabla.id and sirve(tabla, propio):
            with cuentas():
                otra = encender(tabla, resultado.cumplimiento, razon_de(datos))
            if otra is not None and otra.color != luz.color:
                yield Alternativa(propio, resultado.cumplimiento, otra)


def avances_de(resultado: Resultado) -> tuple[Avance, ...]:
    """Todas las entradas del periodo: las que cuentan, las corregidas y las de otros."""
    cifra = resultado.cifra
    return (*cifra.cuentan, *cifra.corregidas, *cifra.ajenas)
