"""De bytes a documento o a hallazgos: cada trampa de YAML, contada a quien no programa."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from mesgepret.diagnostico import Diagnostico, Ubicacion
from mesgepret.lectura import eventos, limites
from mesgepret.lectura.documento import Documento
from mesgepret.lectura.enigmas import EXPLICACIONES, explicar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yaml.error import Mark


class Leido(NamedTuple):
    """Lo que sale de un archivo: el documento, o por qué no se pudo leer."""

    documento: Documento | None
    hallazgos: list[Diagnostico]


# U+0085, U+2028 y U+2029, que libyaml toma por saltos de línea, y un BOM en medio: nadie los ve.
_OCULTOS = (b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbb\xbf")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ALMOHADILLA = re.compile(r"[ \t](#)")
_RENGLON = re.compile(r"[^\n\r]+")
_SALTO = re.compile(r"\r\n|\n|\r")
# Espacios que no separan, pegados de Word o de una página web donde YAML espera uno corriente.
_FALSO_ESPACIO = re.compile("(?:^[ ]*-?|:)([\u00a0\u200b-\u200f\u202a-\u202f\u2060])", re.MULTILINE)
_BOM = b"\xef\xbb\xbf"


def comprobar_entorno() -> str:
    """Vacío si PyYAML trae libyaml; si no, lo que hay que decir antes de parar."""
    if yaml.__with_libyaml__:
        return ""
    return (
        "esta instalación de PyYAML no trae libyaml, sin la que mesgepret no lee; "
        "reinstálela con las ruedas oficiales: python -m pip install --force-reinstall PyYAML"
    )


def leer(archivo: str, contenido: bytes, revision: str = "") -> Leido:
    """Lee un archivo YAML.

    `archivo`: ruta relativa con «/»; `contenido`: sus bytes. Devuelve el documento sin hallazgos, o hallazgos
    (códigos L) sin documento. No lanza por nada que un archivo pueda contener.
    """

    def lugar(linea: int, columna: int) -> Ubicacion:
        return Ubicacion(archivo, linea + 1, columna + 1, revision)

    def solo(codigo: str, linea: int = 0, columna: int = 0, **hechos: Any) -> Leido:
        return Leido(None, [explicar(codigo, lugar(linea, columna), **hechos)])

    if len(contenido) > limites.BYTES:
        return solo("L108", megas=f"{len(contenido) / 1e6:.1f}")
    try:
        texto = contenido.decode()
    except UnicodeDecodeError as fallo:
        return _otra_codificacion(solo, contenido, fallo.start)
    if contenido.startswith(_BOM):
        contenido, texto = contenido[3:], texto[1:]
    if any(oculto in contenido for oculto in _OCULTOS):
        return _caracter_de_control(solo, texto)

    hallazgos: list[Diagnostico] = []

    def avisar(codigo: str, marca: Mark, escrito: str = "") -> None:
        if codigo == "L114" and _en_llaves(texto, marca.index):
            codigo = "L125"
        hallazgos.append(explicar(codigo, lugar(marca.line, marca.column), escrito=escrito))

    try:
        construido = eventos.construir(contenido, avisar)
    except eventos.Tropiezo as tropiezo:
        if tropiezo.codigo == "L112":
            return solo("L112")
        avisar(tropiezo.codigo, tropiezo.marca, texto[tropiezo.marca.index : tropiezo.marca.index + 1])
    except yaml.reader.ReaderError:
        return _caracter_de_control(solo, texto)
    except yaml.MarkedYAMLError as fallo:
        hallazgos.append(_enigma(fallo, texto, contenido, lugar))
    if any(h.codigo == "L103" for h in hallazgos):
        primeras = (lugar(m.line, m.column) for m in eventos.primeras(contenido))
        hallazgos = [replace(h, otras=(next(primeras),)) if h.codigo == "L103" else h for h in hallazgos]
    if not hallazgos and (b" #" in contenido or b"\t#" in contenido or b"\\" in contenido):
        hallazgos = _de_cerca(texto, contenido, lugar)
    if hallazgos:
        return Leido(None, hallazgos)
    return Leido(Documento(archivo, contenido, construido, revision), [])


def _donde_empieza(texto: str, comienzo: int) -> int:
    """El texto de un bloque empieza en la línea siguiente a su «|» o «>»: lo que sigue al signo no es texto."""
    return texto.find("\n", comienzo) if texto[comienzo : comienzo + 1] in ("|", ">") else comienzo


def _de_cerca(texto: str, contenido: bytes, lugar: Callable[[int, int], Ubicacion]) -> list[Diagnostico]:
    """Lo que solo se ve texto por texto: comentarios que cortan una línea y caracteres invisibles escapados."""
    escalares = list(eventos.escalares(contenido))
    comienzos = _comienzos(texto)
    tramos = [(_donde_empieza(texto, empieza.index), acaba.index) for _, empieza, acaba in escalares]
    hallazgos = [explicar("L117", lugar(*_punto(comienzos, i))) for i in _comentarios_en_linea(texto, tramos)]
    for escrito, marca, _ in escalares:
        if oculto := _CONTROL.search(escrito):
            caracter = f"U+{ord(oculto.group()):04X}"
            hallazgos.append(explicar("L107", lugar(marca.line, marca.column), caracter=caracter))
    return hallazgos


def _comienzos(texto: str) -> list[int]:
    """El índice del primer carácter de cada línea."""
    return [0, *(salto.end() for salto in _SALTO.finditer(texto))]


def _punto(comienzos: list[int], indice: int) -> tuple[int, int]:
    """Línea y columna, desde 0, del carácter `indice`."""
    linea = bisect_right(comienzos, indice) - 1
    return linea, indice - comienzos[linea]


def _otra_codificacion(solo: Callable[..., Leido], contenido: bytes, indice: int) -> Leido:
    if contenido[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return solo("L106", ayuda="está en UTF-16: guárdelo como UTF-8")
    antes = contenido[:indice].decode()
    linea, columna = _punto(_comienzos(antes), len(antes))
    comienzo = contenido.rfind(b"\n", 0, indice) + 1
    fin = contenido.find(b"\n", indice)
    renglon = contenido[comienzo : fin if fin >= 0 else len(contenido)]
    desde = max(0, indice - comienzo - 30)
    leeria = renglon[desde : desde + 60].decode("cp1252", errors="replace").strip()
    ayuda = f"parece guardado en Windows-1252, donde diría «{leeria}»: guárdelo como UTF-8"
    return solo("L106", linea, columna, octeto=f"0x{contenido[indice]:02X}", ayuda=ayuda)


def _caracter_de_control(solo: Callable[..., Leido], texto: str) -> Leido:
    hallado = _CONTROL.search(texto)
    if hallado is None:
        return solo("L101")
    linea, columna = _punto(_comienzos(texto), hallado.start())
    return solo("L107", linea, columna, caracter=f"U+{ord(hallado.group()):04X}")


def _enigma(
    fallo: yaml.MarkedYAMLError, texto: str, contenido: bytes, lugar: Callable[[int, int], Ubicacion]
) -> Diagnostico:
    """El hallazgo de un error de libyaml, por lo que dice, por el signo en que se detuvo y por lo que no se ve."""
    dicho = f"{fallo.context or ''} | {fallo.problem or ''}"
    marca = fallo.problem_mark or fallo.context_mark
    if marca is None:
        return explicar("L101", lugar(0, 0))
    comienzos = _comienzos(texto)
    desde = max(0, min(fallo.context_mark.line if fallo.context_mark else marca.line, marca.line - 1))
    hasta = (*comienzos, len(texto))[marca.line + 1] if marca.line < len(comienzos) else len(texto)
    if falso := _FALSO_ESPACIO.search(texto, comienzos[min(desde, len(comienzos) - 1)], hasta):
        caracter = f"U+{ord(falso[1]):04X}"
        return explicar("L107", lugar(*_punto(comienzos, falso.start(1))), caracter=caracter)
    if texto[marca.index : marca.index + 1] == "\t" or "tab character" in dicho:
        return explicar("L113", lugar(marca.line, marca.column))
    codigo, ayuda = next(((c, a) for parte, c, a in EXPLICACIONES if parte in dicho), ("L101", ""))
    if "expected key" in dicho and texto[comienzos[marca.line] : marca.index].strip():
        ayuda = "después de las comillas o del corchete que cierran no va nada: ponga entre comillas todo el texto"
    # Donde se abrió, no donde se notó.
    if codigo == "L118" and marca.index >= len(texto.rstrip()):
        marca = eventos.sin_cerrar(contenido) or fallo.context_mark or marca
    elif codigo == "L118" or "could not find" in dicho:
        marca = fallo.context_mark or marca
    return explicar(codigo, lugar(marca.line, marca.column), ayuda=ayuda)


def _en_llaves(texto: str, indice: int) -> bool:
    return texto[indice : indice + 1] in ("}", ",", "]")


def _comentarios_en_linea(texto: str, tramos: list[tuple[int, int]]) -> Iterator[int]:
    """Los «#» que cortan un renglón ya empezado, fuera de todo texto: lo que sigue se perdería en silencio."""
    comienzos = [comienzo for comienzo, _ in tramos]
    for renglon in _RENGLON.finditer(texto):
        if " #" not in renglon.group() and "\t#" not in renglon.group():
            continue
        if renglon.group().lstrip().startswith("#") and not _dentro(renglon.start(), comienzos, tramos):
            continue
        for signo in _ALMOHADILLA.finditer(texto, *renglon.span()):
            if not _dentro(signo.start(1), comienzos, tramos):
                yield signo.start(1)
                break


def _dentro(indice: int, comienzos: list[int], tramos: list[tuple[int, int]]) -> bool:
    i = bisect_right(comienzos, indice) - 1
    return i >= 0 and indice < tramos[i][1]
