"""De las metas y los avances de `mcr/` a la cadena de resultados: qué se mide, cuánto se espera y cuánto se informó."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from mesgepret.expediente.campos import Entero, Fecha, Logico, Numero, Numeros, Palabras, Ref, Refs, Texto, Una, Varias
from mesgepret.expediente.pieza import ConVigencia, Evidencia, Pieza, Raiz

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente.acuerdo import Resolucion
    from mesgepret.expediente.mcr import Institucion, Sector
    from mesgepret.expediente.productos import Propuesta

NIVELES = ("presidencial", "sectorial", "institucional")
"""Los niveles de la cadena, de arriba abajo: cada uno sirve al anterior (R02, R05)."""

CORTES = {
    "mensual": tuple(f"-{mes:02}" for mes in range(1, 13)),
    "trimestral": ("-T1", "-T2", "-T3", "-T4"),
    "semestral": ("-S1", "-S2"),
}
"""Cómo acaban los periodos de un año en que se mide más de una vez."""


def fin_de(periodo: str) -> date:
    """El último día de un periodo: 2024, 2024-S1, 2024-T1 o 2024-01."""
    anio, _, corte = periodo.partition("-")
    mes = int(corte[1:]) * {"S": 6, "T": 3}[corte[0]] if corte[:1] in ("S", "T") else int(corte or 12)
    return date(int(anio), mes, monthrange(int(anio), mes)[1])


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

    @property
    def pasa_de_cien(self) -> bool:
        """Si su línea base o alguna de sus metas anuales sale de 0 a 100: lo que mide no es una parte de un todo."""
        base = [self.propio.linea_base.valor] if self.propio.linea_base else []
        dichos = (cifra for anual in self.propio.metas_anuales for cifra in (anual.valor, anual.minimo, anual.maximo))
        return any(cifra is not None and not 0 <= cifra <= 100 for cifra in (*base, *dichos))

    def vinculos(self, nivel: str) -> list[Indicador]:
        """Los indicadores de ese nivel a los que sirve (R17, R18)."""
        return [indicador for indicador in self.vinculo if indicador.meta.nivel == nivel]


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
    propuestas: tuple[Propuesta, ...] = ()

    @property
    def responde(self) -> Institucion | None:
        """La institución que responde por ella: la que dice; si no lo dice, la de su archivo (R09)."""
        responsable: Institucion | None = self.responsable
        return self.institucion if responsable is None and not self.tiene("responsable") else responsable

    def superiores(self, nivel: str) -> list[Meta]:
        """Las metas de ese nivel a las que dice contribuir (R05)."""
        return [c.meta for c in self.contribuye_a if c.meta is not None and c.meta.nivel == nivel]

    @property
    def propios(self) -> list[Indicador]:
        """Sus indicadores, sin los que comparte con otra meta."""
        return [indicador for indicador in self.indicadores if not indicador.tiene("usa")]

    @property
    def anios(self) -> list[int]:
        """Los años en que alguno de sus indicadores tiene meta, en orden (R20, R45)."""
        return sorted({anio for indicador in self.indicadores for anio in indicador.anios})

    @property
    def cadena(self) -> Iterator[Meta]:
        """Ella y cuantas contribuyen a ella, directamente o a través de otra; cada una, una vez (R13, R15)."""
        vistas, pendientes = {self.id}, [self]
        while pendientes:
            meta = pendientes.pop()
            yield meta
            nuevas = {otra.id: otra for otra in meta.contribuyentes if otra.id not in vistas}
            vistas.update(nuevas)
            pendientes += nuevas.values()

    @property
    def aprobaciones(self) -> list[Resolucion]:
        """Lo que en ayudas memoria definitivas el nivel político aprobó de ella (R31).

        También de un indicador suyo, o de una propuesta que cambia o crea la una o el otro.
        """
        suyas: tuple[Meta | Indicador, ...] = (self, *self.indicadores)
        dichas = [r for una in suyas for r in (*una.resoluciones, *(r for p in una.propuestas for r in p.resoluciones))]
        return [r for r in dichas if r.resolucion == "aprobado" and r.politica and not r.provisional]

    def vigente(self, dia: date) -> bool:
        """Si rige ese día."""
        return self.vigencia is None or self.vigencia.vigente(dia)

    def sobre(self, otra: Meta) -> bool:
        """Si es de un nivel superior al de la otra."""
        return NIVELES.index(self.nivel) < NIVELES.index(otra.nivel)

    def cortes(self, anio: int) -> list[str] | None:
        """Los del indicador suyo, con meta ese año, que más tiene; None si ninguno la tiene o algo se reserva (T1)."""
        propios = [i.propio for i in self.indicadores]
        if any(p.reserva(clave) for p in propios for clave in ("metas_anuales", "programacion")):
            return None
        return max((p.cortes(anio) for p in propios if anio in p.anios), key=len, default=None)


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
        """El último día de su periodo."""
        return fin_de(self.periodo)

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
