"""De los hallazgos a SARIF 2.1.0, el formato que las forjas guardan de una revisión a la siguiente."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mesgepret.diagnostico import Gravedad

if TYPE_CHECKING:
    from mesgepret.avisos.informe import Informe
    from mesgepret.diagnostico import Diagnostico, Ubicacion
    from mesgepret.reglas import Pagina

_NIVELES = {Gravedad.ERROR: "error", Gravedad.INCUMPLIMIENTO: "warning", Gravedad.ALERTA: "note"}
_ESQUEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def escribir(informe: Informe) -> str:
    """Una corrida con las reglas que hallaron algo, su página como ayuda, y un resultado por hallazgo."""
    codigos = sorted({hallazgo.codigo for hallazgo in informe.hallazgos})
    herramienta: dict[str, Any] = {"name": "mesgepret", "language": "es-HN"}
    if informe.version:
        herramienta["version"] = informe.version
    herramienta["rules"] = [_regla(informe, codigo) for codigo in codigos]
    resultados = [
        _resultado(informe, hallazgo, codigos.index(hallazgo.codigo), huella)
        for hallazgo, huella in zip(informe.hallazgos, informe.huellas(), strict=True)
    ]
    corrida = {
        "tool": {"driver": herramienta},
        "language": "es-HN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"RAIZ": {"description": {"text": "La raíz del repositorio"}}},
        "results": resultados,
    }
    return json.dumps({"$schema": _ESQUEMA, "version": "2.1.0", "runs": [corrida]}, ensure_ascii=False, indent=1) + "\n"


def _regla(informe: Informe, codigo: str) -> dict[str, Any]:
    pagina: Pagina | None = informe.paginas.get(codigo)
    if pagina is None:
        return {"id": codigo}
    regla: dict[str, Any] = {
        "id": codigo,
        "name": pagina.nombre,
        "shortDescription": {"text": pagina.resumen},
        "help": {"text": pagina.remedio, "markdown": pagina.texto},
        "defaultConfiguration": {"level": _NIVELES[pagina.gravedad]},
        "properties": {"gravedad": pagina.gravedad.value, "tags": list(pagina.requisitos)},
    }
    return regla | ({"helpUri": informe.enlace(codigo)} if informe.sitio else {})


def _resultado(informe: Informe, hallazgo: Diagnostico, indice: int, huella: str) -> dict[str, Any]:
    resultado: dict[str, Any] = {
        "ruleId": hallazgo.codigo,
        "ruleIndex": indice,
        "level": _NIVELES[hallazgo.gravedad],
        "message": {"text": f"{hallazgo.mensaje}. Ayuda: {hallazgo.ayuda}" if hallazgo.ayuda else hallazgo.mensaje},
        "locations": [_lugar(informe, hallazgo.ubicacion)],
        "partialFingerprints": {"codigoYCosa/v1": huella},
    }
    if hallazgo.otras:
        resultado["relatedLocations"] = [
            _lugar(informe, otra) | {"id": i, "message": {"text": "lo que lo explica"}}
            for i, otra in enumerate(hallazgo.otras, 1)
        ]
    if hallazgo.justificacion:
        j = hallazgo.justificacion
        porque = f"{j.motivo} ({j.autor}, {j.fecha})"
        resultado["suppressions"] = [{"kind": "inSource", "justification": porque}]
    return resultado


def _lugar(informe: Informe, ubicacion: Ubicacion) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(informe.ruta(ubicacion.archivo)), "uriBaseId": "RAIZ"},
            "region": {"startLine": ubicacion.linea, "startColumn": ubicacion.columna},
        }
    }
