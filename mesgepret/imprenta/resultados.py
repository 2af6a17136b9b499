"""De los resultados de un corte a filas: lo mismo que se explica a una persona, para una máquina."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion import METODOS, camino, evaluar, exacto, publicado, redondear, sensibilidad, tendencia

if TYPE_CHECKING:
    from decimal import Decimal

    from mesgepret.evaluacion import Luz, Resultado, ResultadoDeMeta, Serie
    from mesgepret.expediente import Expediente
    from mesgepret.expediente.mcr import Tramo

Fila = dict[str, Any]


def filas(expediente: Expediente) -> list[Fila]:
    """Una fila por indicador y periodo, y después una por meta; los números, como texto, para que no pierdan cifras."""
    evaluacion = evaluar(expediente)
    series = [evaluacion.serie(i) for i in expediente.indicadores.values() if not i.tiene("usa")]
    de_indicadores = [_de_indicador(serie, serie.en(periodo)) for serie in series for periodo in serie.periodos]
    return de_indicadores + [_de_meta(expediente, evaluacion.meta(meta)) for meta in expediente.metas.values()]


def en_json(dichas: list[Fila]) -> str:
    """Las filas, cada una en su objeto, según `resultados.schema.json`."""
    return json.dumps(dichas, ensure_ascii=False, indent=1) + "\n"


def _de_indicador(serie: Serie, r: Resultado) -> Fila:
    indicador = r.indicador
    hacia, ruta = tendencia(serie, r.periodo), camino(serie, r.periodo)
    return {
        "indicador": indicador.id,
        "nombre": indicador.nombre,
        "unidad": indicador.unidad.texto or None if indicador.unidad else None,
        "periodo": r.periodo,
        "estado": r.estado,
        "avance": _numero(r.avance),
        "meta_a_la_fecha": _numero(r.meta),
        **_cumplimiento(r.cumplimiento),
        "metodo": indicador.metodo_cumplimiento or None,
        "entradas": entradas(r),
        "cifras": _cifras(r),
        "pasos": list(r.pasos),
        **_semaforo(r.luz),
        "sensibilidad": [
            {"metodo": otra.metodo, **_cumplimiento(otra.cumplimiento), **_semaforo(otra.luz)}
            for otra in sensibilidad(r, serie.tablas)
        ],
        "camino": {
            "hasta": ruta.hasta or None,
            "requerido": _numero(ruta.requerido),
            "en_camino": ruta.en_camino,
            "motivo": ruta.motivo or None,
        },
        "tendencia": {
            "metodo": "recta de mínimos cuadrados",
            "k": hacia.k,
            "periodos": list(hacia.periodos),
            "hasta": hacia.hasta or None,
            "meta": _numero(hacia.meta),
            "proyeccion": _numero(hacia.proyeccion),
            "llega": hacia.llega,
            "motivo": hacia.motivo or None,
        },
        "motivo": r.motivo or None,
    }


def entradas(r: Resultado) -> dict[str, str]:
    """Lo que entró en la cuenta: los números del método, y la línea base y la meta con que se compararon."""
    datos = r.datos._asdict() if r.datos else {}
    metodo = METODOS.get(r.indicador.metodo_cumplimiento)
    return {n: exacto(datos[n]) for n in (metodo.entradas if metodo and datos else ()) if datos[n] is not None}


def _cifras(r: Resultado) -> list[Fila]:
    """Cada entrada del periodo, con lo que se hizo de ella: también la corregida y la de otra institución se ven."""
    usos = (("cuenta", r.cifra.cuentan), ("corregida", r.cifra.corregidas), ("de_otra_institucion", r.cifra.ajenas))
    return [
        {
            "periodo": avance.periodo,
            "valor": _numero(avance.valor),
            "sin_dato": avance.sin_dato or None,
            "fecha_corte": str(avance.fecha_corte) if avance.fecha_corte else None,
            "fecha_reporte": str(avance.fecha_reporte) if avance.fecha_reporte else None,
            "corrige": avance.corrige or None,
            "uso": uso,
        }
        for uso, avances in usos
        for avance in avances
    ]


def _de_meta(expediente: Expediente, r: ResultadoDeMeta) -> Fila:
    return {
        "meta": r.meta.id,
        "resultado": r.meta.resultado or None,
        "corte": str(expediente.corte),
        "estado": r.estado,
        **_cumplimiento(r.cumplimiento),
        "metodo": "promedio_ponderado" if r.via else None,
        "via": r.via or None,
        "partes": [
            {"de": p.de.id, "peso": _numero(p.peso), "estado": p.estado, **_cumplimiento(p.cumplimiento)}
            for p in r.partes
        ],
        "pasos": list(r.pasos),
        **_semaforo(r.luz),
        "contribuyentes": None if r.de_abajo is None else {
            "estado": r.de_abajo.estado, **_cumplimiento(r.de_abajo.cumplimiento), "motivo": r.de_abajo.motivo or None,
        },
        "sumas": [
            {
                "indicador": s.indicador.id, "informado": _numero(s.informado), "sumado": _numero(s.sumado),
                "sumandos": [i.id for i in s.sumandos], "tolerancia": exacto(s.tolerancia), "casa": s.casa,
                "motivo": s.motivo or None,
            }
            for s in r.sumas
        ],
        "motivo": r.motivo or None,
    }  # fmt: skip


def _cumplimiento(valor: Decimal | None) -> Fila:
    """El resultado con seis decimales y, redondeado una sola vez, como se publica."""
    if valor is None:
        return {"cumplimiento": None, "publicado": None}
    return {"cumplimiento": f"{redondear(valor, 6):f}", "publicado": publicado(valor)}


def _numero(valor: Decimal | None) -> str | None:
    return None if valor is None else exacto(valor)


def _semaforo(luz: Luz | None) -> Fila:
    """La tabla y el tramo, y a su lado cómo se ven, la regla que los decide y la cita de la tabla."""
    if luz is None:
        return {"semaforo": None, "luz": None}
    tabla, tramo = luz.tabla, luz.tramo
    como_se_ve = {
        "nombre": tramo.nombre,
        "color": tramo.color,
        "forma": tramo.forma,
        "regla": "la meta final ya se alcanzó" if luz.alcanzada else _regla(tramo),
        "alcanzada": luz.alcanzada,
        "base": tabla.base,
        "cita": tabla.cita,
    }
    return {"semaforo": {"tabla": tabla.id, "tramo": tramo.id}, "luz": como_se_ve}


def _regla(tramo: Tramo) -> str:
    """Los límites de un tramo, en palabras: «más de 60 y hasta 80»."""
    cotas = []
    if tramo.desde is not None:
        cotas.append(f"{'desde' if tramo.incluye_desde else 'más de'} {exacto(tramo.desde)}")
    if tramo.hasta is not None:
        cotas.append(f"{'hasta' if tramo.incluye_hasta else 'menos de'} {exacto(tramo.hasta)}")
    return " y ".join(cotas) or "cualquier valor"
