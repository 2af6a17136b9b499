"""De documentos válidos a `Expediente`: armar las mesas, resolver las referencias y anotar su vuelta.

Lo que no pudo leerse se retiene con su id, que sale de la ruta: nadie es acusado de apuntar a lo que está roto.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mesgepret.expediente.armado import armar
from mesgepret.expediente.indice import Indice, Retenido, Situado
from mesgepret.expediente.mcr import Catalogos
from mesgepret.expediente.modelo import Expediente
from mesgepret.expediente.referencias import resolver
from mesgepret.expediente.vuelta import volver

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mesgepret.diagnostico import Diagnostico


class Enlazado(NamedTuple):
    """Lo que sale: el expediente y los hallazgos de vínculo (códigos V)."""

    expediente: Expediente
    hallazgos: list[Diagnostico]


def enlazar(
    situados: Iterable[Situado], retenidos: Iterable[Retenido], hoy: date, corte: date | None = None
) -> Enlazado:
    """Enlaza los documentos válidos (`situados`) de un repositorio visto el día `hoy`.

    `corte`: el último día que se cuenta; sin él, ese mismo. De los `retenidos` solo se sabe que existen. No lanza por
    nada que un documento válido pueda decir.
    """
    indice = Indice(
        sorted(situados, key=lambda s: s.documento.archivo),
        sorted(retenidos, key=lambda r: r.archivo),
    )
    armar(indice)
    resolver(indice)
    volver(indice)
    return Enlazado(_expediente(indice, hoy, corte or hoy), indice.hallazgos)


def _expediente(indice: Indice, hoy: date, corte: date) -> Expediente:
    una = {clase: raices[0][0] for clase, raices in indice.por_clase.items() if raices}
    con_hallazgos = {h.ubicacion.archivo for h in indice.hallazgos}
    return Expediente(
        hoy=hoy,
        corte=corte,
        repositorio=una["mesgepret"],
        catalogos=una.get("catalogos") or Catalogos(una["mesgepret"].doc, (), {}),
        ejes=una["ejes"].ejes if "ejes" in una else (),
        feriados=una["feriados"].feriados if "feriados" in una else (),
        semaforos=indice.piezas["Semaforo"],
        sectores=indice.piezas["Sector"],
        instituciones=indice.piezas["Institucion"],
        metas=indice.piezas["Meta"],
        indicadores=indice.piezas["Indicador"],
        avances=tuple(
            a for clase in ("avances", "calculo") for raiz, _ in indice.por_clase[clase] for a in raiz.avances
        ),
        mesas=indice.mesas,
        sesiones=indice.piezas["Sesion"],
        acuerdos=indice.piezas["Acuerdo"],
        raices=tuple(indice.raices),
        retenidos=frozenset(con_hallazgos.union(r.archivo for r in indice.retenidos)),
    )
