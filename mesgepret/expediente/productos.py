"""De los demás documentos de la mesa a sus productos: diagnóstico, limitantes, propuestas, POA e informes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import (
    Crudo,
    Entero,
    Fecha,
    Numero,
    Palabras,
    Quien,
    Quienes,
    Ref,
    Refs,
    Texto,
    Una,
    Varias,
)
from mesgepret.expediente.pieza import Evidencia, Pieza, Raiz

if TYPE_CHECKING:
    from mesgepret.expediente.acuerdo import Entrada, Resolucion
    from mesgepret.expediente.mcr import Institucion
    from mesgepret.expediente.mesa import Mesa


class Desafio(Pieza):
    """Un desafío del sector, y el problema nacional al que responde (R43, R96)."""

    NOMBRE = "desafío"

    titulo = Texto()
    descripcion = Texto()
    problema_nacional = Texto()
    evidencia = Varias(Evidencia)
    metas = Refs("Meta")


class DiagnosticoSectorial(Raiz):
    """`diagnostico.yaml`: los principales desafíos del sector (R43)."""

    fecha = Fecha()
    presentado_en = Ref("Sesion")
    resumen = Texto()
    desafios = Varias(Desafio)

    mesa: Mesa


class Curso(Pieza):
    """Un curso de acción de una estrategia (R22, R54)."""

    NOMBRE = "curso de acción"

    que = Texto()
    responsables = Quienes()
    inicio = Fecha()
    fin = Fecha()

    entradas: tuple[Entrada, ...] = ()


class Estrategia(Pieza):
    """La respuesta a una limitante (R22, R47, R101)."""

    NOMBRE = "estrategia"

    titulo = Texto()
    prioridad = Entero()
    metas = Refs("Meta")
    indicadores = Refs("Indicador")
    cursos = Varias(Curso)
    procesos = Palabras()
    acordada_en = Ref("Sesion", "Acuerdo")

    resoluciones: tuple[Resolucion, ...] = ()


class Limitante(Pieza):
    """Una limitante o cuello de botella (R21, R46)."""

    NOMBRE = "limitante"

    titulo = Texto()
    descripcion = Texto()
    ambito = Texto()
    institucion = Ref("Institucion")
    metas = Refs("Meta")
    identificada_en = Ref("Sesion", "Acuerdo")
    estado = Texto()
    estrategias = Varias(Estrategia)

    @property
    def mesa(self) -> Mesa:
        """La mesa que la identificó."""
        mesa: Mesa = self.padre.mesa
        return mesa


class Limitantes(Raiz):
    """`limitantes.yaml`."""

    limitantes = Varias(Limitante)

    mesa: Mesa


class Cambio(Pieza):
    """Lo que una propuesta cambiaría: de qué, a qué."""

    sobre = Ref("Meta", "Indicador", "Estrategia", "Limitante", tolerante=True)
    campo = Texto()
    de = Crudo()
    a = Crudo()


class Propuesta(Raiz):
    """`propuestas/<id>.yaml`: un cambio de metas o indicadores; su suerte se deriva (R19, R27, R31)."""

    NOMBRE = "propuesta"

    titulo = Texto()
    cambios = Varias(Cambio)
    motivo = Texto()
    presentada_en = Ref("Sesion")
    consensuada_en = Ref("Sesion")

    mesa: Mesa
    resoluciones: tuple[Resolucion, ...] = ()


class ProgramadoPoa(Pieza):
    """Lo programado en una línea del POA para un periodo."""

    periodo = Texto()
    valor = Numero()


class LineaPoa(Pieza):
    """Una línea del Plan Operativo Anual y la meta a la que sirve (R23, R56)."""

    codigo = Texto()
    producto = Texto()
    meta = Ref("Meta")
    presupuesto = Crudo()
    programado = Varias(ProgramadoPoa)


class RevisionPoa(Pieza):
    """La revisión de coherencia de un POA (R56)."""

    fecha = Fecha()
    sesion = Ref("Sesion")
    conclusion = Texto()
    por = Quienes()


class Poa(Raiz):
    """`poa/<anio>/<institucion>.yaml`."""

    lineas = Varias(LineaPoa)
    revision = Una(RevisionPoa)

    mesa: Mesa
    anio: str = ""
    institucion: Institucion


class Entrega(Pieza):
    """La entrega de un informe."""

    fecha = Fecha()
    por = Quien()
    a = Texto()


class Informe(Raiz):
    """`informes/<id>.yaml`: un informe de avance solicitado (R32, R49)."""

    NOMBRE = "informe"

    solicitado_por = Texto()
    fecha = Fecha()
    plazo = Fecha()
    alcance = Texto()
    corte = Texto()
    entregado = Una(Entrega)

    mesa: Mesa
