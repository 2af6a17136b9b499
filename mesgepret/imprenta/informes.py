"""De la evaluación a lo que las páginas preguntan de las metas: cómo van, en qué periodos, y por qué."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.evaluacion import METODOS, Ambitos, camino, contar, evaluar, exacto, publicado, sensibilidad, tendencia
from mesgepret.evaluacion.cadena import coberturas, hilos, suelto
from mesgepret.evaluacion.calidad import calidad
from mesgepret.evaluacion.conteo import COLORES, SIN_TABLA, color_de, en_gris, en_rojo
from mesgepret.evaluacion.cotejo import cotejos
from mesgepret.evaluacion.esperado import Esperado, esperado
from mesgepret.expediente import Indicador, dia_escrito
from mesgepret.expediente.periodos import contiene, fin_de, periodos_de, ultimo_cerrado
from mesgepret.imprenta import lengua
from mesgepret.imprenta.hojas_de_informes import direccion_de_informe
from mesgepret.imprenta.resultados import entradas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mesgepret.evaluacion import Ambito, Conteo, Metodo, Resultado, ResultadoDeMeta, Serie
    from mesgepret.evaluacion.resultado import Alternativa
    from mesgepret.expediente import Expediente, Meta
    from mesgepret.expediente.mcr import Semaforo, Tramo
    from mesgepret.expediente.productos import Informe

A_LA_VISTA = 40
"""Cuántas metas en rojo, o en gris, se enumeran en un informe; de las demás se dice cuántas son."""


class Ventana(NamedTuple):
    """Lo que se mira en un informe: un periodo cerrado o, con `tramo` vacío, desde el principio."""

    tramo: str
    nombre: str


class Primeras(NamedTuple):
    """Las primeras de una lista, y cuántas quedan sin enumerar."""

    lista: list[Any]
    restan: int


class Informes:
    """Lo que se pregunta de los resultados en un corte; cada cosa se calcula una sola vez."""

    def __init__(self, expediente: Expediente) -> None:
        self.expediente = expediente
        self.ambitos = Ambitos(expediente)
        self.ventanas = ventanas(expediente.corte)
        self.colores = self._colores()

    def globales(self) -> dict[str, Any]:
        """Lo que las plantillas ven."""
        return {
            "ambitos": self.ambitos,
            "ventanas": self.ventanas,
            "colores": self.colores,
            "resultado_de": self.resultado_de,
            "serie_de": self.serie_de,
            "conteo": self.conteo,
            "color_de": color_de,
            "corte_de": self.corte_de,
            "ambito_de": self.ambito_de,
            "en_rojo": self.en_rojo,
            "en_gris": self.en_gris,
            "informe_de": direccion_de_informe,
            "publicado": publicado,
            "exacto": lambda valor: lengua.cifra(Decimal(exacto(valor))),
            "metodo_de": metodo_de,
            "entradas_de": entradas,
            "tabla_de": self.tabla_de,
            "sensibilidad_de": self.sensibilidad_de,
            "camino": camino,
            "tendencia": tendencia,
            "tramo_en_palabras": tramo_en_palabras,
            "primeras": _primeras,
            "esperado_en": self.esperado_en,
            "anios_de": anios_de,
            "cortes_de": cortes_de,
            "coberturas": lambda: coberturas(self.expediente),
            "hilos": lambda: hilos(self.expediente),
            "suelto": lambda: suelto(self.expediente),
            "cotejos": lambda: cotejos(self.expediente),
            "calidad": lambda: calidad(self.expediente),
        }

    def resultado_de(
        self, que: Meta | Indicador, tramo: str = "", hasta: date | None = None
    ) -> ResultadoDeMeta | Resultado:
        """Cómo está una meta o un indicador, en un tramo o desde el principio; o cómo estaba en otro corte."""
        evaluacion = evaluar(self.expediente, tramo, hasta)
        return evaluacion.indicador(que) if isinstance(que, Indicador) else evaluacion.meta(que)

    def serie_de(self, indicador: Indicador) -> Serie:
        """Un indicador, periodo por periodo."""
        return evaluar(self.expediente).serie(indicador)

    def conteo(self, metas: Iterable[Meta], tramo: str = "", hasta: date | None = None) -> Conteo:
        """Cuántas hay en cada luz y en cada gris."""
        return contar(metas, evaluar(self.expediente, tramo, hasta))

    def corte_de(self, informe: Informe) -> date | None:
        """El día hasta el que informa un informe solicitado; None si todavía no ha llegado."""
        dia = dia_escrito(informe.corte)
        return dia if dia is not None and dia <= self.expediente.hoy else None

    def ambito_de(self, informe: Informe) -> Ambito:
        """De qué se informa: del país o, porque el documento no dice cuál es la institución ni el eje, de su mesa."""
        return self.ambitos.pais if informe.alcance == "pais" else self.ambitos.mesas[informe.mesa.sector.id]

    def en_rojo(self, ambito: Ambito) -> Primeras:
        """Las metas en rojo de un ámbito, la peor primero."""
        return _primeras(en_rojo(ambito.metas, evaluar(self.expediente)))

    def en_gris(self, ambito: Ambito) -> Primeras:
        """Las que no tienen resultado, la que más atención pide primero."""
        return _primeras(en_gris(ambito.metas, evaluar(self.expediente)))

    def sensibilidad_de(self, resultado: Resultado) -> list[Alternativa]:
        """Con qué otro método o tabla cambiaría el color."""
        return sensibilidad(resultado, self.expediente.semaforos)

    def esperado_en(self, indicador: Indicador, periodo: str) -> Esperado:
        """Lo que se espera de un periodo, con los reajustes que rigen; de uno mayor, lo que juntan los suyos."""
        return esperado(indicador.propio, periodo, self.expediente.corte)

    def tabla_de(self, resultado: Resultado | ResultadoDeMeta) -> Semaforo | None:
        """La tabla que le puso luz; None si no la tiene."""
        return resultado.luz.tabla if resultado.luz else None

    def _colores(self) -> tuple[str, ...]:
        """Los que alguna meta tiene en alguna ventana y los tres de siempre, en su orden."""
        conteos = [self.conteo(self.ambitos.pais.metas, ventana.tramo) for ventana in self.ventanas]
        hay = {color for conteo in conteos for color, cuantas in conteo.luces.items() if cuantas}
        otros = sorted(hay - {*COLORES, SIN_TABLA})
        siempre = ("verde", "amarillo", "rojo")
        return (*(c for c in COLORES if c in hay or c in siempre), *otros, *((SIN_TABLA,) if SIN_TABLA in hay else ()))


def ventanas(corte: date) -> tuple[Ventana, ...]:
    """El último trimestre cerrado, el semestre y el año en que cae, y desde el principio."""
    trimestre = ultimo_cerrado("trimestral", corte)
    semestre = next(s for s in periodos_de(trimestre[:4], "semestral") if contiene(s, trimestre))
    dichos = [(p, lengua.periodo(p)) for p in (trimestre, semestre, trimestre[:4])]
    miradas = [Ventana(p, nombre if fin_de(p) <= corte else f"{nombre}, hasta el corte") for p, nombre in dichos]
    return (*miradas, Ventana("", "desde el principio"))


def anios_de(metas: Iterable[Meta]) -> list[str]:
    """Los años en que alguna de esas metas espera algo, en orden."""
    indicadores = [i.propio for meta in metas for i in meta.indicadores]
    programados = {p.periodo[:4] for i in indicadores for p in i.programacion if p.periodo}
    return sorted(programados | {str(anio) for i in indicadores for anio in i.anios})


def cortes_de(metas: Iterable[Meta], clase: str) -> list[str]:
    """Los periodos de una clase de los años en que alguna de esas metas se programó por dentro, en orden."""
    indicadores = [i.propio for meta in metas for i in meta.indicadores]
    anios = {p.periodo[:4] for i in indicadores for p in i.programacion if len(p.periodo) > 4}
    return [periodo for anio in sorted(anios) for periodo in periodos_de(anio, clase)]


def metodo_de(indicador: Indicador) -> Metodo | None:
    """El método con que se calcula, con su fórmula; None si la ficha no lo dice o no existe."""
    return METODOS.get(indicador.propio.metodo_cumplimiento)


def tramo_en_palabras(tramo: Tramo, tabla: Semaforo) -> str:
    """Hasta dónde llega un tramo: «más de 60 % y hasta 80 %», «menos de 0.85 veces la meta»."""
    por_abajo = _cota(tramo.desde, tabla, "desde " if tramo.incluye_desde else "más de ")
    por_arriba = _cota(tramo.hasta, tabla, "hasta " if tramo.incluye_hasta else "menos de ")
    return " y ".join(dicha for dicha in (por_abajo, por_arriba) if dicha) or "cualquiera"


def _cota(valor: Decimal | None, tabla: Semaforo, comienzo: str) -> str:
    if valor is None:
        return ""
    return f"{comienzo}{exacto(valor)}{' veces la meta' if tabla.base == 'razon' else ' %'}"


def _primeras(lista: Sequence[Any]) -> Primeras:
    return Primeras(list(lista[:A_LA_VISTA]), max(0, len(lista) - A_LA_VISTA))
