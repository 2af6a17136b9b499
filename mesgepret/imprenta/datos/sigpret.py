"""De las cifras de un periodo a lo que se envía al SIGPRET, en CSV y en JSON, y aparte lo que no está para enviarse."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.evaluacion import evaluar, exacto, publicado
from mesgepret.evaluacion.envio import reparos
from mesgepret.expediente.periodos import en_orden, fin_de
from mesgepret.imprenta import lengua
from mesgepret.imprenta.datos.en_csv import EnCsv
from mesgepret.imprenta.datos.paquete import licencia
from mesgepret.imprenta.datos.tablas.columnas import MUESTRA, Columna, Renglon, Tabla

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from mesgepret.evaluacion import Resultado
    from mesgepret.expediente import Expediente
    from mesgepret.imprenta.consultas import Consultas

Fila = dict[str, Any]

COLUMNAS = (
    Columna("meta", dice="Id de la meta.", apunta="metas"),
    Columna("resultado", dice="Lo que la meta quiere lograr."),
    Columna("indicador", dice="Id del indicador.", apunta="indicadores"),
    Columna("nombre", dice="Cómo se llama el indicador."),
    Columna("unidad", dice="En qué se mide."),
    Columna("responsable", dice="La sigla de quien responde de la meta."),
    Columna("periodo", dice="El periodo que se mide: 2024, 2024-S1, 2024-T1 o 2024-01."),
    Columna("programado", "numero", dice="Lo que se esperaba del periodo, con los reajustes que ya regían."),
    Columna("minimo", "numero", dice="Lo menos que se esperaba, si la meta es un rango."),
    Columna("maximo", "numero", dice="Lo más que se esperaba, si la meta es un rango."),
    Columna("informado", "numero", dice="La cifra que vale del periodo."),
    Columna("estado", dice="preliminar o definitivo."),
    Columna("situacion", dice="calculado, o el estado sin resultado."),
    Columna("cumplimiento", "numero", dice="En porcentaje, con un decimal; la mitad, hacia arriba."),
    Columna("semaforo", dice="La palabra de su luz y su color."),
    Columna("fuente", dice="De dónde sale la cifra."),
    Columna("evidencia", dice="Lo que la respalda."),
    Columna("fecha_corte", "fecha", dice="Hasta qué día mide."),
    Columna("fecha_reporte", "fecha", dice="El día en que se informó."),
    Columna("reparos", dice="Por qué no está para enviarse; vacío si lo está."),
    replace(MUESTRA, dice="Sí, si la cifra o su meta son de muestra y no son reales.", valor=None),
)
"""Las columnas, en orden, y lo que cada una dice."""


class Envio(NamedTuple):
    """Lo de un periodo: los resultados cuya cifra está para enviarse y los que no."""

    periodo: str
    aptas: list[Resultado]
    no_aptas: list[Resultado]

    @property
    def tablas(self) -> tuple[Tabla, Tabla]:
        """La de lo apto y la de lo que no lo está, cada una con su CSV."""
        cual = lengua.periodo(self.periodo)
        return (
            _tabla(self.periodo, f"Las cifras de {cual} que están para enviarse al SIGPRET.", self.aptas),
            _tabla(f"{self.periodo}-no-apto", f"Las cifras de {cual} que no están para enviarse.", self.no_aptas),
        )


def _tabla(nombre: str, dice: str, resultados: list[Resultado]) -> Tabla:
    return Tabla(
        f"sigpret-{nombre.lower()}", dice, ("indicador",),
        lambda c: (Renglon(r.indicador, **_fila(r)) for r in resultados), COLUMNAS, ruta=f"sigpret/{nombre}.csv",
    )  # fmt: skip


def archivos(dichos: Iterable[Envio], c: Consultas) -> Iterator[tuple[str, bytes]]:
    """Por periodo: `<periodo>.csv` con lo apto, `<periodo>-no-apto.csv` con lo demás, y `<periodo>.json` con todo."""
    for envio in dichos:
        for tabla in envio.tablas:
            hoja = EnCsv(tabla)
            hoja.escribir(tabla.filas(c))
            yield f"datos/{tabla.ruta}", hoja.octetos()
        yield f"datos/sigpret/{envio.periodo}.json", en_json(envio, c.expediente)


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
                (envio.no_aptas if reparos(resultado) else envio.aptas).append(resultado)
    return sorted(por_periodo.values(), key=lambda envio: en_orden(envio.periodo))


def en_json(envio: Envio, expediente: Expediente) -> bytes:
    """Lo apto y lo que no lo está, juntos, con lo que dice cada columna."""
    entero = {
        "periodo": envio.periodo,
        "corte": str(expediente.corte),
        "hoy": str(expediente.hoy),
        "muestra": bool(expediente.repositorio.muestra),
        "licencia": licencia(expediente),
        "columnas": {columna.nombre: columna.dice for columna in COLUMNAS},
        "aptas": [_fila(resultado) for resultado in envio.aptas],
        "no_aptas": [_fila(resultado) for resultado in envio.no_aptas],
    }
    return (json.dumps(entero, ensure_ascii=False, indent=1) + "\n").encode()


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
        "muestra": any(a.padre.muestra for a in cuentan) or bool(indicador.meta.padre.muestra),
    }


def _numero(valor: Decimal | None) -> str | None:
    return None if valor is None else exacto(valor)


def _ultima(fechas: Iterable[Any]) -> str | None:
    return max((str(fecha) for fecha in fechas if fecha is not None), default=None)
