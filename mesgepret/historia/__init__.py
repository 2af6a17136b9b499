"""De dos revisiones a lo que cambió entre ellas, y a lo que no podía cambiar: la palabra dada, y su sello."""

from mesgepret.historia.cambios import Cambios, Comparacion, Foto
from mesgepret.historia.canonica import canonica, datos_canonicos, sello
from mesgepret.historia.comparacion import comparar
from mesgepret.historia.cronica import Cronica, Parte, Suceso, versiones_con_cronica
from mesgepret.historia.documentos import Cambiado, cambiados
from mesgepret.historia.epoca import Epoca, Hoja, epoca, hoja_de
from mesgepret.historia.falta import Falta
from mesgepret.historia.finalidad import faltas, vigilar
from mesgepret.historia.pasos import Paso, Toque
from mesgepret.historia.verificacion import (
    Sellada,
    Verificacion,
    Vida,
    actas_tocadas,
    forja_dicha,
    sellar,
    vidas,
    vigencia_dicha,
)

__all__ = [
    "Cambiado",
    "Cambios",
    "Comparacion",
    "Cronica",
    "Epoca",
    "Falta",
    "Foto",
    "Hoja",
    "Parte",
    "Paso",
    "Sellada",
    "Suceso",
    "Toque",
    "Verificacion",
    "Vida",
    "actas_tocadas",
    "cambiados",
    "canonica",
    "comparar",
    "datos_canonicos",
    "epoca",
    "faltas",
    "forja_dicha",
    "hoja_de",
    "sellar",
    "sello",
    "versiones_con_cronica",
    "vidas",
    "vigencia_dicha",
    "vigilar",
]
