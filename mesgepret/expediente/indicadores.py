"""De la ficha de un indicador a lo que mide: su unidad, su cálculo, de dónde parte y cuánto se espera cada periodo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mesgepret.expediente.campos import Entero, Fecha, Logico, Numero, Palabras, Ref, Refs, Texto, Una, Varias
from mesgepret.expediente.periodos import CORTES, clase_de, fin_de, inicio_de, mayores, periodos_de
from mesgepret.expediente.pieza import Pieza

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.expediente.acuerdo import Resolucion
    from mesgepret.expediente.avances import Avance
    from mesgepret.expediente.metas import Meta
    from mesgepret.expediente.productos import Propuesta


class Unidad(Pieza):
    """La unidad de un indicador: su clase y su nombre (R02)."""

    codigo = Texto()
    texto = Texto()


class VariableCalculo(Pieza):
    """Una variable de la fórmula de un indicador."""

    nombre = Texto()
    fuente = Texto()


class MetodoCalculo(Pieza):
    """Cómo se calcula el valor que se informa."""

    expresion = Texto()
    variables = Varias(VariableCalculo)


class LineaBase(Pieza):
    """El valor de partida, o por qué no lo hay."""

    anio = Entero()
    periodo = Texto()
    valor = Numero()
    fuente = Texto()
    nota = Texto()
    texto_fuente = Texto()
    precision = Texto()
    sin_dato = Texto()

    @property
    def fin(self) -> date | None:
        """El último día de lo que mide; None si no dice cuándo, o está reservado."""
        if self.periodo and not self.reserva("periodo"):
            return fin_de(self.periodo)
        return None if self.anio is None else fin_de(str(self.anio))


class MetaAnual(Pieza):
    """La cifra que se espera en un año (R20, R52)."""

    anio = Entero()
    valor = Numero()
    minimo = Numero()
    maximo = Numero()
    texto_fuente = Texto()
    precision = Texto()
    cerrada = Logico()
    aprobada_en = Ref("Sesion", "Acuerdo")


class SinMeta(Pieza):
    """Por qué un indicador no tiene meta."""

    motivo = Texto()
    texto_fuente = Texto()


class Programado(Pieza):
    """Lo programado para un periodo, o la constancia de que no se programó (R20, R45)."""

    periodo = Texto()
    valor = Numero()
    minimo = Numero()
    maximo = Numero()
    no_programado = Logico()

    @property
    def corte(self) -> str:
        """La letra de su clase de periodo: A de año, S de semestre, T de trimestre o M de mes."""
        corte = self.periodo.partition("-")[2]
        return "A" if not corte else corte[0] if corte[0] in "ST" else "M"


class Reajuste(Pieza):
    """Un cambio de la cifra de un periodo; la primera se conserva."""

    periodo = Texto()
    valor = Numero()
    desde = Fecha()
    acuerdo = Ref("Acuerdo")
    motivo = Texto()

    @property
    def cerrada(self) -> MetaAnual | None:
        """La meta del año que cambia, él o un periodo suyo, si ese año está cerrado."""
        anuales: tuple[MetaAnual, ...] = self.padre.metas_anuales
        return next((a for a in anuales if a.cerrada and str(a.anio) == self.periodo[:4]), None)


class ApoyoDiger(Pieza):
    """El apoyo metodológico de la DIGER a una proyección (R53)."""

    quien = Texto()
    fecha = Fecha()
    documento = Texto()


class Proyeccion(Pieza):
    """Con qué método y potencial se fijaron las metas de varios años (R52, R53)."""

    metodo = Texto()
    potencial = Texto()
    apoyo_diger = Una(ApoyoDiger)


class Crema(Pieza):
    """La prueba CREMA de un indicador."""

    claro = Logico()
    relevante = Logico()
    economico = Logico()
    monitoreable = Logico()
    adecuado = Logico()
    autor = Texto()
    fecha = Fecha()


class Indicador(Pieza):
    """Lo que se mide para saber si una meta avanza, con su ficha; o, con `usa`, el que comparte con otra."""

    NOMBRE = "indicador"

    usa = Ref("Indicador")
    nombre = Texto()
    unidad = Una(Unidad)
    fuente = Texto()
    frecuencia = Texto()
    definicion = Texto()
    eslabon = Ref("Eslabon")
    dimension = Texto()
    uso = Texto()
    rezago_meses = Entero()
    vinculo = Refs("Indicador")
    peso = Numero()
    medio_verificacion = Texto()
    desagregaciones = Palabras()
    limitaciones = Palabras()
    crema = Una(Crema)
    sentido = Texto()
    avances_son = Texto()
    en_el_periodo = Texto()
    meta_anual_es = Texto()
    metodo_cumplimiento = Texto()
    semaforo = Ref("Semaforo")
    metodo_calculo = Una(MetodoCalculo)
    linea_base = Una(LineaBase)
    metas_anuales = Varias(MetaAnual)
    sin_meta = Una(SinMeta)
    programacion = Varias(Programado)
    reajustes = Varias(Reajuste)
    proyeccion = Una(Proyeccion)

    avances: tuple[Avance, ...] = ()
    resoluciones: tuple[Resolucion, ...] = ()
    propuestas: tuple[Propuesta, ...] = ()

    @property
    def meta(self) -> Meta:
        """La meta que lo declara."""
        meta: Meta = self.padre
        return meta

    @property
    def propio(self) -> Indicador:
        """El que se mide: él mismo, o el que comparte."""
        return self.usa or self

    @property
    def con_valor_anual(self) -> bool:
        """Si dice, o reserva, la cifra que se espera en algún año; el que comparte, la de aquel (R02)."""
        anuales = self.propio.metas_anuales
        dichos = (anual.tiene(clave) for anual in anuales for clave in ("valor", "minimo", "maximo"))
        return self.propio.reserva("metas_anuales") or any(dichos)

    @property
    def anios(self) -> list[int]:
        """Los años con meta, en orden; los del que comparte, si comparte (R20, R52)."""
        return sorted({anual.anio for anual in self.propio.metas_anuales if anual.anio is not None})

    def cortes(self, anio: int) -> list[str]:
        """Los periodos de un año en que se le espera algo, también aquellos en que dice que nada se programó (R20).

        Si la meta del año es la de cada periodo, no hay nada que repartir: son los de su frecuencia.
        """
        propio = self.propio
        if propio.meta_anual_es == "cada_periodo" and anio in self.anios and not propio.programacion:
            return [f"{anio}{corte}" for corte in CORTES.get(propio.frecuencia, ("",))]
        dichos = dict.fromkeys(programado.periodo for programado in propio.programacion)
        return [periodo for periodo in dichos if periodo[:4] == str(anio)]

    def huecos(self, anio: str) -> list[str]:
        """Lo que falta a la programación de un año que la tiene en parte, mientras la meta rige (R20, R45).

        Son los periodos de la clase más corta que se programó, sin los que cubre otro mayor.
        """
        dichos = {p.periodo for p in self.programacion if p.periodo[:4] == anio}
        clases = {clase_de(periodo) for periodo in dichos}
        corta = next((clase for clase in CORTES if clase in clases), "")
        sueltos = [p for p in periodos_de(anio, corta) if not dichos.intersection((p, *mayores(p)))]
        return [p for p in sueltos if self.meta.rige_entre(inicio_de(p), fin_de(p))]

    @property
    def pasa_de_cien(self) -> bool:
        """Si su línea base o alguna de sus metas anuales sale de 0 a 100: lo que mide no es una parte de un todo."""
        base = [self.propio.linea_base.valor] if self.propio.linea_base else []
        dichos = (cifra for anual in self.propio.metas_anuales for cifra in (anual.valor, anual.minimo, anual.maximo))
        return any(cifra is not None and not 0 <= cifra <= 100 for cifra in (*base, *dichos))

    def vinculos(self, nivel: str) -> list[Indicador]:
        """Los indicadores de ese nivel a los que sirve (R17, R18)."""
        return [indicador for indicador in self.vinculo if indicador.meta.nivel == nivel]
