"""De dos revisiones a lo que cambió entre ellas, y a lo que no podía cambiar: la palabra dada, y su sello."""

from mesgepret.historia.canonica import canonica, datos_canonicos, sello
from mesgepret.historia.epoca import Epoca, Hoja, epoca, hoja_de
from mesgepret.historia.falta import Falta
from mesgepret.historia.finalidad import faltas

__all__ = ["Epoca", "Falta", "Hoja", "canonica", "datos_canonicos", "epoca", "faltas", "hoja_de", "sello"]
