"""Lo que ha de cumplirse de cualquier archivo: ni el orden, ni lo que aún no se sabía, ni una cifra ajena cambian nada."""

from __future__ import annotations

import copy
import json
from datetime import date, timedelta
from decimal import Decimal
from time import process_time
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mesgepret.evaluacion import GRISES, METODOS
from mesgepret.evaluacion.exactitud import Negativa, cuentas
from mesgepret.evaluacion.metodos import Datos
from mesgepret.expediente.periodos import fin_de
from mesgepret.imprenta import renglones, resultados
from tests.conftest import RAIZ
from tests.evaluacion.generar import DIAS, SANOS, archivos
from tests.evaluacion.suelto import calcular, filas, indicador

if TYPE_CHECKING:
    from mesgepret.imprenta.resultados import Fila

FORMA = jsonschema_rs.validator_for(json.loads((RAIZ / "mesgepret/imprenta/resultados.schema.json").read_text("utf-8")))


def pocas(cuantas: int) -> settings:
    salud = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(
        max_examples=cuantas, deadline=None, derandomize=True, suppress_health_check=salud, phases=[Phase.generate]
    )


def por_clave(dichas: list[Fila]) -> dict[str, Fila]:
    return {f"{f['indicador']} {f['periodo']}" if "indicador" in f else f["meta"]: f for f in dichas}


def comprobar_enteras(datos: Any, dichas: list[Fila]) -> None:
    """Cada meta en un estado, cada indicador en uno por periodo; nada infinito, y todo se puede escribir y leer."""
    escrito = resultados.en_json(dichas)
    FORMA.validate(json.loads(escrito))
    assert "NaN" not in escrito
    assert "Infinity" not in escrito
    assert renglones.en_texto(dichas)
    metas = [f for f in dichas if "meta" in f]
    assert len(metas) == len(datos["metas"])
    assert len(por_clave(dichas)) == len(dichas)
    estados = [f["estado"] for f in metas]
    assert sum(estados.count(estado) for estado in ("calculado", *GRISES)) == len(metas)
    con_filas = {f["indicador"] for f in dichas if "indicador" in f}
    assert len(con_filas) == sum(len(m.get("indicadores", [])) for m in datos["metas"])


@pocas(70)
@given(archivos(), DIAS)
def test_de_todo_archivo_bien_escrito_se_dice_un_estado_de_cada_cosa(datos: Any, hoy: date) -> None:
    comprobar_enteras(datos, filas(datos, hoy))


@pocas(120)
@given(archivos(raro=True), DIAS)
def test_ningun_archivo_por_raro_que_sea_hace_tropezar(datos: Any, hoy: date) -> None:
    revision = calcular(datos, hoy)
    if revision.expediente is None:
        assert revision.falla()
        return
    FORMA.validate(json.loads(resultados.en_json(resultados.filas(revision.expediente))))


def test_un_periodo_de_hace_un_siglo_no_hace_esperar() -> None:
    """Mil quinientos meses, uno a uno: lo que va de un dedazo en el año a hoy."""
    ficha = indicador(
        frecuencia="mensual", avances_son="acumulado", meta_anual_es="suma", metodo_cumplimiento="corriente",
        metas_anuales=None, programacion=[{"periodo": "2024-12", "valor": 100}],
    )  # fmt: skip
    cifra = {"indicador": "M1-I1", "periodo": "1900-01", "valor": 50}
    antes = process_time()
    dichas = filas({"metas": [{"id": "M1", "indicadores": [ficha]}], "avances": [cifra]})
    assert len(dichas) == 1501
    assert process_time() - antes < 10


@pocas(50)
@given(archivos(), DIAS, st.randoms(use_true_random=False))
def test_el_orden_en_que_se_escribe_no_cambia_nada(datos: Any, hoy: date, azar: Any) -> None:
    barajado = copy.deepcopy(datos)
    azar.shuffle(barajado["avances"])
    azar.shuffle(barajado["metas"])
    for meta in barajado["metas"]:
        for ficha in meta["indicadores"]:
            for clave in ("metas_anuales", "programacion"):
                azar.shuffle(ficha.get(clave, []))
    antes, despues = por_clave(filas(datos, hoy)), por_clave(filas(barajado, hoy))
    assert {c: _sin_orden(f) for c, f in antes.items()} == {c: _sin_orden(f) for c, f in despues.items()}


def _sin_orden(fila: Fila) -> Fila:
    """Lo que se promedia se enumera como está escrito: eso sí lo dice el orden."""
    sumas = [{**s, "sumandos": sorted(s["sumandos"]), "motivo": None} for s in fila.get("sumas", [])]
    partes = sorted(fila.get("partes", []), key=lambda p: str(p["de"]))
    de_meta = {"partes": partes, "sumas": sumas, "pasos": len(fila["pasos"])} if "meta" in fila else {}
    return {**fila, **de_meta}


