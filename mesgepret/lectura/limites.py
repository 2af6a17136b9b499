"""De un documento honrado a lo más que puede medir: lo que pasa de aquí no es un acta, es un ataque o un descuido."""

BYTES = 2_000_000
HONDURA = 32
NODOS = 50_000
DIGITOS = 15
