"""De la línea de órdenes al corredor, y del corredor a un código de salida: la puerta."""

from mesgepret.cli.puerta import main

__all__ = ["main"]
