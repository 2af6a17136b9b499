"""De lo que las páginas cuentan a lo que se ve: cada coordenada, cada renglón y cada forma, ya calculados."""

from mesgepret.imprenta.trazos.graficos import Graficos

__all__ = ["Graficos"]
