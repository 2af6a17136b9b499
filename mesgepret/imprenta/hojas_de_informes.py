"""De los ámbitos a las páginas de sus informes: el de avance de cada uno, y los que miran la cadena entera."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion import Ambitos
from mesgepret.evaluacion.cadena import hilos
from mesgepret.imprenta.direcciones import direccion
from mesgepret.imprenta.hoja import INICIO, Hoja

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mesgepret.evaluacion import Ambito
    from mesgepret.expediente import Expediente, Mesa

EN_CADA_PAGINA = 50
"""Cuántas metas caben en una página: la que pesa más de cien mil octetos no se abre en un teléfono."""

CON_SUS_CIFRAS = 20
"""Cuántas caben si cada una va con todos sus indicadores y sus años."""

EN_INFORMES = (*INICIO, ("Los informes", "informes"))
_CARPETAS = {"eje": "informes/ejes", "vertiente": "informes/ejes", "mesa": "informes/mesas",
             "institucion": "informes/instituciones"}  # fmt: skip
_DE_LA_CADENA = (
    ("informes/cobertura", "cobertura", "Cobertura de la cadena de valor"),
    ("informes/trazabilidad", "trazabilidad", "De la Presidencia a la institución"),
    ("informes/poa", "poa_y_mcr", "Los Planes Operativos Anuales y la MCR"),
    ("informes/limitantes", "limitantes_y_metas", "De las limitantes a las metas"),
)


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
        propias = ambito.propias
        yield from _en_paginas(_de_avance(ambito, muestra=muestra), "metas", propias, EN_CADA_PAGINA)
    for ruta, plantilla, titulo in _DE_LA_CADENA:
        yield Hoja(ruta, plantilla, titulo, {}, EN_INFORMES, muestra=muestra)
    en_trazabilidad = (*EN_INFORMES, (_DE_LA_CADENA[1][2], _DE_LA_CADENA[1][0]))
    for hilo in hilos(expediente):
        ruta, titulo = f"informes/trazabilidad/{hilo.meta.id.lower()}", f"Lo que sostiene {hilo.meta.id}"
        una = Hoja(ruta, "hilo", titulo, {"hilo": hilo}, en_trazabilidad, muestra=muestra)
        yield from _en_paginas(una, "sectoriales", hilo.sectoriales, CON_SUS_CIFRAS)
    for mesa in expediente.mesas.values():
        yield from _de_la_mesa(mesa, ambitos.mesas[mesa.sector.id])
    yield Hoja("calidad", "calidad", "La calidad de la información", {}, INICIO, muestra=muestra)


def informe_entero(ambito: Ambito, *, muestra: bool) -> Hoja:
    """El informe de avance de un ámbito en una sola hoja: la que se lee en la terminal."""
    (hoja,) = _en_paginas(_de_avance(ambito, muestra=muestra), "metas", ambito.propias, max(1, len(ambito.propias)))
    return hoja


def _de_avance(ambito: Ambito, *, muestra: bool) -> Hoja:
    ruta, titulo = direccion_de_informe(ambito), f"Informe de avance: {ambito.nombre}"
    return Hoja(ruta, "informe_de_avance", titulo, {"ambito": ambito}, EN_INFORMES, muestra=muestra)


def _de_la_mesa(mesa: Mesa, ambito: Ambito) -> Iterator[Hoja]:
    """El marco de resultados de una mesa y su programación."""
    migas = (*INICIO, ("Las mesas sectoriales", "mesas"), (f"Mesa de {mesa.nombre}", direccion(mesa)))
    for plantilla, titulo in (("marco", "Marco de resultados"), ("programacion", "Programación de las metas")):
        contexto = {"mesa": mesa, "ambito": ambito}
        entera = f"{titulo} de la Mesa de {mesa.nombre}"
        una = Hoja(f"{direccion(mesa)}/{plantilla}", plantilla, entera, contexto, migas, muestra=mesa.muestra)
        yield from _en_paginas(una, "metas", ambito.propias, CON_SUS_CIFRAS)


def _en_paginas(hoja: Hoja, clave: str, lista: Sequence[Any], cuantas: int) -> Iterator[Hoja]:
    """La hoja, con su lista repartida en las páginas que pida: la primera en su carpeta, y las demás dentro de ella."""
    tandas = [lista[i : i + cuantas] for i in range(0, len(lista), cuantas)] or [lista]
    for numero, tanda in enumerate(tandas, 1):
        contexto = {**hoja.contexto, clave: tanda, "numero": numero, "paginas": len(tandas), "primera": hoja.ruta}
        sigue = numero > 1
        yield Hoja(
            f"{hoja.ruta}/{numero}" if sigue else hoja.ruta,
            hoja.plantilla,
            f"{hoja.titulo}, página {numero}" if sigue else hoja.titulo,
            contexto,
            (*hoja.migas, (hoja.titulo, hoja.ruta)) if sigue else hoja.migas,
            muestra=hoja.muestra,
        )