@pocas(50)
@given(archivos(), DIAS)
def test_lo_que_hoy_no_se_sabia_no_cambia_lo_de_hoy(datos: Any, hoy: date) -> None:
    entonces = copy.deepcopy(datos)
    entonces["avances"] = [a for a in datos["avances"] if _sabido(a) <= hoy]
    for meta in entonces["metas"]:
        for ficha in meta["indicadores"]:
            if "reajustes" in ficha:
                ficha["reajustes"] = [r for r in ficha["reajustes"] if date.fromisoformat(r["desde"]) <= hoy]
                ficha["reajustes"] or ficha.pop("reajustes")
    assert filas(datos, hoy) == filas(entonces, hoy)


def _sabido(avance: dict[str, Any]) -> date:
    dias = [date.fromisoformat(avance[c]) for c in ("fecha_reporte", "fecha_corte") if c in avance]
    return max(dias, default=fin_de(avance["periodo"]))


@pocas(45)
@given(archivos(), st.sampled_from([date(2023, 12, 31), date(2024, 3, 31), date(2024, 6, 30)]))
def test_lo_de_periodos_posteriores_al_corte_no_cambia_lo_del_corte(datos: Any, corte: date) -> None:
    hoy = corte + timedelta(days=400)
    hasta = {**datos, "avances": [a for a in datos["avances"] if fin_de(a["periodo"]) <= corte]}
    assert filas(datos, hoy, corte) == filas(hasta, hoy, corte)


@pocas(45)
@given(archivos(), SANOS)
def test_una_correccion_solo_cambia_lo_que_depende_de_ella(datos: Any, valor: int) -> None:
    corregido = copy.deepcopy(datos)
    if not corregido["avances"]:
        return
    corrige = {**corregido["avances"][0], "valor": valor, "corrige": "Se contó mal"}
    for clave in ("sin_dato", "variables"):
        corrige.pop(clave, None)
    corregido["avances"].append(corrige)
    suyo = corrige["indicador"]
    tocadas, pendientes = set(), [suyo.split("-")[0]]
    while pendientes:
        tocadas.add(una := pendientes.pop())
        arriba = [c["meta"] for m in datos["metas"] if m["id"] == una for c in m.get("contribuye_a", [])]
        pendientes += [a for a in arriba if a not in tocadas]
    antes, despues = por_clave(filas(datos)), por_clave(filas(corregido))
    for clave, fila in despues.items():
        if not clave.startswith(f"{suyo} ") and clave not in tocadas:
            assert fila == antes[clave]
        if clave.startswith(f"{suyo} ") and fin_de(clave.split(" ")[1]) < fin_de(
            "-".join(corrige["periodo"].split("-"))
        ):
            assert fila["cifras"] == antes[clave]["cifras"]


@pocas(150)
@given(SANOS, SANOS, SANOS)
def test_lo_descendente_es_el_espejo_de_lo_ascendente(base: int, meta: int, avance: int) -> None:
    def cuenta(metodo: str, **datos: Any) -> Decimal | None:
        try:
            with cuentas():
                return METODOS[metodo].contar(Datos(**datos))[0]
        except Negativa:
            return None

    b, m, a = Decimal(base), Decimal(meta), Decimal(avance)
    sube = cuenta("brecha_cerrada", sentido="ascendente", avance=a, meta=m, base=b)
    baja = cuenta("brecha_cerrada", sentido="descendente", avance=-a, meta=-m, base=-b)
    assert sube == baja
    razon = cuenta("razon", sentido="ascendente", avance=a, meta=m)
    espejo = cuenta("espejo", sentido="descendente", avance=a, meta=m)
    assert razon is not None
    assert espejo is not None
    assert abs(espejo - (200 - razon)) < Decimal("1e-20")
    invertida = cuenta("razon_invertida", sentido="descendente", avance=a, meta=m)
    assert invertida == cuenta("razon", sentido="ascendente", avance=m, meta=a)
    assert cuenta("limite", sentido="maximo", avance=a, meta=m) == cuenta("limite", sentido="minimo", avance=m, meta=a)


@pocas(40)
@given(st.lists(st.integers(1, 100), min_size=1, max_size=5), st.lists(st.integers(-500, 500), min_size=5, max_size=5))
def test_con_pesos_que_suman_cien_la_meta_queda_entre_las_que_contribuyen(pesos: list[int], valores: list[int]) -> None:
    total = sum(pesos)
    repartidos = [100 * p // total for p in pesos[:-1]]
    repartidos.append(100 - sum(repartidos))
    abajo = [
        {"id": f"M{n}", "contribuye_a": [{"meta": "M1", "ponderador": p}], "indicadores": [indicador()]}
        for n, p in enumerate(repartidos, 2)
    ]
    arriba = {"id": "M1", "agregacion": {"contribuyentes": "promedio_ponderado"}, "indicadores": []}
    cifras = dict(zip([m["id"] for m in abajo], valores, strict=False))
    avances = [{"indicador": f"{m}-I1", "periodo": "2024", "valor": v} for m, v in cifras.items()]
    dichas = por_clave(filas({"metas": [arriba, *abajo], "avances": avances}))
    assert min(cifras.values()) <= Decimal(dichas["M1"]["cumplimiento"]) <= max(cifras.values())
