"""De `Expediente` a un chorro de páginas: un contenido por documento, dicho en HTML y en Markdown."""

from mesgepret.imprenta.taller import Perfil, Tirada, imprimir, informar

__all__ = ["Perfil", "Tirada", "imprimir", "informar"]
