"""De una revisión al sitio en memoria, y de una página de HTML a lo que un navegador ve en ella."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from mesgepret import compilador, deposito
from tests.conftest import BASE, RAIZ, leer_recursos, revisar_sobre_base

if TYPE_CHECKING:
    from mesgepret.compilador import Revision
    from mesgepret.historia import Cronica

VACIAS = frozenset(["meta", "link", "br", "hr", "img", "input"])


class Pagina(HTMLParser):
    """Una página leída: sus etiquetas con atributos, sus ids, sus enlaces, sus títulos y lo que quedó sin cerrar."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.etiquetas: list[tuple[str, dict[str, str]]] = []
        self.abiertas: list[str] = []
        self.sueltas: list[str] = []
        self.trozos: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, etiqueta: str, atributos: list[tuple[str, str | None]]) -> None:
        self.etiquetas.append((etiqueta, {nombre: valor or "" for nombre, valor in atributos}))
        if etiqueta not in VACIAS:
            self.abiertas.append(etiqueta)

    def handle_endtag(self, etiqueta: str) -> None:
        if self.abiertas and self.abiertas[-1] == etiqueta:
            self.abiertas.pop()
        else:
            self.sueltas.append(etiqueta)

    def handle_data(self, texto: str) -> None:
        self.trozos.append(texto)

    @property
    def texto(self) -> str:
        return "".join(self.trozos)

    @property
    def ids(self) -> list[str]:
        return [atributos["id"] for _, atributos in self.etiquetas if "id" in atributos]

    @property
    def enlaces(self) -> list[str]:
        return [a[clave] for _, a in self.etiquetas for clave in ("href", "src") if clave in a]

    @property
    def titulos(self) -> list[int]:
        return [int(etiqueta[1]) for etiqueta, _ in self.etiquetas if re.fullmatch("h[1-6]", etiqueta)]


def componer(revision: Revision, perfil: str = "publico", *, cronica: Cronica | None = None) -> dict[str, str]:
    """El sitio de una revisión: ruta → texto. De la base de datos, que no lo es, solo la ruta."""
    return textos(dict(compilador.componer(revision, leer_recursos(), perfil, cronica=cronica).archivos))


@cache
def archivos(nombre: str, perfil: str = "publico") -> dict[str, bytes]:
    """El sitio de la organización pequeña («base») o el del repositorio («salud»), octeto a octeto."""
    raiz = {"base": BASE, "salud": RAIZ}[nombre]
    revision = compilador.revisar(deposito.leer_arbol(raiz), leer_recursos())
    return dict(compilador.componer(revision, leer_recursos(), perfil).archivos)


@cache
def sitio(nombre: str, perfil: str = "publico") -> dict[str, str]:
    """Lo mismo, en texto."""
    return textos(archivos(nombre, perfil))


@cache
def leido(nombre: str, perfil: str = "publico") -> dict[str, Pagina]:
    """Las páginas de HTML de ese sitio, leídas."""
    return de_html(sitio(nombre, perfil))


def textos(todos: dict[str, bytes]) -> dict[str, str]:
    return {ruta: "" if ruta.endswith(".sqlite") else contenido.decode() for ruta, contenido in todos.items()}


def octetos_con(cambios: dict[str, str | bytes | None]) -> dict[str, bytes]:
    """El sitio público de la organización pequeña con unos archivos puestos encima, octeto a octeto."""
    return dict(compilador.componer(revisar_sobre_base(cambios), leer_recursos()).archivos)


def con(cambios: dict[str, str | bytes | None], perfil: str = "publico") -> dict[str, str]:
    """El sitio de la organización pequeña con unos archivos puestos encima."""
    return componer(revisar_sobre_base(cambios), perfil)


def de_html(paginas: dict[str, str]) -> dict[str, Pagina]:
    """Las páginas de HTML de un sitio, leídas."""
    return {ruta: Pagina(texto) for ruta, texto in paginas.items() if ruta.endswith(".html")}


def de_la_casa(guion: dict[str, str]) -> bool:
    """Si un <script>, por sus atributos, es uno de los archivos que el sitio trae."""
    return set(guion) == {"src", "defer"} and bool(
        re.fullmatch(r"(\.\./)+(acuerdos/todos|buscar)/[a-z]+\.js", guion["src"])
    )


def rotos(paginas: dict[str, str], leidas: dict[str, Pagina] | None = None) -> list[str]:
    """Los enlaces internos que no llevan a ningún archivo, o a ningún ancla de él. `leidas`: las de HTML, si se tienen."""
    leidas = leidas or de_html(paginas)
    ids = {ruta: frozenset(pagina.ids) for ruta, pagina in leidas.items()}
    faltan = []
    for ruta, pagina in leidas.items():
        for enlace in pagina.enlaces:
            if re.match("[a-z]+:", enlace):
                continue
            camino, _, ancla = enlace.partition("#")
            destino = normpath(join(dirname(ruta), camino)) if camino else ruta
            if destino not in paginas or (ancla and ancla not in ids.get(destino, ())):
                faltan.append(f"{ruta} → {enlace}")
    return faltan


def celdas(fila: str) -> int:
    """Cuántas barras sin escapar tiene una fila de tabla de Markdown."""
    return re.sub(r"\\.", "", fila).count("|")


def tablas_rotas(markdown: str) -> list[str]:
    """Las filas que no tienen las columnas de su tabla; solo cuentan las tablas con su línea de guiones."""
    rotas, columnas = [], 0
    lineas = markdown.splitlines()
    for i, linea in enumerate(lineas):
        siguiente = lineas[i + 1] if i + 1 < len(lineas) else ""
        if not linea.startswith("|"):
            columnas = 0
        elif re.fullmatch(r"\|(?: -{3}:? \|)+", siguiente):
            columnas = celdas(siguiente)
        if columnas and celdas(linea) != columnas:
            rotas.append(linea)
    return rotas
