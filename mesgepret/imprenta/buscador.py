"""De lo que el sitio nombra a la página que lo busca: la clase de cada página y, sin guiones, el índice por letras."""

from __future__ import annotations

import unicodedata
from textwrap import shorten
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.expediente import Mesa
from mesgepret.imprenta.direcciones import direccion, rotulo
from mesgepret.imprenta.hoja import CON_FORMULARIO, INICIO, Hoja, en_paginas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mesgepret.imprenta.consultas import Consultas

CARPETA = "buscar"
"""Dónde está la página; el índice que hace Pagefind va debajo, en «pagefind»."""

EN_CADA_PAGINA = 250
"""Cuántas voces caben en una página que no pase de cien mil octetos."""

CLASES = {
    "acta": "Ayuda memoria", "acuerdo": "Acuerdo", "alertas": "Alertas", "alertas_de_mesa": "Alertas",
    "calidad": "Informe", "cobertura": "Informe", "convocatoria": "Convocatoria", "diagnostico": "Diagnóstico",
    "informe": "Informe", "informe_de_avance": "Informe", "institucion": "Institución",
    "limitantes": "Limitantes y estrategias", "limitantes_y_metas": "Informe", "marco": "Marco de resultados",
    "mesa": "Mesa", "meta": "Meta", "miembros": "Miembros", "plan": "Plan de Trabajo", "poa": "POA",
    "poa_y_mcr": "Informe", "propuesta": "Propuesta", "regla": "Regla", "requisito": "Requisito",
    "seguimiento": "Seguimiento",
}  # fmt: skip
"""La clase de lo que hay en cada página que se busca, por plantilla; las listas, que repiten lo de otras, no están."""

# Los guiones, y la memoria en que Pagefind trabaja: solo en esta página.
_PERMISOS = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; "
_CARPETAS = {"ñ": "enie"}
_CIFRAS, _SIGNOS = "0-9", "otros"
_MAXIMO = 90


class Voz(NamedTuple):
    """Una entrada del índice: cómo se lee, qué clase de cosa es, de quién y dónde está."""

    texto: str
    clase: str
    de: str
    destino: str


def hojas_de_buscador(consultas: Consultas, *, con_buscador: bool) -> Iterator[Hoja]:
    """La página de búsqueda y las de cada letra que empieza alguna voz."""
    muestra = consultas.expediente.repositorio.muestra
    por_letra: dict[str, list[Voz]] = {}
    voces = sorted(dict.fromkeys(_voces(consultas)), key=lambda voz: (alfabetico(voz.texto), voz))
    for voz in voces:
        por_letra.setdefault(inicial(voz.texto), []).append(voz)
    letras = [(letra.upper(), _carpeta(letra)) for letra in por_letra]
    contexto = {
        "con_buscador": con_buscador,
        "clases": [(clase, clase) for clase in sorted(set(CLASES.values()), key=alfabetico)],
        "letras": letras,
        "cuantas": len(voces),
    }
    yield Hoja(
        CARPETA, "buscar", "Buscar", contexto, INICIO, muestra=muestra, estilos=CON_FORMULARIO,
        guiones=(f"{CARPETA}/buscar.js",) if con_buscador else (), permisos=_PERMISOS if con_buscador else "",
    )  # fmt: skip
    migas = (*INICIO, ("Buscar", CARPETA))
    for letra, suyas in por_letra.items():
        contexto = {"letras": letras, "letra": letra.upper()}
        una = Hoja(_carpeta(letra), "letra", f"Índice: {letra.upper()}", contexto, migas, muestra=muestra,
                   estilos=CON_FORMULARIO)  # fmt: skip
        yield from en_paginas(una, "voces", suyas, EN_CADA_PAGINA)


def para_buscar(hoja: Hoja) -> tuple[str, str]:
    """La clase de una página y de qué mesa es; vacías si no se busca."""
    clase = CLASES.get(hoja.plantilla, "")
    mesas = (_mesa_de(cosa) for cosa in hoja.contexto.values()) if clase else ()
    return clase, next((rotulo(mesa) for mesa in mesas if mesa is not None), "")


def _mesa_de(cosa: Any) -> Mesa | None:
    mesa = cosa if isinstance(cosa, Mesa) else getattr(getattr(cosa, "acta", cosa), "mesa", None)
    return mesa if isinstance(mesa, Mesa) else None


# --- las voces -------------------------------------------------------------------------------------------------------


def _voces(consultas: Consultas) -> Iterator[Voz]:
    expediente = consultas.expediente
    for mesa in expediente.mesas.values():
        yield Voz(mesa.nombre, "mesa", "", direccion(mesa))
        for miembro in mesa.miembros.values():
            yield from (Voz(como, "persona", rotulo(mesa), direccion(miembro)) for como in _apellidos(miembro.nombre))
        for dicho in mesa.transversales:
            if dicho.tema is not None and dicho.debido:
                yield Voz(dicho.tema.nombre, "tema transversal", rotulo(mesa),
                          f"{direccion(mesa)}#{dicho.tema.id.lower()}")  # fmt: skip
    for institucion in expediente.instituciones.values():
        yield Voz(institucion.nombre, "institución", institucion.sigla, direccion(institucion))
        yield Voz(institucion.sigla, "institución", institucion.nombre, direccion(institucion))
    for meta in expediente.metas.values():
        yield Voz(_corto(meta.resultado or meta.id), "meta", meta.id, direccion(meta))
    for acuerdo in consultas.acuerdos:
        yield Voz(_corto(acuerdo.texto), "acuerdo", acuerdo.id, direccion(acuerdo))


def _apellidos(nombre: str) -> Iterable[str]:
    """El nombre como se escribe y vuelto por cada una de sus palabras: no se sabe cuál es el primer apellido."""
    palabras = nombre.split()
    vueltos = (
        f"{' '.join(palabras[i:])}, {' '.join(palabras[:i])}"
        for i in range(1, len(palabras))
        if palabras[i][0].isupper() and palabras[i - 1][0].isupper()
    )
    return [nombre, *vueltos]


def _corto(texto: str) -> str:
    """Las primeras palabras; de una sola que no cabe, su comienzo."""
    cortado = shorten(texto, _MAXIMO, placeholder="…")
    return cortado if cortado != "…" else f"{texto.strip()[: _MAXIMO - 1]}…"


# --- el orden --------------------------------------------------------------------------------------------------------


def alfabetico(texto: str) -> str:
    """La clave con que se ordena en español: sin mayúsculas, acentos ni signos, y la ñ tras la n."""
    llano = unicodedata.normalize("NFC", texto).casefold().replace("ñ", "n\uffff")
    sueltas = unicodedata.normalize("NFD", llano)
    return "".join(c for c in sueltas if c.isalnum() or c in " \uffff").strip()


def inicial(texto: str) -> str:
    """La letra del índice en que va un texto; las cifras van juntas, y lo que no es letra de aquí, aparte."""
    clave = alfabetico(texto)
    if clave[:2] == "n\uffff":
        return "ñ"
    if clave[:1].isdigit():
        return _CIFRAS
    return clave[0] if clave and "a" <= clave[0] <= "z" else _SIGNOS


def _carpeta(letra: str) -> str:
    return f"{CARPETA}/{_CARPETAS.get(letra, letra)}"
