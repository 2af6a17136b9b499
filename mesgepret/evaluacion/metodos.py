"""De un avance y su meta a un cumplimiento: cada método, por su nombre, con su cuenta a la vista o su negativa."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion.exactitud import Negativa, exacto

if TYPE_CHECKING:
    from collections.abc import Callable

CIEN = Decimal(100)
HACIA_ARRIBA, HACIA_ABAJO = frozenset(["ascendente", "minimo"]), frozenset(["descendente", "maximo"])
"""Los sentidos en que más es mejor, y aquellos en que es mejor menos."""


SIN_DECIR = {
    "metodo_cumplimiento": "la ficha no dice con qué método se calcula (metodo_cumplimiento)",
    "sentido": "la ficha no dice hacia dónde mejora (sentido)",
    "avances_son": "la ficha no dice qué son sus cifras (avances_son)",
    "meta_anual_es": "la ficha no dice qué es la meta del año (meta_anual_es)",
}
"""Lo que una ficha ha de declarar para que haya cuenta, y lo que se dice si calla: nada se supone."""


class Datos(NamedTuple):
    """Lo que un método puede pedir, en la unidad del indicador; None, lo que no consta.

    `anios`: los que van de la línea base al avance; `anios_de_la_meta`: los que van a la meta final.
    """

    sentido: str
    avance: Decimal
    meta: Decimal | None = None
    minimo: Decimal | None = None
    maximo: Decimal | None = None
    base: Decimal | None = None
    numerador: Decimal | None = None
    denominador: Decimal | None = None
    meta_final: Decimal | None = None
    anios: Decimal | None = None
    anios_de_la_meta: Decimal | None = None

    @property
    def alcanzada(self) -> bool:
        """Si el avance llegó a la meta final: a ella o más allá, según el sentido."""
        if self.meta_final is None:
            return False
        return self.avance <= self.meta_final if self.sentido in HACIA_ABAJO else self.avance >= self.meta_final


Cuenta = tuple[Decimal, tuple[str, ...]]
"""Un cumplimiento, en porcentaje, y los pasos con que se llegó a él."""


@dataclass(frozen=True, slots=True)
class Metodo:
    """Una manera de comparar el avance con la meta.

    `sentidos`: para cuáles se hizo. `entradas`: qué datos pide. `acumula`: si compara lo que va desde el principio, y
    no lo de un periodo.
    """

    id: str
    formula: str
    sentidos: frozenset[str]
    contar: Callable[[Datos], Cuenta]
    entradas: tuple[str, ...]
    acumula: bool = False


def _razon(d: Datos) -> Cuenta:
    """F1, a/m·100: se niega si la meta no es mayor que cero."""
    meta = _meta(d)
    if meta <= 0:
        raise Negativa(f"la razón no se calcula con una meta de {exacto(meta)}: ha de ser mayor que cero")
    return _paso(f"{exacto(d.avance)} ÷ {exacto(meta)} × 100", d.avance / meta * CIEN)


def _razon_invertida(d: Datos) -> Cuenta:
    """F2, m/a·100; un avance de cero es 100. Se niega si la meta es cero."""
    meta = _meta(d)
    if meta == 0:
        raise Negativa("la razón invertida no se calcula con una meta de cero")
    if d.avance == 0:
        return CIEN, ("el avance es 0: cumplimiento de 100",)
    return _paso(f"{exacto(meta)} ÷ {exacto(d.avance)} × 100", meta / d.avance * CIEN)


def _espejo(d: Datos) -> Cuenta:
    """F3, (2 − a/m)·100: se niega si la meta es cero."""
    meta = _meta(d)
    if meta == 0:
        raise Negativa("el espejo no se calcula con una meta de cero")
    return _paso(f"(2 − {exacto(d.avance)} ÷ {exacto(meta)}) × 100", (2 - d.avance / meta) * CIEN)


def _brecha_cerrada(d: Datos) -> Cuenta:
    """F4, (a − b)/(m − b)·100: se niega sin línea base, o si la meta es la misma línea base."""
    meta, base = _meta(d), _base(d)
    if meta == base:
        raise Negativa(f"no hay brecha que cerrar: la meta, {exacto(meta)}, es la misma línea base")
    cuenta = f"({exacto(d.avance)} − {_entre(base)}) ÷ ({exacto(meta)} − {_entre(base)}) × 100"
    return _paso(cuenta, (d.avance - base) / (meta - base) * CIEN)


def _hito(d: Datos) -> Cuenta:
    """F5, 0 o 100 (Perú, Directiva 006-2003-EF/76.01, Anexo A)."""
    meta = _meta(d)
    if d.avance >= meta:
        return CIEN, (f"el hito se alcanzó: {exacto(d.avance)} de {exacto(meta)}",)
    return Decimal(0), (f"el hito no se alcanzó: {exacto(d.avance)} de {exacto(meta)}",)


def _rango(d: Datos) -> Cuenta:
    """F14, 100 dentro; fuera, 100·(1 − distancia a la cota más cercana, como parte de esa cota). Es nuestro."""
    if d.minimo is None or d.maximo is None:
        raise Negativa("el método rango pide un mínimo y un máximo, y la meta no los dice")
    if d.minimo <= d.avance <= d.maximo:
        return CIEN, (f"{exacto(d.avance)} está entre {exacto(d.minimo)} y {exacto(d.maximo)}",)
    cota = d.minimo if d.avance < d.minimo else d.maximo
    if cota == 0:
        raise Negativa("fuera del rango, la distancia se mide como parte de la cota, y la cota es cero")
    cuenta = f"(1 − |{exacto(d.avance)} − {_entre(cota)}| ÷ {exacto(abs(cota))}) × 100"
    return _paso(cuenta, (1 - abs(d.avance - cota) / abs(cota)) * CIEN)


def _limite(d: Datos) -> Cuenta:
    """F6, 100 dentro del límite; si no, m/a (máximo) o a/m (mínimo). Se niega si el divisor no es mayor que cero."""
    meta = _meta(d)
    if d.sentido not in ("maximo", "minimo"):
        raise Negativa("el método límite pide que el sentido sea máximo o mínimo")
    dentro = d.avance <= meta if d.sentido == "maximo" else d.avance >= meta
    if dentro:
        return CIEN, (f"{exacto(d.avance)} está dentro del límite, {exacto(meta)}",)
    de, entre = (meta, d.avance) if d.sentido == "maximo" else (d.avance, meta)
    if entre == 0:
        raise Negativa("fuera del límite hay que dividir entre cero")
    if entre < 0:
        raise Negativa("fuera de un límite negativo, la razón pasaría de 100: no mide cuánto falta")
    return _paso(f"{exacto(de)} ÷ {exacto(entre)} × 100", de / entre * CIEN)


def _a_la_fecha(d: Datos) -> Cuenta:
    """F7, Σa/Σm de los periodos cerrados (Tola): se niega si ninguno tenía meta."""
    return _de_lo_que_va(d)


def _corriente(d: Datos) -> Cuenta:
    """F8, el último acumulado entre la meta a la fecha (Imihigo, Tola): se niega sin meta a la fecha."""
    return _de_lo_que_va(d)


def _de_lo_que_va(d: Datos) -> Cuenta:
    if d.meta is None:
        raise Negativa("hasta la fecha no hay ninguna meta con que comparar")
    if d.meta == 0:
        raise Negativa("la meta a la fecha es cero: no hay con qué comparar")
    return _paso(f"{exacto(d.avance)} ÷ {exacto(d.meta)} × 100", d.avance / d.meta * CIEN)


def _razon_de_sumas(d: Datos) -> Cuenta:
    """F9, Σnumerador/Σdenominador·100: un porcentaje no se suma ni se promedia (Akvo). Se niega si falta una parte."""
    if d.numerador is None or d.denominador is None:
        raise Negativa("la razón de sumas pide el numerador y el denominador de cada cifra, y falta alguno")
    if d.denominador == 0:
        raise Negativa("los denominadores suman cero")
    return _paso(f"{exacto(d.numerador)} ÷ {exacto(d.denominador)} × 100", d.numerador / d.denominador * CIEN)


def _crecimiento(d: Datos) -> Cuenta:
    """F10, el ritmo anual observado entre el requerido (Statistics Canada, como en Open SDG)."""
    base, meta = _base(d), d.meta_final
    if meta is None:
        raise Negativa("no consta la meta final")
    if base <= 0:
        raise Negativa(f"el ritmo de crecimiento pide una línea base mayor que cero, y es {exacto(base)}")
    if meta == 0:
        raise Negativa("el ritmo de crecimiento no se calcula con una meta de cero")
    if meta < 0 or d.avance < 0:
        raise Negativa("el avance o la meta cambian de signo respecto de la línea base")
    if meta == base:
        raise Negativa(f"la meta, {exacto(meta)}, es la misma línea base: no hay ritmo requerido")
    if not d.anios or not d.anios_de_la_meta or d.anios < 0 or d.anios_de_la_meta < 0:
        raise Negativa("entre la línea base y el avance, o la meta, no pasa ningún año")
    observado = _potencia(d.avance / base, d.anios) - 1
    requerido = _potencia(meta / base, d.anios_de_la_meta) - 1
    parte = (-observado if d.sentido in HACIA_ABAJO else observado) / abs(requerido)
    hasta, hasta_la_meta = f"1/{exacto(d.anios)}", f"1/{exacto(d.anios_de_la_meta)}"
    ritmos = f"{'−' if d.sentido in HACIA_ABAJO else ''}{_entre(observado)} ÷ {exacto(abs(requerido))}"
    return parte * CIEN, (
        f"ritmo observado: ({exacto(d.avance)} ÷ {exacto(base)})^({hasta}) − 1 = {exacto(observado)}",
        f"ritmo requerido: ({exacto(meta)} ÷ {exacto(base)})^({hasta_la_meta}) − 1 = {exacto(requerido)}",
        f"{ritmos} × 100 = {exacto(parte * CIEN)}",
    )


def _potencia(razon: Decimal, anios: Decimal) -> Decimal:
    return Decimal(0) if razon == 0 else (razon.ln() / anios).exp()


def _paso(cuenta: str, valor: Decimal) -> Cuenta:
    return valor, (f"{cuenta} = {exacto(valor)}",)


def _entre(numero: Decimal) -> str:
    """Un número dentro de una cuenta: el negativo, entre paréntesis."""
    return f"({exacto(numero)})" if numero < 0 else exacto(numero)


def _meta(d: Datos) -> Decimal:
    if d.meta is not None:
        return d.meta
    cota = d.maximo if d.sentido == "maximo" else d.minimo if d.sentido == "minimo" else None
    if cota is None:
        raise Negativa("la meta es un rango, y este método compara con un solo valor")
    return cota


def _base(d: Datos) -> Decimal:
    if d.base is None:
        raise Negativa("no consta el valor de la línea base")
    return d.base


_ASCENDENTE, _DESCENDENTE = frozenset(["ascendente"]), frozenset(["descendente"])
_AMBOS = _ASCENDENTE | _DESCENDENTE
_DOS = ("avance", "meta")
_COTAS = ("avance", "minimo", "maximo")
_PARTES = ("numerador", "denominador")
_RITMO = ("avance", "base", "meta_final", "anios", "anios_de_la_meta")

METODOS = {
    metodo.id: metodo
    for metodo in (
        Metodo("razon", "avance ÷ meta × 100", _ASCENDENTE, _razon, _DOS),
        Metodo("razon_invertida", "meta ÷ avance × 100", _DESCENDENTE, _razon_invertida, _DOS),
        Metodo("espejo", "(2 − avance ÷ meta) × 100", _DESCENDENTE, _espejo, _DOS),
        Metodo("brecha_cerrada", "(avance − base) ÷ (meta − base) × 100", _AMBOS, _brecha_cerrada, (*_DOS, "base")),
        Metodo("hito", "100 si se alcanzó, 0 si no", frozenset(["hito"]), _hito, _DOS),
        Metodo("rango", "100 dentro; fuera, (1 − distancia ÷ cota) × 100", frozenset(["rango"]), _rango, _COTAS),
        Metodo(
            "limite",
            "100 dentro; fuera, la parte que cumple",
            frozenset(["maximo", "minimo"]),
            _limite,
            (*_DOS, "minimo", "maximo"),
        ),
        Metodo("a_la_fecha", "suma de avances ÷ suma de metas × 100", _ASCENDENTE, _a_la_fecha, _DOS, acumula=True),
        Metodo("corriente", "último acumulado ÷ meta a la fecha × 100", _ASCENDENTE, _corriente, _DOS, acumula=True),
        Metodo(
            "razon_de_sumas", "suma de numeradores ÷ suma de denominadores × 100", _ASCENDENTE, _razon_de_sumas, _PARTES
        ),
        Metodo("crecimiento", "ritmo observado ÷ ritmo requerido × 100", _AMBOS, _crecimiento, _RITMO),
    )
}
"""Los métodos por su nombre; `metodo_cumplimiento` elige uno, y no hay ninguno que se suponga."""
