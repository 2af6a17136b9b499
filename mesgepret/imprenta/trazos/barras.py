"""De un avance y su meta, o de unas cuentas, a barras: cuánto va de lo que se esperaba, y cómo se reparte un total."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion import GRISES
from mesgepret.evaluacion.metodos import HACIA_ABAJO, HACIA_ARRIBA
from mesgepret.imprenta import lengua
from mesgepret.imprenta.trazos.luces import SIN_LUZ, Senal, color, senal
from mesgepret.imprenta.trazos.medida import Escala, Franja, Rotulo, cifra, punto, repartir, rotular, unir

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.evaluacion import Resultado
    from mesgepret.expediente import Indicador
    from mesgepret.imprenta.consultas import Cuenta

# --- de una base a una meta --------------------------------------------------------------------------------------


class Medida(NamedTuple):
    """Lo que se compara: de dónde se partía, cuánto va y qué se espera (un valor, o de uno a otro).

    `unidad`: lo que va pegado a cada número; `desde`: cuándo se midió la base.
    """

    sentido: str
    base: Decimal | None = None
    avance: Decimal | None = None
    minimo: Decimal | None = None
    maximo: Decimal | None = None
    unidad: str = ""
    desde: str = ""

    @property
    def metas(self) -> list[Decimal]:
        """La meta, o sus dos cotas, de menor a mayor y sin repetirse."""
        return sorted({m for m in (self.minimo, self.maximo) if m is not None})


@dataclass(frozen=True, slots=True)
class Bala:
    """Una barra de la línea base al avance, contra la meta.

    `x` va en centésimas del ancho. `zona`: donde la meta se cumple. `marcas`: las rayas de la meta. `excede`: por dónde
    se sale el avance, que ahí se corta con una flecha; su rótulo dice el número entero.
    """

    titulo: str
    descripcion: str
    alto: int
    clase: str
    forma: str
    zona: Franja | None = None
    barra: Franja | None = None
    marcas: tuple[str, ...] = ()
    base: str = ""
    avance: str = ""
    excede: str = ""
    rotulos: tuple[Rotulo, ...] = field(default=())


def bala(resultado: Resultado) -> Bala | None:
    """La barra de un resultado; None si no hay ni avance ni meta que dibujar."""
    return dibujar(
        resultado.indicador.nombre, lengua.periodo(resultado.periodo), medida_de(resultado), senal(resultado)
    )


def medida_de(resultado: Resultado) -> Medida:
    """La de un indicador en un periodo; la línea base solo entra si mide lo mismo que el avance: un nivel."""
    indicador = resultado.indicador
    base = indicador.linea_base if indicador.avances_son == "nivel" else None
    una = resultado.meta is not None
    return Medida(
        indicador.sentido,
        base.valor if base else None,
        resultado.avance,
        resultado.meta if una else resultado.esperado.minimo,
        resultado.meta if una else resultado.esperado.maximo,
        unidad_de(indicador),
        lengua.periodo(base.periodo) or str(base.datos.get("anio", "")) if base else "",
    )


def dibujar(nombre: str, periodo: str, medida: Medida, luz: Senal) -> Bala | None:
    """La barra de una medida, con la luz que le tocó."""
    if medida.avance is None and not medida.metas:
        return None
    escala, visto = _escala(medida)
    en_meta = [escala.en(m) for m in medida.metas]
    avance = escala.en(visto) if medida.avance is not None else None
    base = escala.en(medida.base) if medida.base is not None else None
    de_meta, de_avance, de_base = dichos = _en_palabras(medida)
    rotulos = [
        rotular(sum(en_meta, Decimal(0)) / max(1, len(en_meta)), 14, de_meta, "de-meta"),
        rotular(avance or Decimal(0), 62, de_avance, "de-avance"),
        *([rotular(base, 80, de_base, "de-base")] if base is not None else []),
    ]
    return Bala(
        titulo=f"Avance frente a la meta: {nombre}",
        descripcion=unir((periodo, *dichos, SENTIDOS.get(medida.sentido, ""), f"cómo va: {luz.palabra}")),
        alto=88 if base is not None else 70,
        clase=luz.clase,
        forma=luz.forma,
        zona=_zona(escala, medida),
        barra=escala.franja(medida.base if medida.base is not None else Decimal(0), visto)
        if avance is not None
        else None,
        marcas=tuple(dict.fromkeys(map(punto, en_meta))),
        base=punto(base) if base is not None else "",
        avance=punto(avance) if avance is not None else "",
        excede=_por_donde(medida.avance, visto),
        rotulos=tuple(rotulos),
    )


SENTIDOS = {
    **dict.fromkeys(HACIA_ARRIBA, "cuanto más, mejor"),
    **dict.fromkeys(HACIA_ABAJO, "cuanto menos, mejor"),
    "rango": "lo mejor es quedar dentro",
    "hito": "se cumple o no se cumple",
}
"""Cómo se lee el eje, según el sentido del indicador."""


def unidad_de(indicador: Indicador) -> str:
    """Lo que va pegado a un número suyo; de lo que no es un porcentaje, nada: lo dice el texto que acompaña."""
    return " %" if indicador.unidad and indicador.unidad.codigo == "porcentaje" else ""


def _en_palabras(medida: Medida) -> tuple[str, str, str]:
    """Lo que los rótulos dicen de la meta, del avance y de la base."""
    metas = " a ".join(cifra(m) for m in medida.metas)
    de_avance = "Sin cifra de avance" if medida.avance is None else f"Avance {cifra(medida.avance)}{medida.unidad}"
    desde = f" ({medida.desde})" if medida.desde else ""
    de_base = "" if medida.base is None else f"Línea base {cifra(medida.base)}{medida.unidad}{desde}"
    return f"Meta {metas}{medida.unidad}" if metas else "Sin meta", de_avance, de_base


def _escala(medida: Medida) -> tuple[Escala, Decimal]:
    """El eje, y el avance que en él cabe.

    Va de la base, o de cero, a la meta, y otro tanto a cada lado si el avance se va tan lejos.
    """
    fijos = [medida.base if medida.base is not None else Decimal(0), *medida.metas]
    menor, mayor = min(fijos), max(fijos)
    avance = medida.avance if medida.avance is not None else mayor
    holgura = mayor - menor or abs(avance - mayor) or Decimal(1)
    visto = min(max(avance, menor - holgura), mayor + holgura) if medida.metas else avance
    menor, mayor = min(menor, visto), max(mayor, visto)
    margen = (mayor - menor or Decimal(1)) * 8 / 100
    cero = menor == 0 and medida.base is None  # una barra que parte de cero toca el borde
    return Escala(menor if cero else menor - margen, mayor + margen), visto


def _por_donde(avance: Decimal | None, visto: Decimal) -> str:
    if avance is None or avance == visto:
        return ""
    return "derecha" if avance > visto else "izquierda"


def _zona(escala: Escala, medida: Medida) -> Franja | None:
    """Donde la meta se cumple, según el sentido; None si no se sabe."""
    if medida.minimo is not None and medida.sentido in HACIA_ARRIBA | {"hito"}:
        return escala.franja(medida.minimo, escala.hasta)
    if medida.maximo is not None and medida.sentido in HACIA_ABAJO:
        return escala.franja(escala.desde, medida.maximo)
    if medida.sentido != "rango" or (medida.minimo is None and medida.maximo is None):
        return None
    return escala.franja(
        medida.minimo if medida.minimo is not None else escala.desde,
        medida.maximo if medida.maximo is not None else escala.hasta,
    )


# --- las partes de un total --------------------------------------------------------------------------------------


class Parte(NamedTuple):
    """Una parte de un total: su nombre, cuántas son, la clase que la pinta y su forma en la leyenda."""

    nombre: str
    cuantos: int
    clase: str
    forma: str = "cuadrado"
    franja: Franja = Franja("0", "0")


@dataclass(frozen=True, slots=True)
class Barra:
    """Un total repartido: las partes que existen, una a continuación de otra, llenan el ancho entero."""

    titulo: str
    descripcion: str
    partes: tuple[Parte, ...]
    total: int


def barra(titulo: str, partes: Iterable[Parte]) -> Barra | None:
    """La barra de unas partes, sin las que no tienen nada; None si no hay nada que repartir."""
    hay = [parte for parte in partes if parte.cuantos > 0]
    if not hay:
        return None
    total = sum(parte.cuantos for parte in hay)
    anchos = repartir([parte.cuantos for parte in hay])
    puestas, va = [], 0
    for parte, ancho in zip(hay, anchos, strict=True):
        lugar = Franja(punto(Decimal(va) / 10), punto(Decimal(ancho) / 10))
        puestas.append(parte._replace(franja=lugar))
        va += ancho
    dichas = ", ".join(f"{parte.cuantos:,} {parte.nombre}" for parte in hay)
    return Barra(titulo, unir((f"{total:,} en total: {dichas}",)), tuple(puestas), total)


_DE_ESTADO = {
    "cumplido": "verde", "en_proceso": "azul", "pendiente": "pendiente", "por_aprobar": "amarillo",
    "devuelto": "naranja", "rechazado": "otro", "sin_efecto": f"{SIN_LUZ} n2",
}  # fmt: skip


def de_estados(cuentas: Iterable[Cuenta]) -> list[Parte]:
    """Los acuerdos por estado; los vencidos van aparte, y se quitan de aquel en que estaban."""
    dichas = list(cuentas)
    orden = sorted(dichas, key=lambda c: list(_DE_ESTADO).index(c.estado) if c.estado in _DE_ESTADO else 99)
    partes = [Parte(lengua.palabra(c.estado), c.cuantos - c.vencidos, _DE_ESTADO.get(c.estado, SIN_LUZ)) for c in orden]
    return [*partes, Parte("vencido", sum(c.vencidos for c in dichas), "rojo", "triangulo")]


_DE_COLOR = {"verde": "circulo", "amarillo": "rombo", "naranja": "cuadrado", "rojo": "triangulo"}


def de_luces(luces: Mapping[str, int], grises: Mapping[str, int]) -> list[Parte]:
    """Las metas por su luz y, de las que no la tienen, por su estado gris."""
    con_luz = [
        Parte(f"en {c}" if color(c) != "otro" else c, n, color(c), _DE_COLOR.get(c, "cuadrado"))
        for c, n in luces.items()
    ]
    return con_luz + [
        Parte(lengua.palabra(g), n, f"{SIN_LUZ} n{GRISES.index(g) if g in GRISES else 0}", "circulo")
        for g, n in grises.items()
    ]
