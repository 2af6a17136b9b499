"""De las páginas a las novedades de una mesa o de una institución, en Atom: lo último que se publicó de ella."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import escape

from mesgepret.imprenta.datos.identidad import identidad
from mesgepret.imprenta.direcciones import direccion, rotulo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from mesgepret.expediente import Convocatoria, Institucion, Mesa
    from mesgepret.imprenta.consultas import Consultas
    from mesgepret.imprenta.hoja import Hoja

CUANTAS = 50
"""Las que se dan; lo anterior está en las páginas."""


class Novedad(NamedTuple):
    """Algo que se publicó un día: su página y, en una línea, de qué trata."""

    dia: date
    hoja: Hoja
    resumen: str


def novedades(hojas: Iterable[Hoja], c: Consultas) -> dict[str, tuple[Any, list[Novedad]]]:
    """Las de cada mesa y cada institución que las tiene, por la carpeta de su página; la última, primero.

    Una página entra por el día de su documento, y nunca por el del reloj; la que no tiene día no entra, ni la que aún
    no ha llegado.
    """
    halladas: dict[str, tuple[Any, list[Novedad]]] = {}
    de_instituciones: dict[int, list[Institucion]] = defaultdict(list)
    for institucion in c.expediente.instituciones.values():
        for acuerdo in c.acuerdos_de(institucion):
            de_instituciones[id(acuerdo)].append(institucion)
    for hoja in hojas:
        cosa: Any = hoja.contexto.get(hoja.plantilla)
        if hoja.plantilla == "acuerdo":
            suyas: list[Mesa | Institucion] = [*de_instituciones[id(cosa)]]
            dia, resumen = cosa.acta.fecha, cosa.texto
        elif hoja.plantilla in _DIAS:
            suyas = [cosa.mesa]
            dia, resumen = _DIAS[hoja.plantilla](cosa), getattr(cosa, "resumen", "") or getattr(cosa, "asunto", "")
        else:
            continue
        if dia is not None and dia <= c.expediente.hoy:
            for suya in suyas:
                halladas.setdefault(direccion(suya), (suya, []))[1].append(Novedad(dia, hoja, resumen))
    for _, suyas_de_ella in halladas.values():
        suyas_de_ella.sort(key=lambda n: n.hoja.ruta)
        suyas_de_ella.sort(key=lambda n: n.dia, reverse=True)
    return halladas


def en_atom(de: Mesa | Institucion, dichas: list[Novedad], url: str) -> bytes:
    """El archivo de Atom. `url`: la del sitio, sin barra final; sin ella, los enlaces son relativos a la página."""
    carpeta = direccion(de)
    base = f"{url}/" if url else "../" * (carpeta.count("/") + 1)
    suyo = identidad("novedades", carpeta)
    lineas = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es-HN">',
        f"<id>urn:uuid:{suyo}</id>",
        f"<title>{_texto(f'Novedades: {rotulo(de)}')}</title>",
        f"<updated>{_momento(dichas[0].dia)}</updated>",
        f"<author><name>{_texto(rotulo(de))}</name></author>",
        *([f'<link rel="self" href="{_texto(f"{url}/{carpeta}/novedades.atom")}"/>'] if url else []),
        f'<link rel="alternate" type="text/html" href="{_texto(f"{base}{carpeta}/index.html")}"/>',
    ]
    for novedad in dichas[:CUANTAS]:
        hoja = novedad.hoja
        lineas += [
            "<entry>",
            f"<id>urn:uuid:{identidad('pagina', hoja.ruta)}</id>",
            f"<title>{_texto(hoja.titulo)}</title>",
            f"<updated>{_momento(novedad.dia)}</updated>",
            f'<link rel="alternate" type="text/html" href="{_texto(f"{base}{hoja.ruta}/index.html")}"/>',
            f"<summary>{_texto(novedad.resumen or hoja.titulo)}</summary>",
            "</entry>",
        ]
    return "\n".join([*lineas, "</feed>", ""]).encode()


def _convocada(convocatoria: Convocatoria) -> date | None:
    """El día en que se envió; si no consta, el de la sesión."""
    enviada = convocatoria.enviada and convocatoria.enviada.fecha
    return enviada or convocatoria.sesion.fecha


_DIAS: dict[str, Callable[[Any], date | None]] = {
    "acta": lambda acta: acta.fin,
    "convocatoria": _convocada,
    "seguimiento": lambda seguimiento: seguimiento.fecha,
    "plan": lambda plan: plan.desde,
    "diagnostico": lambda diagnostico: diagnostico.fecha,
    "propuesta": lambda propuesta: propuesta.presentada_en and propuesta.presentada_en.fecha,
    "informe": lambda informe: (informe.entregado and informe.entregado.fecha) or informe.fecha,
}


def _texto(dicho: str) -> str:
    """Un texto dentro de XML. Lo que XML no admite ni escapado, `lectura` ya no lo dejó pasar (L107)."""
    return str(escape(dicho))


def _momento(dia: date) -> str:
    """El mediodía universal de ese día, que es el mismo día en casi toda zona."""
    return f"{dia}T12:00:00Z"
