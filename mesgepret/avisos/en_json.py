"""De los hallazgos a un JSON con esquema publicado (`hallazgos.schema.json`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mesgepret.diagnostico import contar

if TYPE_CHECKING:
    from mesgepret.avisos.informe import Informe
    from mesgepret.diagnostico import Diagnostico, Ubicacion

FORMA = 1
"""La edición del formato: cambia si algo que había deja de estar o de significar lo mismo."""


def escribir(informe: Informe) -> str:
    """Un objeto con la cuenta, lo no juzgado y un objeto por hallazgo."""
    dicho = {
        "forma": FORMA,
        "version": informe.version,
        "documentos": len(informe.archivos),
        "cuenta": {gravedad.value: cuantos for gravedad, cuantos in contar(informe.hallazgos).items()},
        "sin_juzgar": list(informe.sin_juzgar),
        "hallazgos": [
            _hallazgo(informe, hallazgo, huella)
            for hallazgo, huella in zip(informe.hallazgos, informe.huellas(), strict=True)
        ],
    }
    return json.dumps(dicho, ensure_ascii=False, indent=1) + "\n"


def _hallazgo(informe: Informe, hallazgo: Diagnostico, huella: str) -> dict[str, Any]:
    j = hallazgo.justificacion
    return {
        "codigo": hallazgo.codigo,
        "nombre": informe.nombre(hallazgo.codigo),
        "gravedad": hallazgo.gravedad.value,
        "mensaje": hallazgo.mensaje,
        "ayuda": hallazgo.ayuda,
        "sobre": hallazgo.sobre,
        "lugar": _lugar(hallazgo.ubicacion),
        "otros_lugares": [_lugar(otra) for otra in hallazgo.otras],
        "justificacion": {"motivo": j.motivo, "autor": j.autor, "fecha": j.fecha} if j else None,
        "huella": huella,
    }


def _lugar(ubicacion: Ubicacion) -> dict[str, Any]:
    return {
        "archivo": ubicacion.archivo,
        "linea": ubicacion.linea,
        "columna": ubicacion.columna,
        "revision": ubicacion.revision,
    }
