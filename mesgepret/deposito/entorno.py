"""Del reloj y sus tropiezos a un día: lo que depende de la máquina y no de los documentos."""

from __future__ import annotations

import errno
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


class Impedimento(Exception):
    """El entorno no deja seguir (falta un permiso, no queda disco): mensaje en español; la puerta sale con 2."""


_CAUSAS = {
    errno.EACCES: "falta permiso",
    errno.EPERM: "falta permiso",
    errno.ENOENT: "no existe",
    errno.ENOTDIR: "no es una carpeta",
    errno.EISDIR: "es una carpeta",
    errno.EEXIST: "ya existe",
    errno.ENOSPC: "no queda espacio en el disco",
    errno.EDQUOT: "se acabó el espacio que el sistema le concede",
    errno.EROFS: "el disco es de solo lectura",
    errno.EIO: "el disco falla",
    errno.EBUSY: "otro programa lo está usando",
    errno.EMFILE: "hay demasiados archivos abiertos",
    errno.ENAMETOOLONG: "su nombre es demasiado largo",
    errno.ELOOP: "es un enlace que no lleva a ninguna parte",
}


def causa(fallo: OSError) -> str:
    """Por qué no dejó el sistema, en español; lo que no es común, con su número."""
    return _CAUSAS.get(fallo.errno or 0, f"fallo {fallo.errno} del sistema" if fallo.errno else "no se sabe por qué")


def dia_de_hoy(zona: str) -> date | None:
    """El día del reloj en una zona horaria; None si la zona no existe."""
    try:
        return datetime.now(UTC).astimezone(ZoneInfo(zona)).date()
    except (OSError, ValueError, KeyError):  # ZoneInfoNotFoundError es un KeyError; un nombre con «..», un ValueError
        return None
