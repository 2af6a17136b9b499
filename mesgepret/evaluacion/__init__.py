"""De los hechos a su estado en un día: cómo va un acuerdo, y cuántos días hábiles hay de una fecha a otra."""

from mesgepret.evaluacion.dias import Cuenta, Dia, contar_dias, feriados_de, ultimo_envio
from mesgepret.evaluacion.situacion import Situacion, situacion

__all__ = ["Cuenta", "Dia", "Situacion", "contar_dias", "feriados_de", "situacion", "ultimo_envio"]
