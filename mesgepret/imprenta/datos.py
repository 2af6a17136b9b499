"""De lo que dicen las páginas a los mismos datos para una máquina."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mesgepret.imprenta.direcciones import direccion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.cumplimiento import Requisito, Tablero
    from mesgepret.evaluacion.alertas import Alerta
    from mesgepret.reglas import Pagina


def cumplimiento(requisitos: Iterable[Requisito], tablero: Tablero) -> bytes:
    """Los requisitos con lo que sostiene cada uno y cómo está cada mesa («pais», lo que no es de ninguna)."""
    dicho = [
        {
            "requisito": requisito.id,
            "estado": "pendiente" if requisito.pendiente else "sostenido",
            "campos": requisito.campos,
            "reglas": requisito.reglas,
            "informes": requisito.informes,
            "mesas": {mesa or "pais": estado.value for mesa, estado in tablero.estados[requisito.id].items()},
        }
        for requisito in requisitos
    ]
    return (json.dumps(dicho, ensure_ascii=False, indent=1) + "\n").encode()


def alertas(lista: Iterable[Alerta], paginas: Mapping[str, Pagina]) -> bytes:
    """Las alertas, por urgencia: cada una con su id, su regla, a quién le toca, desde cuándo, por qué y qué hacer."""
    reglas = {pagina.nombre: pagina for pagina in paginas.values()}
    dicho = [
        {
            "alerta": alerta.id,
            "clase": alerta.clase,
            "titulo": alerta.titulo,
            "de": alerta.de.id,
            "desde": str(alerta.desde) if alerta.desde else None,
            "motivo": alerta.motivo,
            "a_cargo_de": [{"id": duenio.id or None, "nombre": duenio.nombre} for duenio in alerta.duenios],
            "mesas": [mesa.id for mesa in alerta.mesas],
            "regla": reglas[alerta.clase].codigo,
            "que_hacer": reglas[alerta.clase].remedio,
            "citada_en": [direccion(donde) or direccion(donde.padre) for donde in alerta.citada_en],
            "pagina": direccion(alerta),
        }
        for alerta in lista
    ]
    return (json.dumps(dicho, ensure_ascii=False, indent=1) + "\n").encode()
