"""De las metas y los avances de `mcr/` a la cadena de resultados: qué se mide, cuánto se espera y cuánto se informó."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from mesgepret.expediente.campos import Entero, Fecha, Logico, Numero, Numeros, Palabras, Ref, Refs, Texto, Una, Varias
from mesgepret.expediente.pieza import ConVigencia, Evidencia, Pieza, Raiz

if TYPE_CHECKING:
    from mesgepret.expediente.acuerdo import Resolucion
    from mesgepret.expediente.mcr import Institucion, Sector


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


class Reajuste(Pieza):
    """Un cambio de la cifra de un periodo; la primera se conserva."""

    periodo = Texto()
    valor = Numero()
    desde = Fecha()
    acuerdo = Ref("Acuerdo")
    motivo = Texto()


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


class Contribucion(Pieza):
    """A qué meta contribuye otra, y cuánto pesa en ella (R05)."""

    meta = Ref("Meta")
    ponderador = Numero()
    motivo = Texto()


class VigenciaMeta(ConVigencia):
    """Entre qué días rige una meta, y por qué dejó de regir."""

    motivo = Texto()


class Agregacion(Pieza):
    """Cómo se junta lo de abajo en la meta."""

    indicadores = Texto()
    contribuyentes = Texto()
    tolerancia = Numero()


class Mecanismo(Pieza):
    """Cómo llega el dato al SIGPRET: recolección, responsable y frecuencia (R48)."""

    recoleccion = Texto()
    responsable = Texto()
    frecuencia = Texto()


class Meta(Pieza):
    """Una meta presidencial, sectorial o institucional (R01–R05, R99)."""

    NOMBRE = "meta"

    resultado = Texto()
    eje = Ref("Eje")
    vertiente = Ref("Vertiente")
    contribuye_a = Varias(Contribucion)
    instrumentos = Refs("Instrumento")
    responsable = Ref("Institucion")
    prioritaria = Logico()
    vigencia = Una(VigenciaMeta)
    agregacion = Una(Agregacion)
    concertada_en = Ref("Sesion", "Acuerdo")
    mecanismo = Una(Mecanismo)
    indicadores = Varias(Indicador)

    nivel: str = ""
    """presidencial, sectorial o institucional: lo dice el archivo."""
    sector: Sector | None = None
    institucion: Institucion | None = None
    contribuyentes: tuple[Meta, ...] = ()
    resoluciones: tuple[Resolucion, ...] = ()


class Metas(Raiz):
    """Un archivo de metas."""

    metas = Varias(Meta)


class Desglose(Pieza):
    """Una parte de una cifra."""

    por = Texto()
    categoria = Texto()
    valor = Numero()


class Avance(Pieza):
    """Una cifra informada para un periodo, o por qué no la hay (R25)."""

    NOMBRE = "avance"

    indicador = Ref("Indicador")
    valor = Numero()
    sin_dato = Texto()
    texto_fuente = Texto()
    precision = Texto()
    estado = Texto()
    fecha_corte = Fecha()
    fecha_reporte = Fecha()
    variables = Numeros()
    fuente = Texto()
    evidencia = Varias(Evidencia)
    desglose = Varias(Desglose)
    comentario = Texto()
    causa_desvio = Texto()
    corrige = Texto()

    periodo: str = ""
    institucion: Institucion | None = None

    @property
    def fin(self) -> date:
        """El último día de su periodo: 2024, 2024-S1, 2024-T1 o 2024-01."""
        anio, _, corte = self.periodo.partition("-")
        mes = int(corte[1:]) * {"S": 6, "T": 3}[corte[0]] if corte[:1] in ("S", "T") else int(corte or 12)
        return date(int(anio), mes, monthrange(int(anio), mes)[1])

    @property
    def corregido(self) -> bool:
        """Si la misma institución informó después, del mismo periodo, otra cifra que dice por qué esta estaba mal."""
        hermanos = self.indicador.avances if self.indicador else ()
        suyos = [a for a in hermanos if a.periodo == self.periodo and a.institucion is self.institucion]
        return self in suyos and any(a.corrige for a in suyos[suyos.index(self) + 1 :])

    @property
    def cifra_definitiva(self) -> bool:
        """Si es una cifra, y no la ausencia de una, dada por definitiva (R25)."""
        return self.estado == "definitivo" and self.tiene("valor")


class Avances(Raiz):
    """Las cifras de una institución en un periodo."""

    avances = Varias(Avance)
