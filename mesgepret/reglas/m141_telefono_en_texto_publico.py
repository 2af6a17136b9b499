"""De cada texto de un documento público a si lleva un teléfono o un correo electrónico."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.lectura import Ruta
    from mesgepret.reglas.registro import Hallado

# Se empieza a mirar donde empieza una palabra: desde cada letra de un texto sin espacios, costaría su cuadrado.
CORREO = re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}(?!\w|[.-]\w|:\S)")
A_CEROS = bytes.maketrans(b"123456789", b"000000000")
OCHO_CIFRAS = (b"00000000", b"0000-0000", b"0000 0000", b"0000.0000")
NUMERO = re.compile(rb"[2-9][0-9]{3}[-. ]?[0-9]{4}(?![0-9])")
TELEFONO = re.compile(
    r"""(?:\+\s?504|\(\+?504\)|wa\.me/504)[-. ]?[2-9][0-9]{3}[-. ]?[0-9]{4}(?![0-9])  # con el código del país
    | \b(?:tel(?:s|[eé]fonos?)?|cel(?:ular(?:es)?)?|whatsapp|fax|llam(?:e|en|ar)\sal)\b    # anunciado como teléfono
      \W{0,4}(?:(?:al|es|el|n[uú]mero|n[uú]m\.?|no\.)\s+){0,2}[2-9][0-9]{3}[-. ]?[0-9]{4}(?![-/.]?[0-9])
    | (?<![\w/.,=-])(?!20)[2-9][0-9]{3}-(?!19|20)[0-9]{4}(?![\w/-]|[.,][0-9])             # suelto, con su guion
    """,
    re.VERBOSE | re.IGNORECASE,
)
DE_DOCUMENTO = re.compile(
    r"\b(?:oficio|expediente|acuerdo|decreto|resoluci[oó]n|circular|memor[aá]nd\w+|nota|folio|c[oó]digo|contrato|acta"
    r"|licitaci[oó]n|factura|partida|placa|registro|serie|n[uú]m(?:ero)?|n[º°o])\W{0,3}$",
    re.IGNORECASE,
)
"""Lo que, escrito justo antes de un número suelto, dice que es el de un documento."""


@regla("M141")
def telefono_en_texto_publico(expediente: Expediente) -> Iterator[Hallado]:
    """Un número de teléfono o un correo en un texto fuera de `privado/`; el mensaje no lo repite (R72)."""
    for raiz in expediente.raices:
        if raiz.doc.archivo.startswith("privado/") or not _algo_parece(raiz.doc.contenido):
            continue
        for ruta, texto in _textos(raiz.doc.datos):
            correo = CORREO.search(texto)
            if correo or _lleva_telefono(texto):
                que = "un correo electrónico" if correo else "un número de teléfono"
                clave = next((paso for paso in reversed(ruta) if isinstance(paso, str)), "")
                yield raiz.doc.en(*ruta), f"«{clave}» lleva {que}, y este documento se publica"


def _algo_parece(contenido: bytes) -> bool:
    """Si vale la pena leer uno a uno los textos de un archivo: casi ninguno tiene nada que lo parezca."""
    if b"@" in contenido or b"\\u" in contenido or b"\\x" in contenido:
        return True
    ceros = contenido.translate(A_CEROS)
    if not any(forma in ceros for forma in OCHO_CIFRAS):
        return False
    trozos = (contenido[max(0, n.start() - 60) : n.end() + 3] for n in NUMERO.finditer(contenido))
    return any(_lleva_telefono(" ".join(trozo.decode("utf-8", "replace").split())) for trozo in trozos)


def _lleva_telefono(texto: str) -> bool:
    hallados = TELEFONO.finditer(texto)
    return any(not h[0][0].isdigit() or not DE_DOCUMENTO.search(texto[: h.start()]) for h in hallados)


def _textos(dato: Any, ruta: Ruta = ()) -> Iterator[tuple[Ruta, str]]:
    """Cada texto del documento con su ruta, en orden de lectura."""
    if isinstance(dato, str):
        yield ruta, dato
    elif isinstance(dato, (dict, list)):
        for paso, hijo in dato.items() if isinstance(dato, dict) else enumerate(dato):
            yield from _textos(hijo, (*ruta, paso))
