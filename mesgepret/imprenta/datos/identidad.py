"""De un id a un nombre que vale en todo el mundo y para siempre: el de una entrada de Atom o de un calendario."""

from __future__ import annotations

from hashlib import sha1

ESPACIO = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""El de las direcciones, en el RFC 4122."""


def identidad(*partes: str) -> str:
    """Un UUID de la versión 5: siempre el mismo para lo mismo, esté el sitio donde esté."""
    huella = bytearray(sha1(ESPACIO + "/".join(("mesgepret", *partes)).encode(), usedforsecurity=False).digest()[:16])
    huella[6] = huella[6] & 0x0F | 0x50
    huella[8] = huella[8] & 0x3F | 0x80
    escrito = huella.hex()
    return "-".join((escrito[:8], escrito[8:12], escrito[12:16], escrito[16:20], escrito[20:]))
