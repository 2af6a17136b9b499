"""De lo que las mesas deciden y planean a sus tablas: acuerdos, seguimiento, planes y limitantes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.expediente import Actividad, Acuerdo, Curso, Resolucion
from mesgepret.imprenta.datos.tablas.columnas import Columna, Renglon, Tabla, id_de, id_en, nombres
from mesgepret.imprenta.datos.tablas.de_mesas import PAGINA, QUIEN, quien_es
from mesgepret.imprenta.direcciones import direccion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Mesa, Plan
    from mesgepret.imprenta.consultas import Consultas

_ESTADO = "pendiente, en_proceso, cumplido, sin_efecto, por_aprobar, devuelto o rechazado, el día del corte."


def del_acuerdo(acuerdo: Acuerdo, c: Consultas) -> Renglon:
    """La fila de un acuerdo, con lo que fue de él hasta el día en que se mira."""
    s = c.situacion(acuerdo)
    rectifica = acuerdo.rectifica
    return Renglon(
        acuerdo, id=acuerdo.id, sesion=acuerdo.acta.id, mesa=acuerdo.acta.mesa.id, estado=s.estado, plazo=s.plazo,
        plazo_original=s.plazo_original, vencido=s.vencido, atraso=s.atraso, avance=s.avance,
        reprogramaciones=len(s.reprogramaciones), responsables="; ".join(acuerdo.a_cargo),
        texto=str(acuerdo.rige("texto", c.expediente.hoy, borradores=c.interno)),
        forma=acuerdo.decision.forma if acuerdo.decision else "",
        rectifica=rectifica.id if rectifica and c.se_publica(rectifica.acta) else None,
    )  # fmt: skip


def responsables_de(acuerdo: Acuerdo) -> Iterator[Renglon]:
    """Las filas de quienes responden de un acuerdo: miembros, instituciones, grupos o quien no es nada de eso."""
    for orden, quien in enumerate(acuerdo.responsables, 1):
        yield Renglon(acuerdo, acuerdo=acuerdo.id, orden=orden, **quien_es(quien, acuerdo.acta.fecha))


def _metas_de(c: Consultas) -> Iterator[Renglon]:
    for acuerdo in c.acuerdos:
        for meta in dict.fromkeys(acuerdo.metas):
            yield Renglon(acuerdo, acuerdo=acuerdo.id, meta=meta.id)


def seguimientos_de(mesa: Mesa, c: Consultas) -> Iterator[Renglon]:
    """Las filas del seguimiento de una mesa, en sesión y entre sesiones."""
    for entrada in mesa.entradas:
        if c.se_publica(entrada.origen):
            yield del_seguimiento(entrada, c)


def del_seguimiento(entrada: Any, c: Consultas) -> Renglon:
    """La fila de una línea de seguimiento: en qué documento consta, y de qué trata."""
    sobre, origen = entrada.sobre, entrada.origen
    publicado = isinstance(sobre, Acuerdo) and c.se_publica(sobre.acta)
    return Renglon(
        entrada, documento=origen.id, orden=int(entrada.ruta[-1]) + 1, mesa=origen.mesa.id, fecha=entrada.fecha,
        acuerdo=sobre.id if publicado else None, actividad=sobre.id if isinstance(sobre, Actividad) else None,
        curso=sobre.id if isinstance(sobre, Curso) else None,
        evidencia="; ".join(f"{e.titulo} {e.url or e.archivo}".strip() for e in entrada.evidencia),
    )  # fmt: skip


def del_plan(plan: Plan, c: Consultas) -> Renglon:
    """La fila de un plan; lo que se aprobó en una sesión cuenta cuando su ayuda memoria es definitiva."""
    en_sesion = [a for a in plan.aprobaciones if isinstance(a, Resolucion)]
    fuera = len(en_sesion) < len(plan.aprobaciones)
    aprobado = fuera or any(a.politica and c.se_publica(a.acuerdo.acta) for a in en_sesion)
    return Renglon(plan, mesa=plan.mesa.id, aprobado=aprobado)


def de_la_actividad(actividad: Actividad, c: Consultas) -> Renglon:
    """La fila de una actividad de un plan, con lo que fue de ella hasta el día en que se mira."""
    s = c.situacion(actividad)
    return Renglon(
        actividad, plan=actividad.plan.id, estado=s.estado, plazo=s.plazo, vencido=s.vencido, avance=s.avance,
        responsables=nombres(actividad.responsables), objetivo=id_de(actividad.objetivo),
        producto=id_de(actividad.producto),
    )  # fmt: skip


def _identificada(limitante: Any, c: Consultas) -> str | None:
    """La sesión en que se identificó, aunque el documento nombre el acuerdo."""
    origen = limitante.identificada_en
    return origen.acta.id if isinstance(origen, Acuerdo) else id_de(origen)


def _limitantes(c: Consultas) -> Iterator[Renglon]:
    for mesa in c.expediente.mesas.values():
        for una in mesa.limitantes:
            yield Renglon(una, mesa=mesa.id, institucion=id_de(una.institucion), identificada_en=_identificada(una, c))


def _cursos(c: Consultas) -> Iterator[Renglon]:
    estrategias = (e for m in c.expediente.mesas.values() for una in m.limitantes for e in una.estrategias)
    for estrategia in estrategias:
        for curso in estrategia.cursos:
            s = c.situacion(curso)
            yield Renglon(curso, estrategia=estrategia.id, estado=s.estado, plazo=s.plazo, vencido=s.vencido,
                          avance=s.avance, responsables=nombres(curso.responsables))  # fmt: skip


_MESA = Columna("mesa", dice="Id de la mesa.", apunta="mesas")
_PLAZO = Columna("plazo", "fecha", dice="El plazo que rige el día del corte, con sus reprogramaciones.")
_VENCIDO = Columna("vencido", "logico", dice="Si su plazo pasó y sigue abierto.")

ACUERDOS = Tabla(
    "acuerdos", "Los acuerdos y resoluciones de las ayudas memoria definitivas, con lo que fue de cada uno.", ("id",),
    lambda c: (del_acuerdo(acuerdo, c) for acuerdo in c.acuerdos),
    (
        Columna("id", dice="Id del acuerdo: el de su sesión y su número en ella."),
        Columna("sesion", dice="Id de la sesión en que se tomó.", apunta="sesiones"), _MESA,
        Columna("clase", de="acta.acuerdos.clase"), Columna("texto", de="acta.acuerdos.texto"),
        Columna("resultado", de="acta.acuerdos.resultado"), Columna("estado", dice=_ESTADO),
        Columna("responsables", dice="Los nombres de quienes lo cumplen."), _PLAZO,
        Columna("plazo_original", "fecha", dice="El primer plazo que tuvo."), _VENCIDO,
        Columna("atraso", "entero", dice="Días pasados desde el plazo; 0 si no está vencido."),
        Columna("avance", "numero", dice="El último porcentaje de avance que se informó."),
        Columna("reprogramaciones", "entero", dice="Cuántas veces se le ha movido el plazo."),
        Columna("sin_plazo", dice="Por qué no tiene plazo."),
        Columna("inicio", "fecha", de="acta.acuerdos.inicio"), Columna("punto", "entero", de="acta.acuerdos.punto"),
        Columna("forma", de="acta.acuerdos.decision.forma"), Columna("condicion", de="acta.acuerdos.condicion"),
        Columna("requiere_aprobacion", dice="«politico» si surte efecto solo cuando el Nivel Político lo resuelva."),
        Columna("rectifica", de="acta.acuerdos.rectifica", apunta="acuerdos"),
        Columna("pagina", dice=PAGINA.dice, valor=lambda f: direccion(f.pieza)),
    ),
    busca=("texto", "resultado"),
)  # fmt: skip
RESPONSABLES = Tabla(
    "responsables", "Quiénes cumplen cada acuerdo, uno por fila.", ("acuerdo", "orden"),
    lambda c: (fila for acuerdo in c.acuerdos for fila in responsables_de(acuerdo)),
    (
        Columna("acuerdo", dice="Id del acuerdo.", apunta="acuerdos"),
        Columna("orden", "entero", dice="Su lugar entre los responsables, como se escribió."),
        *QUIEN,
    ),
    apuntan=((("mesa", "miembro"), "miembros"),),
)  # fmt: skip
SEGUIMIENTOS = Tabla(
    "seguimientos", "Cada vez que se dio cuenta de un acuerdo, de una actividad o de un curso de acción.",
    ("documento", "orden"),
    lambda c: (fila for mesa in c.expediente.mesas.values() for fila in seguimientos_de(mesa, c)),
    (
        Columna("documento", dice="Id de la sesión o del seguimiento entre sesiones en que consta."),
        Columna("orden", "entero", dice="Su lugar en el documento."), _MESA,
        Columna("fecha", "fecha", dice="El día de la sesión o del documento."),
        Columna("acuerdo", dice="Id del acuerdo de que trata.", apunta="acuerdos"),
        Columna("actividad", dice="Id de la actividad del plan de que trata.", apunta="actividades"),
        Columna("curso", dice="Id del curso de acción de que trata.", apunta="cursos"),
        Columna("sobre_texto", de="acta.seguimiento.sobre_texto"), Columna("estado", de="acta.seguimiento.estado"),
        Columna("avance", "numero", dice="El porcentaje de avance, de 0 a 100."),
        Columna("fecha_corte", "fecha", de="acta.seguimiento.fecha_corte"),
        Columna("comentario", de="acta.seguimiento.comentario"),
        Columna("nuevo_plazo", "fecha", de="acta.seguimiento.nuevo_plazo"),
        Columna("motivo", de="acta.seguimiento.motivo"), Columna("evidencia", de="acta.seguimiento.evidencia"),
    ),
    busca=("comentario", "motivo"),
)  # fmt: skip
METAS_DE_ACUERDOS = Tabla(
    "metas_de_acuerdos", "A qué metas sirve cada acuerdo.", ("acuerdo", "meta"), _metas_de,
    (
        Columna("acuerdo", dice="Id del acuerdo.", apunta="acuerdos"),
        Columna("meta", dice="Id de la meta.", apunta="metas"),
    ),
)  # fmt: skip
PLANES = Tabla(
    "planes", "Los Planes de Trabajo de las mesas.", ("id",),
    lambda c: (del_plan(plan, c) for plan in c.expediente.planes),
    (
        Columna("id", dice="Id del plan."), _MESA, Columna("periodo", dice="El periodo que cubre, como se llama."),
        Columna("version", "entero", de="plan.version"), Columna("desde", "fecha", de="plan.desde"),
        Columna("hasta", "fecha", de="plan.hasta"),
        Columna("aprobado", "logico", dice="Si consta que se aprobó esa versión (R66)."),
        Columna("pagina", dice=PAGINA.dice, valor=lambda f: direccion(f.pieza)),
    ),
)  # fmt: skip
ACTIVIDADES = Tabla(
    "actividades", "Las actividades de los planes, con lo que fue de cada una.", ("id",),
    lambda c: (de_la_actividad(a, c) for plan in c.expediente.planes for a in plan.actividades),
    (
        Columna("id", dice="Id de la actividad: el de su plan y su número en él."),
        Columna("plan", dice="Id del plan.", apunta="planes"), Columna("actividad", de="plan.actividades.actividad"),
        Columna("tipo", de="plan.actividades.tipo"), Columna("objetivo", de="plan.actividades.objetivo"),
        Columna("producto", de="plan.actividades.producto"), Columna("resultado", de="plan.actividades.resultado"),
        Columna("responsables", dice="Los nombres de quienes responden."),
        Columna("inicio", "fecha", de="plan.actividades.inicio"), Columna("fin", "fecha", de="plan.actividades.fin"),
        _PLAZO, Columna("estado", dice=_ESTADO), _VENCIDO,
        Columna("avance", "numero", dice="El último porcentaje de avance que se informó."),
    ),
    busca=("actividad", "resultado"),
)  # fmt: skip
LIMITANTES = Tabla(
    "limitantes", "Las limitantes y los cuellos de botella que las mesas han identificado.", ("id",), _limitantes,
    (
        Columna("id", dice="Id de la limitante: la sigla del sector y su número."), _MESA,
        Columna("titulo", de="limitantes.limitantes.titulo"),
        Columna("descripcion", de="limitantes.limitantes.descripcion"),
        Columna("ambito", de="limitantes.limitantes.ambito"),
        Columna("institucion", de="limitantes.limitantes.institucion", apunta="instituciones"),
        Columna("identificada_en", de="limitantes.limitantes.identificada_en", apunta="sesiones"),
        Columna("estado", de="limitantes.limitantes.estado"),
    ),
    busca=("titulo", "descripcion"),
)  # fmt: skip
ESTRATEGIAS = Tabla(
    "estrategias", "Las estrategias con que se responde a cada limitante.", ("id",),
    lambda c: (e for mesa in c.expediente.mesas.values() for una in mesa.limitantes for e in una.estrategias),
    (
        Columna("id", dice="Id de la estrategia: el de su limitante y su número en ella."),
        Columna("limitante", dice="Id de la limitante.", valor=id_en("limitante"), apunta="limitantes"),
        Columna("titulo", de="limitantes.limitantes.estrategias.titulo"),
        Columna("prioridad", "entero", de="limitantes.limitantes.estrategias.prioridad"),
    ),
    busca=("titulo",),
)  # fmt: skip
CURSOS = Tabla(
    "cursos", "Los cursos de acción de cada estrategia, con lo que fue de cada uno.", ("id",), _cursos,
    (
        Columna("id", dice="Id del curso de acción: el de su estrategia y su número en ella."),
        Columna("estrategia", dice="Id de la estrategia.", apunta="estrategias"),
        Columna("que", de="limitantes.limitantes.estrategias.cursos.que"),
        Columna("responsables", dice="Los nombres de quienes lo harán."),
        Columna("inicio", "fecha", de="limitantes.limitantes.estrategias.cursos.inicio"),
        Columna("fin", "fecha", de="limitantes.limitantes.estrategias.cursos.fin"), _PLAZO,
        Columna("estado", dice=_ESTADO), _VENCIDO,
        Columna("avance", "numero", dice="El último porcentaje de avance que se informó."),
    ),
    busca=("que",),
)  # fmt: skip

DE_ACUERDOS = (
    PLANES, ACTIVIDADES, LIMITANTES, ESTRATEGIAS, CURSOS, ACUERDOS, RESPONSABLES, METAS_DE_ACUERDOS, SEGUIMIENTOS,
)  # fmt: skip
