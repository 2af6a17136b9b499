"""De una comparación a un JSON con esquema publicado (`cambios.schema.json`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion import exacto, publicado
from mesgepret.historia.diferencias import AUSENTE
from mesgepret.imprenta.cambios.bloques import resumen
from mesgepret.imprenta.cambios.frases import campo

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from mesgepret.diagnostico import Diagnostico, Ubicacion
    from mesgepret.evaluacion import ResultadoDeMeta
    from mesgepret.evaluacion.esperado import Esperado
    from mesgepret.expediente import Acreditacion, Acuerdo
    from mesgepret.historia import Cambiado, Cambios, Comparacion
    from mesgepret.historia.cambios import Informado, Meneo, Movido

FORMA = 1
"""La edición del formato: cambia si algo que había deja de estar o de significar lo mismo."""

Objeto = dict[str, Any]


def en_json(comparacion: Comparacion) -> str:
    """Un objeto con las dos revisiones, lo que no podía pasar y lo que cambió, mesa por mesa."""
    return json.dumps({
        "forma": FORMA,
        "base": {"nombre": comparacion.base, "commit": comparacion.desde, "comun": comparacion.comun},
        "cabeza": {"nombre": comparacion.cabeza or None, "commit": comparacion.hasta or None},
        "hoy": _dia(comparacion.hoy),
        "resumen": resumen(comparacion),
        "errores": comparacion.errores,
        "definitivo": [_hallazgo(falta) for falta in comparacion.faltas],
        "mesas": [_mesa(cambios) for cambios in comparacion.cambios],
    }, ensure_ascii=False, indent=1) + "\n"  # fmt: skip


def _mesa(c: Cambios) -> Objeto:
    return {
        "mesa": c.mesa or None,
        "nombre": c.nombre,
        "a_ciegas": c.a_ciegas,
        "acuerdos_nuevos": [_acuerdo(a) for a in c.nuevos],
        "acuerdos_con_novedades": [_movido(m) for m in c.movidos],
        "acuerdos_retirados": [_acuerdo(a) for a in c.retirados],
        "miembros_que_entran": [_miembro(a) for a in c.entran],
        "miembros_que_salen": [_miembro(a) for a in c.salen],
        "metas": [_meneo(m) for m in c.metas],
        "cifras": [_cifra(i) for i in c.cifras],
        "luces": [{"meta": uno.meta.id, "antes": _luz(uno.antes), "despues": _luz(uno.despues)} for uno in c.luces],
        "alertas_que_aparecen": [_hallazgo(h) for h in c.alertas_nuevas],
        "alertas_que_se_van": [_hallazgo(h) for h in c.alertas_idas],
        "incumplimientos_nuevos": [_hallazgo(h) for h in c.incumplimientos],
        "incumplimientos_justificados": [_hallazgo(h) for h in c.justificados],
        "documentos": [_documento(d) for d in c.documentos],
        "redaccion": [d.archivo for d in c.redaccion],
    }


def _acuerdo(a: Acuerdo) -> Objeto:
    return {
        "id": a.id, "texto": a.texto, "responsables": a.a_cargo, "plazo": _dia(a.plazo),
        "borrador": not a.acta.definitiva, "lugar": _lugar(a.en()),
    }  # fmt: skip


def _movido(m: Movido) -> Objeto:
    return {
        "id": m.acuerdo.id,
        "texto": m.acuerdo.texto,
        "estado": {"antes": m.antes.estado, "despues": m.despues.estado},
        "plazo": {"antes": _dia(m.antes.plazo), "despues": _dia(m.despues.plazo), "dias": m.dias,
                  "reprogramaciones": len(m.despues.reprogramaciones)},
        "cumplido": m.cumplido,
        "seguimiento": [
            {"fecha": _dia(e.fecha), "estado": e.estado, "avance": _numero(e.avance),
             "nuevo_plazo": _dia(e.nuevo_plazo), "motivo": e.motivo or None,
             "comentario": e.comentario or None, "borrador": e.provisional,
             "lugar": _lugar(e.en())}
            for e in m.entradas
        ],
        "resoluciones": [
            {"acuerdo": r.acuerdo.id, "resolucion": r.resolucion, "nivel_politico": r.politica,
             "borrador": r.provisional}
            for r in m.resoluciones
        ],
        "lugar": _lugar(m.acuerdo.en()),
    }  # fmt: skip


def _miembro(a: Acreditacion) -> Objeto:
    return {
        "id": a.id, "nombre": a.nombre, "cargo": a.cargo or None, "institucion": a.sigla or None, "nivel": a.nivel,
        "desde": _dia(a.desde), "hasta": _dia(a.hasta), "lugar": _lugar(a.en()),
    }  # fmt: skip


def _meneo(m: Meneo) -> Objeto:
    cambio = m.por_ciento
    return {
        "indicador": m.indicador.id, "periodo": m.periodo, "antes": _esperado(m.antes), "despues": _esperado(m.despues),
        "por_ciento": None if cambio is None else publicado(cambio), "acordado_en": m.acordado_en or None,
        "lugar": _lugar(m.indicador.en()),
    }  # fmt: skip


def _esperado(e: Esperado) -> Objeto:
    return {"valor": _numero(e.valor), "minimo": _numero(e.minimo), "maximo": _numero(e.maximo)}


def _cifra(i: Informado) -> Objeto:
    avance = i.avance
    return {
        "indicador": avance.indicador.id if avance.indicador is not None else None,
        "periodo": avance.periodo,
        "institucion": avance.institucion.id if avance.institucion else None,
        "valor": _numero(avance.valor),
        "sin_dato": avance.sin_dato or None,
        "corrige": avance.corrige or None,
        "corregida": _numero(i.corregida.valor) if i.corregida else None,
        "lugar": _lugar(avance.en()),
    }


def _luz(r: ResultadoDeMeta) -> Objeto:
    return {
        "estado": r.estado,
        "luz": r.luz.tramo.nombre if r.luz else None,
        "color": r.luz.color if r.luz else None,
        "publicado": None if r.cumplimiento is None else publicado(r.cumplimiento),
    }


def _hallazgo(h: Diagnostico) -> Objeto:
    j = h.justificacion
    return {
        "codigo": h.codigo,
        "mensaje": h.mensaje,
        "sobre": h.sobre or None,
        "justificacion": {"motivo": j.motivo, "autor": j.autor, "fecha": j.fecha} if j else None,
        "lugar": _lugar(h.ubicacion),
        "otros_lugares": [_lugar(otra) for otra in h.otras],
    }


def _documento(d: Cambiado) -> Objeto:
    return {
        "archivo": d.archivo,
        "antes": d.vieja.archivo if d.vieja else None,
        "que": d.que,
        "cambios": [
            {"campo": campo(d, uno), "antes": _valor(uno.antes), "despues": _valor(uno.despues)}
            for uno in d.diferencias
        ],
    }  # fmt: skip


def _valor(valor: Any) -> Any:
    """Lo escrito, con los números como texto para que no pierdan cifras; null si no está."""
    if valor is AUSENTE:
        return None
    if isinstance(valor, dict):
        return {clave: _valor(uno) for clave, uno in valor.items()}
    if isinstance(valor, list):
        return [_valor(uno) for uno in valor]
    return valor if isinstance(valor, str | bool) else str(valor)


def _lugar(lugar: Ubicacion) -> Objeto:
    return {"archivo": lugar.archivo, "linea": lugar.linea, "columna": lugar.columna, "revision": lugar.revision}


def _dia(dia: date | None) -> str | None:
    return str(dia) if dia else None


def _numero(valor: Decimal | None) -> str | None:
    return None if valor is None else exacto(valor)
