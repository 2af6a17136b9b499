"""Del expediente de un día a todas sus alertas, por urgencia, con las mesas a que tocan y donde se las cita."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import acuerdos, indicadores, mesas, metas, planes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.evaluacion.alertas.alerta import Alerta
    from mesgepret.expediente import Acuerdo, Expediente
    from mesgepret.expediente.acta import Punto

_DE_DONDE_SALEN = (
    acuerdos.acuerdos_vencidos,
    acuerdos.acuerdos_por_vencer,
    acuerdos.plazos_dos_veces_reprogramados,
    acuerdos.acuerdos_en_silencio,
    metas.metas_fuera_de_ruta,
    metas.metas_en_rojo_sin_acuerdo,
    metas.colores_que_desdicen_las_de_abajo,
    indicadores.cifras_debidas,
    indicadores.tendencias_que_no_llegan,
    indicadores.metas_muy_superadas,
    planes.planes_sin_aprobar,
    planes.actividades_tardias,
    planes.productos_sin_entregar,
    mesas.mesas_sin_sesion,
    mesas.distribuciones_pendientes,
    mesas.borradores_viejos,
    mesas.instituciones_sin_acreditados,
    mesas.informes_sin_entregar,
)


def alertas(expediente: Expediente, *, borradores: bool = True) -> tuple[Alerta, ...]:
    """Lo que alguien debe mirar hoy (R07): por clase, de la más urgente a la menos, y en cada una lo más antiguo antes.

    Sin `borradores`, lo que puede publicarse: de una ayuda memoria en borrador, solo que lo es.
    """
    vista = "alertas" if borradores else "alertas sin borradores"
    if vista not in expediente.vistas:
        expediente.vistas[vista] = tuple(sorted(_todas(expediente, borradores=borradores), key=lambda a: a.orden))
    halladas: tuple[Alerta, ...] = expediente.vistas[vista]
    return halladas


def de_la_clase(expediente: Expediente, clase: str) -> Iterator[Alerta]:
    """Las de una clase, que es lo que dice su regla."""
    return (alerta for alerta in alertas(expediente) if alerta.clase == clase)


def citas(expediente: Expediente, *, borradores: bool = True) -> Iterator[tuple[Punto | Acuerdo, int, str]]:
    """Cada id de alerta que una agenda o un acuerdo cita: quién, en qué lugar de su lista, y como está escrito."""
    for acta in (acta for acta in expediente.actas if borradores or acta.definitiva):
        piezas: tuple[Punto | Acuerdo, ...] = (*acta.agenda, *acta.acuerdos)
        for pieza in piezas:
            escritas = pieza.escritos("alertas") if pieza.tiene("alertas") else []
            yield from ((pieza, i, escrita) for i, escrita in enumerate(escritas) if ":" in escrita)


def _todas(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Las que se juzgan, completas."""
    citadas: dict[str, list[tuple[str, Punto | Acuerdo]]] = defaultdict(list)
    for pieza, _, escrita in citas(expediente, borradores=borradores):
        citadas[escrita.split(":")[1]].append((escrita, pieza))
    calladas = set() if borradores else {acta.doc.archivo for acta in expediente.actas if not acta.definitiva}
    for hallar in _DE_DONDE_SALEN:
        for alerta in hallar(expediente, borradores=borradores):
            archivo = alerta.lugar.archivo
            dicha = archivo not in calladas or alerta.clase == "borrador-viejo"
            if dicha and expediente.juzga(expediente.fechas.get(archivo)):
                yield replace(
                    alerta,
                    otras=tuple(lugar for lugar in alerta.otras if lugar.archivo not in calladas),
                    mesas=expediente.mesas_de(archivo),
                    citada_en=tuple(
                        dict.fromkeys(pieza for escrita, pieza in citadas[alerta.de.id] if alerta.es_la_de(escrita))
                    ),
                )
