"""De las alertas a los mismos datos para una máquina: en su JSON y, fila por fila, para su tabla."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mesgepret.imprenta.direcciones import direccion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.evaluacion.alertas import Alerta
    from mesgepret.reglas import Pagina


def alertas(lista: Iterable[Alerta], paginas: Mapping[str, Pagina]) -> bytes:
    """Las alertas, por urgencia: lo que se sabe de cada una, y además su regla y qué hacer."""
    reglas = {pagina.nombre: pagina for pagina in paginas.values()}
    dicho = [
        {**de_la_alerta(una), "regla": reglas[una.clase].codigo, "que_hacer": reglas[una.clase].remedio}
        for una in lista
    ]
    return (json.dumps(dicho, ensure_ascii=False, indent=1) + "\n").encode()


def de_la_alerta(alerta: Alerta) -> dict[str, Any]:
    """Una alerta: su id, de qué trata, a quién le toca, desde cuándo, por qué y dónde se la cita."""
    return {
        "alerta": alerta.id,
        "clase": alerta.clase,
        "titulo": alerta.titulo,
        "de": alerta.de.id,
        "desde": str(alerta.desde) if alerta.desde else None,
        "motivo": alerta.motivo,
        "a_cargo_de": [{"id": duenio.id or None, "nombre": duenio.nombre} for duenio in alerta.duenios],
        "mesas": [mesa.id for mesa in alerta.mesas],
        "citada_en": [direccion(donde) or direccion(donde.padre) for donde in alerta.citada_en],
        "pagina": direccion(alerta),
    }
