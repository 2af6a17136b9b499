"""De lo que un trabajo sin permisos dejó escrito al cuerpo de un comentario: como dato, y nunca como orden.

Solo usa la biblioteca estándar. Uso: `python3 comentario.py comentario.md` escribe el JSON que la API de GitHub pide;
`--marca`, la línea con que el comentario se reconoce después.
"""

from __future__ import annotations

import json
import os
import stat
import sys

MARCA = "<!-- mesgepret: comparar -->"
CABEN = 60_000
SIN_NADA = "No se pudo comparar esta solicitud con su base; la corrida «Solicitud» dice por qué."
PIE = "\n\n<sub>Lo escribió `mesgepret comparar` con los documentos de esta solicitud.</sub>\n"
NADA = "\u2060"


def main(argumentos: list[str]) -> int:
    """Escribe lo pedido; 2 si lo que se dio no es un archivo."""
    if argumentos == ["--marca"]:
        print(MARCA)
        return 0
    if len(argumentos) != 1 or not stat.S_ISREG(os.lstat(argumentos[0]).st_mode):
        print("se pide un archivo, y no un enlace ni una carpeta", file=sys.stderr)
        return 2
    with open(argumentos[0], "rb") as archivo:
        texto = archivo.read(4 * CABEN).decode("utf-8", "replace")
    dicho = inerte(texto) if texto.strip() else SIN_NADA
    print(json.dumps({"body": f"{MARCA}\n{dicho}{PIE}"}))
    return 0


def inerte(texto: str) -> str:
    """El texto sin caracteres de control, sin comentarios de HTML y sin menciones, y tan largo como cabe."""
    visible = "".join(c for c in texto if c in "\n\t" or c.isprintable() or c == NADA)
    visible = visible.replace("<!--", f"<{NADA}!--").replace("@", f"@{NADA}").replace(NADA * 2, NADA)
    if len(visible) > CABEN:
        visible = visible[:CABEN].rsplit("\n", 1)[0] + "\n\nLo demás no cabe en un comentario."
    return visible


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
