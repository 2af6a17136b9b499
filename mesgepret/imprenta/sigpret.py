"""De las cifras de un periodo a lo que se envía al SIGPRET, en CSV y en JSON, y aparte lo que no está para enviarse."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.evaluacion import evaluar, exacto, publicado
from mesgepret.evaluacion.envio import reparos
from mesgepret.expediente.periodos import en_orden, fin_de

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from mesgepret.evaluacion import Resultado
    from mesgepret.expediente import Expediente

Fila = dict[str, Any]

COLUMNAS = {
    "meta": "el id de la meta",
    "resultado": "lo que la meta quiere lograr",
    "indicador": "el id del indicador",
    "nombre": "cómo se llama el indicador",
    "unidad": "en qué se mide",
    "responsable": "la sigla de quien responde de la meta",
    "periodo": "el periodo que se mide: 2024, 2024-S1, 2024-T1 o 2024-01",
    "programado": "lo que se esperaba del periodo, con los reajustes que ya regían",
    "minimo": "lo menos que se esperaba, si la meta es un rango",
    "maximo": "lo más que se esperaba, si la meta es un rango",
    "informado": "la cifra que vale del periodo",
    "estado": "preliminar o definitivo",
    "situacion": "calculado, o el estado sin resultado",
    "cumplimiento": "en porcentaje, con un decimal",
    "semaforo": "la palabra de su luz y su color",
    "fuente": "de dónde sale la cifra",
    "evidencia": "lo que la respalda",
    "fecha_corte": "hasta qué día mide",
    "fecha_reporte": "el día en que se informó",
    "reparos": "por qué no está para enviarse; vacío si lo está",
    "muestra": "sí, si el dato es de muestra y no es real",
}
"""Las columnas, en orden, y lo que cada una dice."""

_PELIGROSOS = ("=", "+", "-", "@", "\t", "\r")
"""Con lo que empieza un texto que una hoja de cálculo tomaría por fórmula."""


class Envio(NamedTuple):
    """Lo de un periodo: las filas que están para enviarse y las que no, con sus reparos."""

    periodo: str
    aptas: list[Fila]
    no_aptas: list[Fila]


def envios(expediente: Expediente) -> list[Envio]:
    """Cada periodo contado en el corte, con cada indicador que se mide en él una sola vez, en una u otra lista."""
    evaluacion = evaluar(expediente)
    por_periodo: dict[str, Envio] = {}
    for indicador in expediente.indicadores.values():
        if indicador.tiene("usa") or not indicador.meta.vigente(expediente.corte):
            continue
        for resultado in evaluacion.serie(indicador).resultados:
            if fin_de(resultado.periodo) <= expediente.corte:
                envio = por_periodo.setdefault(resultado.periodo, Envio(resultado.periodo, [], []))
                fila = _fila(resultado)
                (envio.no_aptas if fila["reparos"] else envio.aptas).append(fila)
    return sorted(por_periodo.values(), key=lambda envio: en_orden(envio.periodo))


def archivos(dichos: Iterable[Envio], expediente: Expediente) -> Iterator[tuple[str, bytes]]:
    """Por periodo: `<periodo>.csv` con lo apto, `<periodo>-no-apto.csv` con lo demás, y `<periodo>.json` con todo."""
    sitio = expediente.repositorio.sitio
    for envio in dichos:
        ruta = f"datos/sigpret/{envio.periodo}"
        yield f"{ruta}.csv", en_csv(envio.aptas)
        yield f"{ruta}-no-apto.csv", en_csv(envio.no_aptas)
        entero = {
            "periodo": envio.periodo,
            "corte": str(expediente.corte),
            "hoy": str(expediente.hoy),
            "muestra": bool(expediente.repositorio.muestra),
            "licencia": sitio.licencia if sitio else "",
            "columnas": COLUMNAS,
            "aptas": envio.aptas,
            "no_aptas": envio.no_aptas,
        }
        yield f"{ruta}.json", (json.dumps(entero, ensure_ascii=False, indent=1) + "\n").encode()


def en_csv(filas: Iterable[Mapping[str, Any]]) -> bytes:
    """Las filas en UTF-8, con comas y líneas acabadas en CR y LF, como pide el RFC 4180.

    A un texto que una hoja de cálculo tomaría por fórmula se le antepone un apóstrofo: en JSON va tal cual. Un número
    negativo sigue siendo un número.
    """
    hoja = io.StringIO(newline="")
    escritor = csv.writer(hoja)
    escritor.writerow(COLUMNAS)
    escritor.writerows([_celda(columna, fila[columna]) for columna in COLUMNAS] for fila in filas)
    return hoja.getvalue().encode()


_NUMEROS = frozenset(["programado", "minimo", "maximo", "informado", "cumplimiento"])


def _celda(columna: str, valor: Any) -> str:
    dicho = "" if valor is None else "; ".join(valor) if isinstance(valor, list) else str(valor)
    return f"'{dicho}" if columna not in _NUMEROS and dicho.startswith(_PELIGROSOS) else dicho


def _fila(resultado: Resultado) -> Fila:
    indicador, cifra, esperado = resultado.indicador, resultado.cifra, resultado.esperado
    cuentan, responde, luz = cifra.cuentan, indicador.meta.responde, resultado.luz
    estados = {a.estado for a in cuentan if a.estado}
    unidad = indicador.unidad
    return {
        "meta": indicador.meta.id,
        "resultado": indicador.meta.resultado,
        "indicador": indicador.id,
        "nombre": indicador.nombre,
        "unidad": (unidad.texto or unidad.codigo) if unidad else "",
        "responsable": responde.sigla if responde else "",
        "periodo": resultado.periodo,
        "programado": _numero(esperado.valor),
        "minimo": _numero(esperado.minimo),
        "maximo": _numero(esperado.maximo),
        "informado": _numero(cifra.valor),
        "estado": "preliminar" if "preliminar" in estados else "definitivo" if estados else None,
        "situacion": resultado.estado,
        "cumplimiento": None if resultado.cumplimiento is None else publicado(resultado.cumplimiento),
        "semaforo": f"{luz.tramo.nombre} ({luz.color})" if luz else None,
        "fuente": list(dict.fromkeys(a.fuente for a in cuentan if a.fuente)),
        "evidencia": [f"{e.titulo} {e.url or e.archivo}".strip() for a in cuentan for e in a.evidencia],
        "fecha_corte": _ultima(a.fecha_corte for a in cuentan),
        "fecha_reporte": _ultima(a.fecha_reporte for a in cuentan),
        "reparos": list(reparos(resultado)),
        "muestra": "sí" if any(a.padre.muestra for a in cuentan) or indicador.meta.padre.muestra else "no",
    }


def _numero(valor: Decimal | None) -> str | None:
    return None if valor is None else exacto(valor)


def _ultima(fechas: Iterable[Any]) -> str | None:
    return max((str(fecha) for fecha in fechas if fecha is not None), default=None)
