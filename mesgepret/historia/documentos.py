"""De los documentos de dos revisiones a los que cambiaron: nada se escapa, aunque no se puedan leer ni validar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.diagnostico import llano
from mesgepret.historia.diferencias import AUSENTE, Diferencia, diferencias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.historia.epoca import Epoca, Hoja

_PALABRAS = re.compile(r"[0-9][0-9.,:/-]*[0-9]|\w+")
"""Las palabras de un texto; un número, con los signos que lleva dentro: 1.5 no es 15."""


class Cambiado(NamedTuple):
    """Un documento que no dice lo mismo.

    `que`: nuevo, borrado, movido, cambiado, ilegible (ya no se puede leer) o legible (antes no se podía).
    `diferencias`: lo que dice otra cosa; `redaccion`: lo que dice lo mismo con otras mayúsculas, tildes o signos.
    """

    que: str
    vieja: Hoja | None
    nueva: Hoja | None
    diferencias: tuple[Diferencia, ...] = ()
    redaccion: tuple[Diferencia, ...] = ()

    @property
    def hoja(self) -> Hoja:
        """La de ahora o, si ya no está, la de antes."""
        hoja = self.nueva or self.vieja
        if hoja is None:
            raise ValueError("un documento que cambió está en una de las dos revisiones")
        return hoja

    @property
    def archivo(self) -> str:
        """Su ruta de ahora o, si ya no está, la de antes."""
        return self.hoja.archivo

    @property
    def quedo_definitiva(self) -> bool:
        """Si es una ayuda memoria que era un borrador y se cerró, o que nació cerrada."""
        return self.hoja.definitiva and not (self.vieja is not None and self.vieja.definitiva)

    @property
    def de_fondo(self) -> bool:
        """Si dice otra cosa, y no solo de otra manera."""
        return self.que != "cambiado" or bool(self.diferencias)


def cambiados(antes: Epoca, despues: Epoca) -> list[Cambiado]:
    """Los documentos que cambiaron, por archivo; los que solo cambian de final de línea, no."""
    viejas, nuevas = antes.sin_lo_igual(despues).hojas, despues.sin_lo_igual(antes).hojas
    nacidas = {hoja.contenido: hoja for archivo, hoja in nuevas.items() if archivo not in antes.hojas}
    movidas = {
        nacidas[hoja.contenido].archivo: hoja
        for archivo, hoja in viejas.items()
        if archivo not in despues.hojas and hoja.contenido in nacidas
    }
    idas = {hoja.archivo for hoja in movidas.values()}
    hallados = [*_parejas(viejas, nuevas, movidas, idas)]
    return sorted(hallados, key=lambda c: c.archivo)


def _parejas(
    viejas: dict[str, Hoja], nuevas: dict[str, Hoja], movidas: dict[str, Hoja], idas: set[str]
) -> Iterator[Cambiado]:
    for archivo, nueva in nuevas.items():
        vieja = viejas.get(archivo)
        if archivo in movidas:
            yield Cambiado("movido", movidas[archivo], nueva)
        elif vieja is None:
            yield Cambiado("nuevo", None, nueva)
        elif _llana(vieja) != _llana(nueva):
            yield _cambiado(vieja, nueva)
    for archivo, vieja in viejas.items():
        if archivo not in nuevas and archivo not in idas:
            yield Cambiado("borrado", vieja, None)


def _cambiado(vieja: Hoja, nueva: Hoja) -> Cambiado:
    if nueva.documento is None:
        return Cambiado("ilegible", vieja, nueva)
    if vieja.documento is None:
        return Cambiado("legible", vieja, nueva)
    fondo: list[Diferencia] = []
    redaccion: list[Diferencia] = []
    for d in diferencias(vieja.datos, nueva.datos):
        (redaccion if _mismas_palabras(d) else fondo).append(d)
    return Cambiado("cambiado", vieja, nueva, tuple(fondo), tuple(redaccion))


def _mismas_palabras(d: Diferencia) -> bool:
    """Si un texto dice lo mismo; una palabra sola, como un estado o una referencia, no se corrige: se cambia."""
    if not isinstance(d.antes, str) or not isinstance(d.despues, str):
        return False
    era, es = (_PALABRAS.findall(llano(texto)) for texto in (d.antes, d.despues))
    return len(era) > 1 and era == es


def _llana(hoja: Hoja) -> bytes:
    return hoja.contenido.replace(b"\r\n", b"\n")


def se_anadio(d: Diferencia, *ruta: str) -> bool:
    """Si lo que cambió es un elemento más en esa lista."""
    claves = tuple(paso for paso in d.ruta if isinstance(paso, str))
    return d.antes is AUSENTE and claves == ruta and isinstance(d.ruta[-1], int)
