"""De los hechos a su estado en un día: cómo va un acuerdo, una actividad o un curso de acción."""

from mesgepret.evaluacion.situacion import Situacion, situacion

__all__ = ["Situacion", "situacion"]
