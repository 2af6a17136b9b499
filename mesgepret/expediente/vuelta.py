"""De las referencias a su vuelta: lo que cada pieza necesita saber de quienes la nombran."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mesgepret.expediente.acta import Acta

if TYPE_CHECKING:
    from mesgepret.expediente.acuerdo import Entrada
    from mesgepret.expediente.indice import Indice


def volver(indice: Indice) -> None:
    """Lo que cada pieza necesita saber de quienes la nombran."""
    vuelta: dict[tuple[str, int], list[Any]] = defaultdict(list)
    due: dict[int, Any] = {}

    def anotar(pieza: Any, campo: str, valor: Any) -> None:
        vuelta[campo, id(pieza)].append(valor)
        due[id(pieza)] = pieza

    for institucion in indice.piezas["Institucion"].values():
        for sector in institucion.sectores:
            anotar(sector, "instituciones", institucion)
    for eje in indice.piezas["Eje"].values():
        for vertiente, sector in eje.ubicaciones:
            anotar(sector, "ubicaciones", (eje, vertiente))
    for meta in indice.piezas["Meta"].values():
        for duenio in (meta.sector, meta.institucion):
            if duenio is not None:
                anotar(duenio, "metas", meta)
        for superior in {id(c.meta): c.meta for c in meta.contribuye_a if c.meta is not None}.values():
            anotar(superior, "contribuyentes", meta)
    for raiz, _ in (*indice.por_clase["avances"], *indice.por_clase["calculo"]):
        for avance in raiz.avances:
            if avance.indicador is not None:
                anotar(avance.indicador, "avances", avance)
    for una in indice.mesas.values():
        for reunion in una.sesiones:
            if reunion.convocatoria and reunion.convocatoria.reprograma is not None:
                anotar(reunion.convocatoria.reprograma, "reprogramada_por", reunion.convocatoria)
            if reunion.acta:
                _volver_acta(reunion.acta, anotar)
        for propuesta in una.propuestas:
            for cambiada in {id(c.sobre): c.sobre for c in propuesta.cambios if c.sobre is not None}.values():
                anotar(cambiada, "propuestas", propuesta)
        for seguimiento in una.seguimientos:
            for entrada in seguimiento.seguimiento:
                if entrada.sobre is not None:
                    _anotar_entrada(entrada, anotar)
    for (campo, quien), valores in vuelta.items():
        if campo == "entradas":
            valores.sort(key=_orden_de_entrada)
        setattr(due[quien], campo, tuple(valores))


def _anotar_entrada(entrada: Entrada, anotar: Any) -> None:
    """A un acuerdo, una actividad o un curso solo le da seguimiento su propia mesa: lo que otra diga no cuenta."""
    if not entrada.ajena:
        anotar(entrada.sobre, "entradas", entrada)


def _volver_acta(acta: Acta, anotar: Any) -> None:
    for acuerdo in acta.acuerdos:
        if acuerdo.rectifica is not None:
            anotar(acuerdo.rectifica, "rectificado_por", acuerdo)
        for resolucion in acuerdo.resuelve:
            if resolucion.sobre is not None:
                anotar(resolucion.sobre, "resoluciones", resolucion)
    for entrada in acta.seguimiento:
        if entrada.sobre is not None:
            _anotar_entrada(entrada, anotar)
    for errata in acta.fe_de_erratas:
        if errata.corregida is not None:
            anotar(errata.corregida, "erratas", errata)
    for punto in acta.agenda:
        for anterior in punto.actas_anteriores:
            if anterior.acta is not None:
                anotar(anterior.acta, "leida_en", anterior)


def _orden_de_entrada(entrada: Entrada) -> tuple[Any, ...]:
    origen = entrada.origen
    orden = origen.sesion.orden if isinstance(origen, Acta) else 9
    return (entrada.fecha, orden, entrada.doc.archivo, entrada.ruta)
