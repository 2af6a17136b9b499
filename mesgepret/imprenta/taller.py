"""Del expediente y las plantillas al sitio: cada hoja en HTML y en Markdown, una por una."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.imprenta import datos, lengua
from mesgepret.imprenta.consultas import Consultas
from mesgepret.imprenta.hojas import hojas
from mesgepret.imprenta.motor import Motor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import tzinfo

    from mesgepret.cumplimiento import Requisito
    from mesgepret.diagnostico import Diagnostico
    from mesgepret.expediente import Expediente
    from mesgepret.reglas import Pagina


class Perfil(Enum):
    """Para quién se imprime: el público no ve contactos ni borradores."""

    PUBLICO = "publico"
    INTERNO = "interno"


class Tirada(NamedTuple):
    """Un sitio por imprimir: cuántas páginas, cuántos archivos, y el chorro de (ruta relativa, contenido)."""

    paginas: int
    cuantos: int
    archivos: Iterator[tuple[str, bytes]]


def imprimir(
    expediente: Expediente,
    hallazgos: Iterable[Diagnostico],
    paginas: Mapping[str, Pagina],
    requisitos: Mapping[str, Requisito],
    plantillas: Mapping[str, str],
    perfil: Perfil = Perfil.PUBLICO,
    *,
    esquemas: Mapping[str, str],
    zona: tzinfo | None,
) -> Tirada:
    """El sitio, página por página, para que la memoria no crezca con él. Las mismas entradas dan los mismos bytes.

    `esquemas`: los de los documentos, que describen los datos abiertos. `zona`: la de los calendarios.
    """
    interno = perfil is Perfil.INTERNO
    consultas = Consultas(expediente, hallazgos, requisitos, interno=interno)
    todas = list(hojas(expediente, paginas.values(), requisitos.values(), interno=interno))
    abiertos = None if interno else datos.Abiertos(consultas, todas, esquemas, zona)
    globales = {
        **(abiertos.globales() if abiertos else datos.SIN_DATOS),
        **consultas.globales(),
        "paginas_de_reglas": paginas,
        "periodo": lengua.periodo,
        "dia": lengua.dia,
        "fecha_larga": lengua.fecha_larga,
    }
    existentes = frozenset(hoja.ruta for hoja in todas)
    motores = [Motor(extension, plantillas, existentes, globales) for extension in ("html", "md")]

    sueltos = {
        "estilo.css": plantillas["estilo.css"].encode(),
        "cumplimiento/cumplimiento.json": datos.cumplimiento(requisitos.values(), consultas.tablero),
    }

    def archivos() -> Iterator[tuple[str, bytes]]:
        yield from sueltos.items()
        for hoja in todas:
            for motor in motores:
                yield motor.componer(hoja)
        if abiertos:
            yield from abiertos.archivos()

    de_datos = abiertos.cuantos if abiertos else 0
    return Tirada(len(todas), len(sueltos) + len(todas) * len(motores) + de_datos, archivos())
