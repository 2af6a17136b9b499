"""De la MCR a sus tablas: metas, indicadores, sus resultados y todas sus cifras, en largo."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion import evaluar, tendencia
from mesgepret.evaluacion.cifras import cifra_de, conocidos
from mesgepret.imprenta.datos.tablas.columnas import Columna, Renglon, Tabla, id_de, id_en
from mesgepret.imprenta.datos.tablas.de_mesas import PAGINA
from mesgepret.imprenta.direcciones import direccion
from mesgepret.imprenta.resultados import dado, medida

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mesgepret.expediente import Expediente, Indicador, Meta
    from mesgepret.imprenta.consultas import Consultas


def de_la_meta(meta: Meta, expediente: Expediente) -> Renglon:
    """La fila de una meta, con cómo está en el corte."""
    return Renglon(meta, responde=id_de(meta.responde), **dado(evaluar(expediente).meta(meta)))


def _contribuciones(c: Consultas) -> Iterator[Renglon]:
    for meta in c.expediente.metas.values():
        for orden, una in enumerate((x for x in meta.contribuye_a if x.meta is not None), 1):
            yield Renglon(una, meta=meta.id, orden=orden, contribuye_a=una.meta.id)


def indicadores_de(meta: Meta, expediente: Expediente) -> Iterator[Renglon]:
    """Las filas de los indicadores propios de una meta, cada uno con su último resultado."""
    for indicador in meta.propios:
        r = evaluar(expediente).indicador(indicador)
        yield Renglon(indicador, meta=meta.id, **medida(r))


def _resultados(c: Consultas) -> Iterator[Renglon]:
    for indicador in c.expediente.indicadores.values():
        if not indicador.tiene("usa"):
            for r in evaluar(c.expediente).serie(indicador).resultados:
                yield Renglon(indicador, indicador=indicador.id, **medida(r))


def _compartidos(c: Consultas) -> Iterator[Renglon]:
    for meta in c.expediente.metas.values():
        for propio in dict.fromkeys(i.usa for i in meta.indicadores if i.usa is not None):
            yield Renglon(meta, meta=meta.id, indicador=propio.id)


def cifras_de(indicador: Indicador, expediente: Expediente) -> Iterator[Renglon]:
    """Las filas de las cifras de un indicador: de dónde parte, lo que se espera, lo que se informó y adónde va."""
    cuantas: Counter[tuple[str, str]] = Counter()
    for fila in _cifras(indicador, expediente):
        clave = (fila.tipo, fila.periodo)
        cuantas[clave] += 1
        fila.__dict__.update(indicador=indicador.id, orden=cuantas[clave])
        yield fila


def _cifras(indicador: Indicador, expediente: Expediente) -> Iterator[Renglon]:
    base = indicador.linea_base
    if base is not None:
        estado = "sin_dato" if base.sin_dato else "informada"
        yield _cifra(base, "base", base.periodo or str(base.anio or ""), estado, nota=base.nota or base.sin_dato)
    for anual in indicador.metas_anuales:
        yield _cifra(anual, "meta", str(anual.anio or ""), "anual")
    for programado in indicador.programacion:
        estado = "no_programado" if programado.no_programado else "programada"
        yield _cifra(programado, "meta", programado.periodo, estado)
    for reajuste in indicador.reajustes:
        yield _cifra(reajuste, "meta", reajuste.periodo, "reajuste", nota=reajuste.motivo, rige_desde=reajuste.desde)
    serie = evaluar(expediente).serie(indicador)
    avances = conocidos(indicador, expediente.hoy)
    ya_miradas = {r.periodo: r.cifra for r in serie.resultados}
    miradas = (ya_miradas.get(p) or cifra_de(indicador, p, avances) for p in {a.periodo for a in avances})
    valen = {id(a) for cifra in miradas for a in cifra.cuentan}
    for a in avances:
        estado = a.estado or ("sin_dato" if a.sin_dato else "")
        yield _cifra(a, "avance", a.periodo, estado, institucion=id_de(a.institucion), vale=id(a) in valen,
                     nota=a.sin_dato or a.corrige or a.comentario)  # fmt: skip
    va = tendencia(serie, serie.ultimo.periodo)
    if va.proyeccion is not None:
        fuente = f"recta de mínimos cuadrados por las cifras de {', '.join(va.periodos)}"
        yield _cifra(indicador, "tendencia", va.hasta, "llega" if va.llega else "no_llega", valor=va.proyeccion,
                     fuente=fuente, texto_fuente="", precision="", nota="")  # fmt: skip


def _cifra(pieza: Any, tipo: str, periodo: str, estado: str, **sabido: Any) -> Renglon:
    """Una fila: lo que la pieza dice de sí y, encima, lo que se sabe de ella."""
    reservada = any(pieza.reserva(clave) for clave in ("valor", "minimo", "maximo"))
    dicho = {n: getattr(pieza, n, None) for n in _DE_LA_PIEZA}
    return Renglon(pieza, **{**dicho, "tipo": tipo, "periodo": periodo or "reservado",
                             "estado": "reservado" if reservada else estado, **sabido})  # fmt: skip


def _dentro(de: str, clave: str) -> Callable[[Any], Any]:
    return lambda fila: getattr(fila, de) and getattr(fila, de)[clave]


_DE_LA_PIEZA = (
    "valor", "minimo", "maximo", "institucion", "fuente", "texto_fuente", "precision", "fecha_corte", "fecha_reporte",
    "vale", "rige_desde", "nota",
)  # fmt: skip
_FICHA = "metas.metas.indicadores"
_META = Columna("meta", dice="Id de la meta.", apunta="metas")
_DADO = (
    Columna("estado", de="resultados.estado"),
    *(Columna(n, "numero", de=f"resultados.{n}") for n in ("cumplimiento", "publicado")),
    *(
        Columna(f"{que}_{n}", de=f"resultados.{que}.{n}", valor=_dentro(que, n))
        for que, n in (("semaforo", "tabla"), ("semaforo", "tramo"), ("luz", "nombre"), ("luz", "color"))
    ),
    Columna("motivo", de="resultados.motivo"),
)
"""Lo que da una meta o un indicador: con las mismas palabras que en JSON, y lo de dentro de algo, con su nombre."""

_MEDIDA = (
    Columna("periodo", de="resultados.periodo"),
    *(Columna(n, "numero", de=f"resultados.{n}") for n in ("avance", "meta_a_la_fecha")),
    *_DADO,
)
_DE_UN_RESULTADO = [columna.nombre for columna in _MEDIDA]

METAS = Tabla(
    "metas", "Las metas de la Matriz de Consistencia de Resultados, cada una con cómo está en el corte.", ("id",),
    lambda c: (de_la_meta(meta, c.expediente) for meta in c.expediente.metas.values()),
    (
        Columna("id", dice="Id de la meta: PRES, la sigla del sector o la de la institución, y su número."),
        Columna("nivel", dice="presidencial, sectorial o institucional."),
        Columna("resultado", de="metas.metas.resultado"),
        Columna("sector", dice="Id del sector, si es sectorial.", valor=id_en("sector"), apunta="sectores"),
        Columna("institucion", dice="Id de la institución, si es institucional.", valor=id_en("institucion"),
                apunta="instituciones"),
        Columna("eje", dice="Id del eje, si es presidencial.", valor=id_en("eje"), apunta="ejes"),
        Columna("vertiente", dice="Id de la vertiente, si es presidencial.", valor=id_en("vertiente")),
        Columna("responde", dice="Id de la institución que responde por ella (R09).", apunta="instituciones"),
        Columna("prioritaria", "logico", dice="Si es la meta más relevante de la institución."),
        Columna("desde", "fecha", de="metas.metas.vigencia.desde", valor=lambda f: f.vigencia and f.vigencia.desde),
        Columna("hasta", "fecha", de="metas.metas.vigencia.hasta", valor=lambda f: f.vigencia and f.vigencia.hasta),
        *_DADO,
        Columna("pagina", dice=PAGINA.dice, valor=lambda f: direccion(f.pieza)),
    ),
    busca=("resultado",),
)  # fmt: skip
CONTRIBUCIONES = Tabla(
    "contribuciones", "A qué meta contribuye cada meta, y con qué peso.", ("meta", "orden"), _contribuciones,
    (
        _META, Columna("orden", "entero", dice="Su lugar entre las contribuciones de la meta."),
        Columna("contribuye_a", dice="Id de la meta superior.", apunta="metas"),
        Columna("ponderador", "numero", de="metas.metas.contribuye_a.ponderador"),
        Columna("motivo", de="metas.metas.contribuye_a.motivo"),
    ),
)  # fmt: skip
INDICADORES = Tabla(
    "indicadores", "Los indicadores, cada uno con su ficha y su último resultado.", ("id",),
    lambda c: (fila for meta in c.expediente.metas.values() for fila in indicadores_de(meta, c.expediente)),
    (
        Columna("id", dice="Id del indicador: el de su meta y su número en ella."), _META,
        *(Columna(n, de=f"{_FICHA}.{n}") for n in ("nombre", "definicion")),
        Columna("unidad", de=f"{_FICHA}.unidad.texto", valor=lambda f: f.unidad and f.unidad.texto),
        Columna("unidad_codigo", de=f"{_FICHA}.unidad.codigo", valor=lambda f: f.unidad and f.unidad.codigo),
        *(Columna(n, de=f"{_FICHA}.{n}") for n in ("fuente", "frecuencia")),
        Columna("eslabon", de=f"{_FICHA}.eslabon", valor=id_en("eslabon")),
        *(Columna(n, de=f"{_FICHA}.{n}") for n in ("dimension", "uso")),
        Columna("rezago_meses", "entero", de=f"{_FICHA}.rezago_meses"), Columna("peso", "numero", de=f"{_FICHA}.peso"),
        *(Columna(n, de=f"{_FICHA}.{n}") for n in ("sentido", "avances_son", "en_el_periodo")),
        Columna("meta_anual_es", de=f"{_FICHA}.meta_anual_es"),
        Columna("metodo_cumplimiento", de=f"{_FICHA}.metodo_cumplimiento"),
        Columna("expresion", de=f"{_FICHA}.metodo_calculo.expresion",
                valor=lambda f: f.metodo_calculo and f.metodo_calculo.expresion),
        Columna("sin_meta", de=f"{_FICHA}.sin_meta", valor=lambda f: f.pieza.sin_meta and f.pieza.sin_meta.motivo),
        *_MEDIDA,
    ),
    busca=("nombre", "definicion"),
)  # fmt: skip
COMPARTIDOS = Tabla(
    "indicadores_compartidos", "Los indicadores que una meta toma de otra; cada uno se cuenta una sola vez.",
    ("meta", "indicador"), _compartidos,
    (_META, Columna("indicador", dice="Id del indicador.", apunta="indicadores")),
)  # fmt: skip
RESULTADOS = Tabla(
    "resultados", "El resultado de cada indicador en cada periodo contado en el corte.", ("indicador", "periodo"),
    _resultados,
    (
        Columna("indicador", dice="Id del indicador.", apunta="indicadores"), *_MEDIDA,
        Columna("metodo", dice="El método de cumplimiento con que se cuenta, que dice su ficha."),
    ),
)  # fmt: skip
CIFRAS = Tabla(
    "cifras", "Todas las cifras de cada indicador, una por fila: ninguna se borra cuando otra la corrige.",
    ("indicador", "tipo", "periodo", "orden"),
    lambda c: (
        fila for i in c.expediente.indicadores.values() if not i.tiene("usa") for fila in cifras_de(i, c.expediente)
    ),
    (
        Columna("indicador", dice="Id del indicador.", apunta="indicadores"),
        Columna("periodo", dice="El periodo de la cifra: 2024, 2024-S1, 2024-T1 o 2024-01."),
        Columna("tipo", dice="base: de dónde parte; meta: lo que se espera; avance: lo que se informó; tendencia: "
                "adónde llega si sigue igual."),
        Columna("orden", "entero", dice="Su lugar entre las cifras del mismo tipo y periodo."),
        Columna("valor", "numero", dice="La cifra; vacía si es un rango, si no la hay o si se reserva."),
        Columna("minimo", "numero", dice="Lo menos que se espera, si la meta es un rango."),
        Columna("maximo", "numero", dice="Lo más que se espera, si la meta es un rango."),
        Columna("estado", dice="De una base, informada o sin_dato; de una meta, anual, programada, no_programado o "
                "reajuste; de un avance, preliminar, definitivo o sin_dato; de una tendencia, llega o no_llega. En "
                "cualquiera, reservado."),
        Columna("vale", "logico", dice="De un avance, si es el que cuenta: ni corregido, ni de quien no responde."),
        Columna("institucion", dice="Id de la institución que informó el avance.", apunta="instituciones"),
        Columna("fuente", dice="De dónde sale la cifra."),
        Columna("texto_fuente", dice="Las palabras de la fuente, donde es imprecisa."),
        Columna("precision", dice="Cuán exacta es la cifra."),
        Columna("fecha_corte", "fecha", de="avances.avances.fecha_corte"),
        Columna("fecha_reporte", "fecha", de="avances.avances.fecha_reporte"),
        Columna("rige_desde", "fecha", de=f"{_FICHA}.reajustes.desde"),
        Columna("nota", dice="Lo que ayuda a entenderla: por qué falta, por qué se corrigió o por qué se reajustó."),
    ),
)  # fmt: skip

LA_META, SUS_INDICADORES = METAS.sin(_DE_UN_RESULTADO), INDICADORES.sin(_DE_UN_RESULTADO)
"""Lo mismo, donde el resultado entero va al lado."""

DE_METAS = (METAS, CONTRIBUCIONES, INDICADORES, COMPARTIDOS, RESULTADOS, CIFRAS)
