"""De lo que se sabe hoy a lo que alguien debe mirar: cada alerta, con su id, su dueño y su porqué (R07)."""

from mesgepret.evaluacion.alertas.alerta import CLASES, Alerta
from mesgepret.evaluacion.alertas.reunir import alertas, citas, de_la_clase

__all__ = ["CLASES", "Alerta", "alertas", "citas", "de_la_clase"]
