"""De los ámbitos a las páginas de sus informes: el de avance de cada uno, y los que miran la cadena entera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion import Ambitos
from mesgepret.imprenta.hoja import INICIO, Hoja

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.evaluacion import Ambito
    from mesgepret.expediente import Expediente, Meta

EN_CADA_PAGINA = 50
"""Cuántas metas caben en una página: la que pesa más de cien mil octetos no se abre en un teléfono."""

EN_INFORMES = (*INICIO, ("Los informes", "informes"))
_CARPETAS = {"eje": "informes/ejes", "vertiente": "informes/ejes", "mesa": "informes/mesas",
             "institucion": "informes/instituciones"}  # fmt: skip


def direccion_de_informe(ambito: Ambito) -> str:
    """La carpeta del informe de avance de un ámbito; vacía si solo es un renglón de otro."""
    if ambito.clase == "pais":
        return "informes/pais"
    return f"{_CARPETAS[ambito.clase]}/{ambito.id.lower()}" if ambito.clase in _CARPETAS else ""


def hojas_de_informes(expediente: Expediente) -> Iterator[Hoja]:
    """Todas, en orden fijo."""
    muestra = expediente.repositorio.muestra
    ambitos = Ambitos(expediente)
    yield Hoja("informes", "informes", "Los informes", {}, INICIO, muestra=muestra)
    for ambito in ambitos.todos:
        yield from _de_avance(ambito, muestra=muestra)


def informe_entero(ambito: Ambito, *, muestra: bool) -> Hoja:
    """El informe de avance de un ámbito en una sola hoja: la que se lee en la terminal."""
    return _hoja_de_avance(ambito, list(ambito.propias), 1, 1, muestra=muestra)


def _de_avance(ambito: Ambito, *, muestra: bool) -> Iterator[Hoja]:
    propias = list(ambito.propias)
    tandas = [propias[i : i + EN_CADA_PAGINA] for i in range(0, len(propias), EN_CADA_PAGINA)] or [[]]
    for numero, tanda in enumerate(tandas, 1):
        yield _hoja_de_avance(ambito, tanda, numero, len(tandas), muestra=muestra)


def _hoja_de_avance(ambito: Ambito, metas: list[Meta], numero: int, paginas: int, *, muestra: bool) -> Hoja:
    ruta, titulo = direccion_de_informe(ambito), f"Informe de avance: {ambito.nombre}"
    contexto = {"ambito": ambito, "metas": metas, "numero": numero, "paginas": paginas}
    if numero == 1:
        return Hoja(ruta, "informe_de_avance", titulo, contexto, EN_INFORMES, muestra=muestra)
    migas = (*EN_INFORMES, (titulo, ruta))
    return Hoja(f"{ruta}/{numero}", "informe_de_avance", f"{titulo}, página {numero}", contexto, migas, muestra=muestra)
