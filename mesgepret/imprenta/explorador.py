"""De los acuerdos a la vista a la página que los filtra y ordena, y a los datos que su guion lee."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mesgepret.imprenta.direcciones import rotulo
from mesgepret.imprenta.hoja import CON_FORMULARIO, INICIO, Hoja

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mesgepret.expediente import Acuerdo
    from mesgepret.imprenta.consultas import Consultas

CARPETA = "acuerdos/todos"
"""Dónde está la página, con su guion y sus datos al lado."""

_ESCAPES = {ord(signo): f"\\u{ord(signo):04x}" for signo in "<>&"}


def hojas_de_explorador(consultas: Consultas) -> Iterator[Hoja]:
    """La página de todos los acuerdos; ninguna, si no hay ninguno."""
    if not consultas.acuerdos:
        return
    expediente = consultas.expediente
    contexto = {
        "mesas": [(mesa.id, mesa.nombre) for mesa in expediente.mesas.values() if consultas.acuerdos_de(mesa)],
        "instituciones": [
            (una.id, f"{una.sigla} · {una.nombre}")
            for una in expediente.instituciones.values()
            if consultas.acuerdos_de(una)
        ],
    }
    migas = (*INICIO, ("Los acuerdos", "acuerdos"))
    yield Hoja(
        CARPETA, "acuerdos_todos", "Todos los acuerdos", contexto, migas, muestra=expediente.repositorio.muestra,
        estilos=CON_FORMULARIO, guiones=(f"{CARPETA}/acuerdos.js", f"{CARPETA}/datos.js"),
        permisos="script-src 'self'; ",
    )  # fmt: skip


def archivos_de_explorador(consultas: Consultas, plantillas: Mapping[str, str]) -> dict[str, bytes]:
    """El guion y sus datos. Los datos son una llamada y no un JSON: desde una carpeta, un guion no puede pedir nada."""
    if not consultas.acuerdos:
        return {}
    instituciones: dict[str, list[str]] = defaultdict(list)
    for una in consultas.expediente.instituciones.values():
        for acuerdo in consultas.acuerdos_de(una):
            instituciones[acuerdo.id].append(una.id)
    renglones = (_en_json(_renglon(consultas, acuerdo, instituciones[acuerdo.id])) for acuerdo in consultas.acuerdos)
    datos = "explorarAcuerdos([\n" + ",\n".join(renglones) + "\n]);\n"
    return {f"{CARPETA}/acuerdos.js": plantillas["acuerdos.js"].encode(), f"{CARPETA}/datos.js": datos.encode()}


def _renglon(consultas: Consultas, acuerdo: Acuerdo, instituciones: list[str]) -> list[Any]:
    """Lo que el guion espera, en su orden: el plazo es un día o la palabra que dice por qué no lo hay."""
    s = consultas.situacion(acuerdo)
    quienes = [rotulo(alguien) for alguien in acuerdo.responsables]
    if acuerdo.calla("responsables"):
        quienes.append("y lo reservado" if quienes else "reservado")
    plazo = s.plazo.isoformat() if s.plazo else "reservado" if acuerdo.reserva("plazo") else "sin plazo"
    return [
        acuerdo.id,
        acuerdo.acta.mesa.id,
        acuerdo.acta.fecha.isoformat(),
        acuerdo.texto,
        ", ".join(quienes),
        instituciones,
        plazo,
        s.estado,
        s.atraso,
    ]


def _en_json(renglon: list[Any]) -> str:
    """En una línea, y sin nada que un navegador pudiera tomar por etiqueta."""
    return json.dumps(renglon, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
