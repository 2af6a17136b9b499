"""De documentos a `Expediente`: el modelo enlazado, con cada referencia resuelta una sola vez."""

from mesgepret.expediente.acta import Acta, Errata
from mesgepret.expediente.acuerdo import Acuerdo, Entrada, Resolucion
from mesgepret.expediente.asistencia import Participante
from mesgepret.expediente.campos import dia_escrito, en_linea, hora_escrita
from mesgepret.expediente.convocatoria import Convocatoria
from mesgepret.expediente.enlace import Enlazado, enlazar
from mesgepret.expediente.indicadores import Indicador
from mesgepret.expediente.indice import RAICES, Retenido, Situado
from mesgepret.expediente.mcr import Institucion, Sector
from mesgepret.expediente.mesa import Grupo, Mesa
from mesgepret.expediente.metas import Meta
from mesgepret.expediente.miembros import Acreditacion, Miembro
from mesgepret.expediente.modelo import Expediente, mesa_de
from mesgepret.expediente.pieza import ConVigencia, Justifica, Pieza, Raiz
from mesgepret.expediente.plan import Actividad, Plan
from mesgepret.expediente.productos import Curso, Estrategia, Limitante, Propuesta
from mesgepret.expediente.referencias import Externo
from mesgepret.expediente.sesion import Sesion

__all__ = [
    "RAICES",
    "Acreditacion",
    "Acta",
    "Actividad",
    "Acuerdo",
    "ConVigencia",
    "Convocatoria",
    "Curso",
    "Enlazado",
    "Entrada",
    "Errata",
    "Estrategia",
    "Expediente",
    "Externo",
    "Grupo",
    "Indicador",
    "Institucion",
    "Justifica",
    "Limitante",
    "Mesa",
    "Meta",
    "Miembro",
    "Participante",
    "Pieza",
    "Plan",
    "Propuesta",
    "Raiz",
    "Resolucion",
    "Retenido",
    "Sector",
    "Sesion",
    "Situado",
    "dia_escrito",
    "en_linea",
    "enlazar",
    "hora_escrita",
    "mesa_de",
]
