"""De los demás documentos de la mesa a sus productos: diagnóstico, limitantes, propuestas, POA e informes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mesgepret.diagnostico import llano
from mesgepret.expediente.acuerdo import Acuerdo, Seguido
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
from mesgepret.expediente.indicadores import Indicador
from mesgepret.expediente.metas import Meta
from mesgepret.expediente.pieza import Evidencia, Pieza, Raiz

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.expediente.acuerdo import Resolucion
    from mesgepret.expediente.mcr import Institucion
    from mesgepret.expediente.mesa import Mesa
    from mesgepret.lectura import Ruta


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


class Curso(Seguido):
    """Un curso de acción de una estrategia (R22, R54)."""

    NOMBRE = "curso de acción"

    que = Texto()
    responsables = Quienes()
    inicio = Fecha()
    fin = Fecha()

    def iniciado(self, dia: date) -> bool:
        """Si ese día ya había empezado: lo dice su seguimiento o, si no lo tiene, el día en que debía empezar (R31)."""
        dichas = [e.estado for e in self.entradas if e.fecha <= dia]
        return dichas[-1] in ("en_proceso", "cumplido") if dichas else self.inicio is not None and self.inicio <= dia


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

    @property
    def limitante(self) -> Limitante:
        """La limitante a la que responde."""
        limitante: Limitante = self.padre
        return limitante

    @property
    def sectorial(self) -> bool:
        """Si busca mejorar una meta o un indicador del sector; si no señala ninguno, lo que sea su limitante (R31)."""
        niveles = [meta.nivel for meta in (*self.metas, *(indicador.meta for indicador in self.indicadores))]
        return "sectorial" in niveles if niveles else self.limitante.ambito == "sectorial"

    @property
    def aprobada(self) -> bool:
        """Si la aprobó el nivel político: por su id, por el acuerdo que la acordó o por acordarla él mismo (R31)."""
        origen = self.acordada_en
        dichas = (*self.resoluciones, *getattr(origen, "resoluciones", ()))
        sesion = origen.acta.sesion if isinstance(origen, Acuerdo) else origen
        propia = sesion is not None and sesion.del_nivel("politico")
        return propia or any(r.politica and r.resolucion == "aprobado" for r in dichas)


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


_CIFRA = re.compile(r"-?[0-9]+(?:\.[0-9]+)?").fullmatch


def _llano(dato: Any) -> Any:
    texto = llano(str(dato)).rstrip(".")
    return Decimal(texto) if _CIFRA(texto) else texto


class Cambio(Pieza):
    """Lo que una propuesta cambiaría: de qué, a qué."""

    sobre = Ref("Meta", "Indicador", "Estrategia", "Limitante", tolerante=True)
    campo = Texto()
    de = Crudo()
    a = Crudo()

    @property
    def propuesta(self) -> Propuesta:
        """La propuesta que lo pide."""
        propuesta: Propuesta = self.padre
        return propuesta

    @property
    def del_sector(self) -> bool:
        """Si cambia algo que aprueba el nivel político: una meta, un indicador o una estrategia del sector (R31)."""
        cosa = self.sobre.meta if isinstance(self.sobre, Indicador) else self.sobre
        return isinstance(cosa, Estrategia) or (isinstance(cosa, Meta) and cosa.nivel == "sectorial")

    @property
    def hoy_dice(self) -> tuple[Pieza, Ruta, Any] | None:
        """Lo que la MCR dice en ese campo: la pieza, la ruta y el valor; None si lo que cambiaría no existe.

        Un campo con su cifra («metas_anuales.2025») vale por ella; lo que no es un solo valor, por None.
        """
        if self.sobre is None:
            return None
        ruta, dato = self.sobre.seguir(self.campo)
        if isinstance(dato, dict) and "valor" in dato:
            ruta, dato = (*ruta, "valor"), dato["valor"]
        return self.sobre, ruta, dato

    def cumplido_por(self, dato: Any) -> bool:
        """Si ese valor es el que se propone: una cifra se compara por lo que vale; un texto, por sus palabras."""
        return bool(_llano(dato) == _llano(self.a))


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

    @property
    def resuelta(self) -> Resolucion | None:
        """Lo último que el nivel político resolvió sobre ella; None si nada (R31)."""
        return next((r for r in reversed(self.resoluciones) if r.politica), None)

    @property
    def aprobacion(self) -> Resolucion | None:
        """Lo último que el nivel político resolvió sobre ella, si fue aprobarla; puede constar en un borrador (R31)."""
        return self.resuelta if self.resuelta and self.resuelta.resolucion == "aprobado" else None


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
