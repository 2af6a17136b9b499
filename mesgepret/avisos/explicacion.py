"""De un código, el nombre de una regla o un requisito a lo que se lee de él en la terminal."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.diagnostico import llano, sugerir

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mesgepret.cumplimiento import Requisito
    from mesgepret.reglas import Pagina

_ANCHO = 100


class Explicacion(NamedTuple):
    """Lo que se lee; vacío si nada se llama así, y entonces lo más parecido, si lo hay."""

    texto: str
    parecido: str = ""


def explicar(que: str, paginas: Mapping[str, Pagina], requisitos: Mapping[str, Requisito]) -> Explicacion:
    """La página de un código («C102») o de un nombre («convocatoria-tardia»), o lo que se sabe de un requisito («R81»).

    No importan mayúsculas, tildes ni guiones.
    """
    buscado = _clave(que)
    textos = {_clave(pagina.codigo): pagina.texto for pagina in paginas.values()}
    textos |= {_clave(pagina.nombre): pagina.texto for pagina in paginas.values()}
    if buscado in textos:
        return Explicacion(textos[buscado])
    for requisito in requisitos.values():
        if buscado == _clave(requisito.id):
            return Explicacion(_requisito(requisito, paginas))
    nombres = [nombre for pagina in paginas.values() for nombre in (pagina.codigo, pagina.nombre)]
    return Explicacion("", sugerir(que, [*nombres, *requisitos]))


def _requisito(requisito: Requisito, paginas: Mapping[str, Pagina]) -> str:
    """Un requisito con lo que lo sostiene, en Markdown."""
    partes = [
        f"# {requisito.id} · {requisito.titulo}",
        fill(requisito.texto, _ANCHO),
        f"En los Lineamientos: {requisito.en_la_fuente}; {'lo manda' if requisito.mandato else 'lo sugiere'}.",
    ]
    if requisito.campos:
        partes.append("## Dónde se guarda\n\n" + "\n".join(f"- `{campo}`" for campo in requisito.campos))
    if requisito.reglas:
        renglones = [
            f"- {c} {p.nombre} ({p.gravedad.value}): {p.resumen}" for c in requisito.reglas if (p := paginas.get(c))
        ]
        partes.append("## Quién lo vigila\n\n" + "\n".join(renglones))
    if requisito.informes:
        partes.append("## Dónde se ve\n\n" + "\n".join(f"- {informe}" for informe in requisito.informes))
    return "\n\n".join(partes) + "\n"


def _clave(texto: str) -> str:
    return llano(texto).replace("-", " ")
