"""De los resultados de un corte a filas para una máquina, y a las líneas que los explican a una persona."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion import METODOS, camino, evaluar, exacto, publicado, redondear, sensibilidad, tendencia
from mesgepret.imprenta import lengua

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from mesgepret.evaluacion import Luz, Resultado, ResultadoDeMeta, Serie
    from mesgepret.expediente import Expediente

Fila = dict[str, Any]


def filas(expediente: Expediente) -> list[Fila]:
    """Una fila por indicador y periodo, y después una por meta; los números, como texto, para que no pierdan cifras."""
    evaluacion = evaluar(expediente)
    series = [evaluacion.serie(i) for i in expediente.indicadores.values() if not i.tiene("usa")]
    de_indicadores = [_de_indicador(serie, serie.en(periodo)) for serie in series for periodo in serie.periodos]
    return de_indicadores + [_de_meta(expediente, evaluacion.meta(meta)) for meta in expediente.metas.values()]


def en_json(dichas: list[Fila]) -> str:
    """Las filas, cada una en su objeto, según `schemas/resultados.json`."""
    return json.dumps(dichas, ensure_ascii=False, indent=1) + "\n"


def en_texto(dichas: list[Fila]) -> str:
    """Cada fila en unas pocas líneas: qué es, cuánto da, cómo se llegó y qué lo cambiaría."""
    return "\n\n".join("\n".join(_renglones(fila)) for fila in dichas) + "\n"


def _de_indicador(serie: Serie, r: Resultado) -> Fila:
    indicador = r.indicador
    hacia, ruta = tendencia(serie, r.periodo), camino(serie, r.periodo)
    return {
        "indicador": indicador.id,
        "periodo": r.periodo,
        "estado": r.estado,
        "avance": _numero(r.avance),
        "meta_a_la_fecha": _numero(r.meta),
        **_cumplimiento(r.cumplimiento),
        "metodo": indicador.metodo_cumplimiento or None,
        "entradas": entradas(r),
        "pasos": list(r.pasos),
        "semaforo": _luz(r.luz),
        "sensibilidad": [
            {"metodo": otra.metodo, **_cumplimiento(otra.cumplimiento), "semaforo": _luz(otra.luz)}
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


def _de_meta(expediente: Expediente, r: ResultadoDeMeta) -> Fila:
    return {
        "meta": r.meta.id,
        "corte": str(expediente.corte),
        "estado": r.estado,
        **_cumplimiento(r.cumplimiento),
        "metodo": "promedio_ponderado" if r.via else None,
        "via": r.via or None,
        "partes": [
            {"de": p.de.id, "peso": exacto(p.peso), "estado": p.estado, "cumplimiento": _numero(p.cumplimiento)}
            for p in r.partes
        ],
        "pasos": list(r.pasos),
        "semaforo": _luz(r.luz),
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


def _luz(luz: Luz | None) -> Fila | None:
    if luz is None:
        return None
    tramo = luz.tramo
    dicha = {"tabla": luz.tabla.id, "tramo": tramo.id, "nombre": tramo.nombre, "color": tramo.color}
    return {**dicha, "forma": tramo.forma, "alcanzada": luz.alcanzada}


def _renglones(fila: Fila) -> Iterator[str]:
    quien = fila.get("indicador") or fila["meta"]
    cuando = lengua.periodo(fila["periodo"]) if "periodo" in fila else f"corte al {lengua.dia(fila['corte'])}"
    luz = fila["semaforo"]
    if fila["cumplimiento"] is None:
        motivo = f": {fila['motivo']}" if fila["motivo"] else ""
        yield f"{quien} · {cuando} · {lengua.palabra(fila['estado'])}{motivo}"
    else:
        color = f" · {luz['nombre']} ({luz['color']}, según {luz['tabla']})" if luz else ""
        yield f"{quien} · {cuando} · {fila['publicado']} %{color}"
    if fila.get("avance") is not None:
        meta = f", de {fila['meta_a_la_fecha']} que se esperaban" if fila["meta_a_la_fecha"] is not None else ""
        yield f"  avance: {fila['avance']}{meta}"
    if fila["metodo"] and fila["cumplimiento"] is not None:
        yield f"  método: {lengua.palabra(fila['metodo'])}"
    for paso in fila["pasos"]:
        yield f"  cuenta: {paso}"
    for otra in fila.get("sensibilidad", ()):
        yield (
            f"  cambiaría: con {lengua.palabra(otra['metodo'])} y la tabla {otra['semaforo']['tabla']}, "
            f"{otra['publicado']} % es {otra['semaforo']['nombre']} ({otra['semaforo']['color']})"
        )
    hacia = fila.get("tendencia")
    if hacia and hacia["proyeccion"] is not None:
        llega = "llega" if hacia["llega"] else "no llega"
        yield (
            f"  tendencia: con las {hacia['k']} últimas cifras, {hacia['proyeccion']} en "
            f"{lengua.periodo(hacia['hasta'])}; {llega} a {hacia['meta']}"
        )
    if fila.get("contribuyentes"):
        abajo = fila["contribuyentes"]
        dicho = f"{abajo['publicado']} %" if abajo["publicado"] is not None else lengua.palabra(abajo["estado"])
        yield f"  lo que juntan sus contribuyentes: {dicho}"
    for suma in fila.get("sumas", ()):
        casa = {True: "casa", False: "no casa", None: suma["motivo"]}[suma["casa"]]
        yield f"  {suma['indicador']}: informa {suma['informado']}, y los de abajo suman {suma['sumado']}; {casa}"
