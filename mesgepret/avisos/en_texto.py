"""De un hallazgo a sus líneas de terminal: lugar, código, hecho, renglón con su marca y remedio."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mesgepret.diagnostico import Gravedad, contar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mesgepret.diagnostico import Diagnostico, Ubicacion

_ANCHO = 100
_ANTES = 40
_COLORES = {Gravedad.ERROR: "1;31", Gravedad.INCUMPLIMIENTO: "1;33", Gravedad.ALERTA: "1;36"}
_RENGLONES = re.compile(r"\r\n|\n|\r")


class Papel:
    """Dónde se escribe: con o sin color."""

    def __init__(self, *, color: bool) -> None:
        self.color = color

    def pintar(self, texto: str, tinta: str) -> str:
        """El texto en una tinta ANSI, si el papel la admite."""
        return f"\x1b[{tinta}m{texto}\x1b[0m" if self.color else texto


def escribir(hallazgos: Iterable[Diagnostico], documentos: Mapping[str, bytes], papel: Papel) -> Iterator[str]:
    """Un bloque de líneas por hallazgo. `documentos`: el contenido de cada archivo, para enseñar el renglón."""
    originales = _Originales(documentos)
    for hallazgo in hallazgos:
        yield "\n".join(_bloque(hallazgo, originales, papel)) + "\n"


def contar_hallazgos(hallazgos: Iterable[Diagnostico]) -> str:
    """«2 errores, 1 incumplimiento y 0 alertas», y cuántos van justificados."""
    lista = list(hallazgos)
    cuenta = contar(lista)
    justificados = sum(1 for h in lista if h.justificacion)
    partes = [g.contar(n) for g, n in cuenta.items()]
    if justificados:
        partes[1] += f" ({justificados} con justificación)"
    return f"{partes[0]}, {partes[1]} y {partes[2]}"


def _bloque(hallazgo: Diagnostico, originales: _Originales, papel: Papel) -> Iterator[str]:
    rotulo = papel.pintar(f"{hallazgo.gravedad.value} {hallazgo.codigo}", _COLORES[hallazgo.gravedad])
    yield f"{papel.pintar(str(hallazgo.ubicacion), '1')}: {rotulo}: {_a_la_vista(hallazgo.mensaje)}"
    yield from _extracto(hallazgo.ubicacion, originales, papel)
    for otra in hallazgo.otras:
        yield f"   y aquí: {otra}"
        yield from _extracto(otra, originales, papel)
    if hallazgo.ayuda:
        yield f"   {papel.pintar('ayuda', '1;32')}: {_a_la_vista(hallazgo.ayuda)}"
    if hallazgo.justificacion:
        j = hallazgo.justificacion
        dicho = _a_la_vista(f"por {j.autor} ({j.fecha}): {j.motivo}")
        yield f"   {papel.pintar('justificado', '1;32')} {dicho}"


class _Originales:
    """Los renglones de cada archivo; se quedan a mano los del último, que suele ser también el siguiente."""

    def __init__(self, documentos: Mapping[str, bytes]) -> None:
        self._documentos = documentos
        self._archivo = ""
        self._renglones: list[str] = []

    def renglon(self, lugar: Ubicacion) -> str:
        """El renglón de un lugar; vacío si no lo hay."""
        if lugar.archivo != self._archivo:
            contenido = self._documentos.get(lugar.archivo, b"").decode(errors="replace").removeprefix("\ufeff")
            renglones = _RENGLONES.split(contenido) if "\r" in contenido else contenido.split("\n")
            self._archivo, self._renglones = lugar.archivo, renglones
        return self._renglones[lugar.linea - 1] if lugar.linea <= len(self._renglones) else ""


def _extracto(lugar: Ubicacion, originales: _Originales, papel: Papel) -> Iterator[str]:
    renglon = originales.renglon(lugar)
    if not renglon.strip():
        return
    desde = max(0, lugar.columna - 1 - _ANTES) if len(renglon) > _ANCHO else 0
    visible = ("…" if desde else "") + renglon[desde : desde + _ANCHO] + ("…" if len(renglon) > desde + _ANCHO else "")
    margen = " " * len(str(lugar.linea))
    yield papel.pintar(f" {margen} |", "34")
    yield f"{papel.pintar(f' {lugar.linea} |', '34')} {_a_la_vista(visible)}"
    marca = " " * (lugar.columna - 1 - desde + (1 if desde else 0)) + "^"
    yield f"{papel.pintar(f' {margen} |', '34')} {papel.pintar(marca, '1;31')}"


def _a_la_vista(texto: str) -> str:
    """Sin caracteres que la terminal obedezca en vez de mostrar; un tabulador ocupa un lugar."""
    if texto.isprintable():
        return texto
    return "".join(c if c.isprintable() else " " if c == "\t" else "·" for c in texto)
