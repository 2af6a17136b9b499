"""De los hallazgos al informe de calidad de código que GitLab enseña en una solicitud de fusión."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mesgepret.avisos.informe import con_remedio
from mesgepret.diagnostico import Gravedad

if TYPE_CHECKING:
    from mesgepret.avisos.informe import Informe
    from mesgepret.diagnostico import Diagnostico

_SEVERIDADES = {Gravedad.ERROR: "blocker", Gravedad.INCUMPLIMIENTO: "major", Gravedad.ALERTA: "minor"}


def escribir(informe: Informe) -> str:
    """Una lista JSON con un objeto por hallazgo; lo justificado solo informa."""
    dichos = [
        {
            "description": con_remedio(hallazgo),
            "check_name": " ".join([hallazgo.codigo, informe.nombre(hallazgo.codigo)]).strip(),
            "fingerprint": huella,
            "severity": _severidad(hallazgo),
            "location": {
                "path": informe.ruta(hallazgo.ubicacion.archivo),
                "lines": {"begin": hallazgo.ubicacion.linea},
            },
        }
        for hallazgo, huella in zip(informe.hallazgos, informe.huellas(), strict=True)
    ]
    return json.dumps(dichos, ensure_ascii=False, indent=1) + "\n"


def _severidad(hallazgo: Diagnostico) -> str:
    return "info" if hallazgo.justificacion else _SEVERIDADES[hallazgo.gravedad]
