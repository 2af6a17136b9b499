"""Del expediente y las plantillas al sitio: cada hoja en HTML y en Markdown, una por una."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.imprenta import datos, lengua
from mesgepret.imprenta.buscador import CARPETA as DE_BUSQUEDA
from mesgepret.imprenta.buscador import hojas_de_buscador, para_buscar
from mesgepret.imprenta.consultas import Consultas
from mesgepret.imprenta.cronica import Historial
from mesgepret.imprenta.datos import sigpret
from mesgepret.imprenta.explorador import archivos_de_explorador, hojas_de_explorador
from mesgepret.imprenta.forja import forja_de
from mesgepret.imprenta.historia import historia
from mesgepret.imprenta.hojas import hojas
from mesgepret.imprenta.hojas_de_informes import informe_entero
from mesgepret.imprenta.informes import Informes
from mesgepret.imprenta.motor import Motor
from mesgepret.imprenta.muestrario import muestrario
from mesgepret.imprenta.trazos import Graficos

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import tzinfo

    from mesgepret.cumplimiento import Requisito
    from mesgepret.diagnostico import Diagnostico
    from mesgepret.expediente import Expediente
    from mesgepret.historia import Cronica
    from mesgepret.imprenta.datos.abiertos import AbrirAlmacen
    from mesgepret.imprenta.hoja import Hoja
    from mesgepret.reglas import Pagina


class Perfil(Enum):
    """Para quién se imprime: el público no ve contactos ni borradores."""

    PUBLICO = "publico"
    INTERNO = "interno"


class Tirada(NamedTuple):
    """Un sitio por imprimir: sus páginas, cuántos archivos, y el chorro de (ruta relativa, contenido)."""

    hojas: Sequence[Hoja]
    cuantos: int
    archivos: Iterator[tuple[str, bytes]]

    @property
    def paginas(self) -> int:
        """Cuántas páginas."""
        return len(self.hojas)


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
    almacen: AbrirAlmacen,
    cronica: Cronica | None = None,
    con_buscador: bool = False,
) -> Tirada:
    """El sitio, página por página, para que la memoria no crezca con él. Las mismas entradas dan los mismos bytes.

    `esquemas`: los de los documentos y el de los resultados, que describen los datos abiertos. `zona`: la de los
    calendarios. `almacen`: dónde se arma la base de datos. `cronica`: la historia de los documentos, si se tiene.
    `con_buscador`: si al sitio ya escrito se le hará su índice de búsqueda.
    """
    interno = perfil is Perfil.INTERNO
    consultas = Consultas(expediente, hallazgos, requisitos, interno=interno)
    todas = [
        *hojas(expediente, paginas.values(), requisitos.values(), interno=interno),
        *hojas_de_explorador(consultas),
        *hojas_de_buscador(consultas, con_buscador=con_buscador),
    ]
    al_sigpret = sigpret.envios(expediente)
    abiertos = (
        None if interno else datos.Abiertos(consultas, todas, al_sigpret, esquemas=esquemas, zona=zona, almacen=almacen)
    )
    globales = {
        **(abiertos.globales() if abiertos else datos.SIN_DATOS),
        **_globales(consultas, Informes(expediente), cronica),
        "muestrario": cache(lambda: muestrario(plantillas, expediente)),
        "paginas_de_reglas": paginas,
        "al_sigpret": al_sigpret,
        "reglas_por_nombre": {pagina.nombre: pagina for pagina in paginas.values()},
    }
    existentes = frozenset(hoja.ruta for hoja in todas)
    motores = [Motor(extension, plantillas, existentes, globales) for extension in ("html", "md")]

    sueltos = {
        **{hoja: _cenida(plantillas[hoja]).encode() for hoja in ("estilo.css", "formularios.css")},
        "icono.svg": plantillas["icono.svg"].encode(),
        "alertas/alertas.json": datos.alertas(consultas.alertas, paginas),
        "cumplimiento/cumplimiento.json": datos.cumplimiento(requisitos.values(), consultas.tablero),
        **(dict(sigpret.archivos(al_sigpret, consultas)) if interno else {}),
        **archivos_de_explorador(consultas, plantillas),
        **({f"{DE_BUSQUEDA}/buscar.js": plantillas["buscar.js"].encode()} if con_buscador else {}),
    }

    def archivos() -> Iterator[tuple[str, bytes]]:
        yield from sueltos.items()
        if abiertos:  # antes que las páginas: la de los datos dice cuántas filas trae y cuánto pesa cada archivo
            yield from abiertos.archivos()
        for hoja in todas:
            for motor in motores:
                yield motor.componer(hoja)

    de_datos = abiertos.cuantos if abiertos else 0
    return Tirada(todas, len(sueltos) + len(todas) * len(motores) + de_datos, archivos())


def informar(
    expediente: Expediente,
    hallazgos: Iterable[Diagnostico],
    requisitos: Mapping[str, Requisito],
    plantillas: Mapping[str, str],
    ambito: tuple[str, str],
    perfil: Perfil = Perfil.PUBLICO,
) -> tuple[str, str]:
    """El informe de avance de un ámbito (su clase y su id) en Markdown, sin enlaces: no hay sitio a su alrededor.

    Si no hay tal ámbito, vacío y el id más parecido.
    """
    informes = Informes(expediente)
    hallado, parecido = informes.ambitos.hallar(*ambito)
    if hallado is None:
        return "", parecido
    consultas = Consultas(expediente, hallazgos, requisitos, interno=perfil is Perfil.INTERNO)
    globales = {**_globales(consultas, informes, None), "paginas_de_reglas": {}, "muestrario": None}
    hoja = informe_entero(hallado, muestra=expediente.repositorio.muestra)
    return Motor("md", plantillas, frozenset(), globales).componer(hoja)[1].decode(), ""


def _cenida(estilo: str) -> str:
    """La hoja de estilo sin comentarios ni sangrías, que el navegador no lee y todos descargan."""
    return re.sub(r"/\*.*?\*/\s*|^\s+", "", estilo, flags=re.DOTALL | re.MULTILINE)


def _globales(consultas: Consultas, informes: Informes, cronica: Cronica | None) -> dict[str, Any]:
    """Lo que toda plantilla ve."""
    return {
        **consultas.globales(),
        **informes.globales(),
        "historial": Historial(cronica, consultas),
        "forja": forja_de(consultas.expediente.repositorio),
        "trazos": Graficos(consultas.expediente, interno=consultas.interno),
        "historia_de": lambda meta: historia(meta, consultas.expediente.hoy, consultas.resoluciones),
        "para_buscar": para_buscar,
        "periodo": lengua.periodo,
        "dia": lengua.dia,
        "fecha_larga": lengua.fecha_larga,
    }
