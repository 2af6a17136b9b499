"""De un dado a un archivo de `calcular`: uno con sentido, o uno con cualquier cosa en cualquier sitio."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from mesgepret.evaluacion import METODOS
from tests.evaluacion.suelto import crudo, indicador

PERIODOS = ("2023", "2024", "2023-S1", "2024-S1", "2024-S2", "2023-T4", "2024-T1", "2024-T2", "2024-T3", "2024-T4",
            "2024-01", "2024-02", "2024-03")  # fmt: skip
DIAS = st.dates(date(2024, 1, 1), date(2025, 12, 31))
NUMEROS = st.one_of(
    st.sampled_from([0, 1, -1, 100, 0.1, 33.333, -5.5, 1e-9, 99999999999999, -99999999999999, 0.00000000000001]),
    st.integers(-1000, 1000),
    st.decimals(-1000, 1000, places=3).map(float),
)
SANOS = st.integers(1, 500)
RAROS: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from([crudo(c) for c in ("1e400", "1e-400", "-0", "0.0", "123456789012345678901234567890", ".nan", "1e3",
                     "-1E+14", "0x1F", "1_000", "1.")]),
    st.sampled_from([None, True, "", "reservado", "x", [], {}, [[]], "2024-T9", "2024-02-30", 1e300, -1e-300]),
)  # fmt: skip
FORMULAS = st.sampled_from(
    [
        "a / b * 100",
        "100 * a / b",
        "a + b",
        "a / (b - b)",
        "(" * 60 + "a" + ")" * 60,
        "a b",
        "x / y",
        "1 / 3",
        "a * a * a * a",
    ]
)


def _a_veces(valor: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), valor)


ANUALES = st.lists(
    st.one_of(
        st.fixed_dictionaries({"anio": st.sampled_from([2023, 2024, 2025]), "valor": NUMEROS}),
        st.fixed_dictionaries({"anio": st.sampled_from([2023, 2024]), "minimo": NUMEROS, "maximo": NUMEROS}),
    ),
    min_size=1,
    max_size=3,
)
PROGRAMADOS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"periodo": st.sampled_from(PERIODOS), "valor": NUMEROS}),
        st.fixed_dictionaries({"periodo": st.sampled_from(PERIODOS), "no_programado": st.just(True)}),
    ),
    min_size=1,
    max_size=5,
)
TRIMESTRES = st.lists(NUMEROS, min_size=4, max_size=4).map(
    lambda valores: [{"periodo": f"2024-T{t}", "valor": v} for t, v in enumerate(valores, 1)]
)
FICHAS = st.fixed_dictionaries({
    "frecuencia": st.sampled_from(["trimestral", "trimestral", "mensual", "semestral", "anual", "bienal", None]),
    "avances_son": st.sampled_from(["nivel", "incremento", "acumulado"]),
    "meta_anual_es": st.sampled_from(["suma", "ultimo", "promedio", "cada_periodo"]),
    "en_el_periodo": st.sampled_from([None, "ultimo", "suma", "promedio", "peor"]),
    "semaforo": st.sampled_from([None, None, "diger-2023", "nl-5-15", "tola-15", "statcan"]),
    "rezago_meses": _a_veces(st.integers(0, 14)),
    "linea_base": _a_veces(st.fixed_dictionaries({"anio": st.integers(2019, 2022), "valor": NUMEROS})),
    "metas_anuales": _a_veces(ANUALES),
    "programacion": st.one_of(TRIMESTRES, TRIMESTRES, st.none(), PROGRAMADOS),
    "reajustes": _a_veces(st.lists(
        st.fixed_dictionaries({"periodo": st.sampled_from(PERIODOS), "valor": NUMEROS, "desde": DIAS.map(str)}),
        min_size=1, max_size=2, unique_by=lambda r: r["desde"],
    )),
    "metodo_calculo": _a_veces(st.fixed_dictionaries({"expresion": FORMULAS})),
})  # fmt: skip
METODO_Y_SENTIDO = st.one_of(
    st.sampled_from([(m.id, s) for m in METODOS.values() for s in sorted(m.sentidos)]),
    st.sampled_from(
        [(m, s) for m in METODOS for s in ("ascendente", "descendente", "maximo", "minimo", "rango", "hito")]
    ),
)

CIFRAS = st.builds(
    lambda base, cifra, fechas, corrige: {**base, **cifra, **fechas, **corrige},
    st.fixed_dictionaries({"periodo": st.sampled_from(PERIODOS)}),
    st.one_of(
        st.fixed_dictionaries({"valor": NUMEROS}),
        st.fixed_dictionaries({"sin_dato": st.just("No se levantó")}),
        st.fixed_dictionaries({"variables": st.dictionaries(
            st.sampled_from(["a", "b", "numerador", "denominador"]), NUMEROS, min_size=1)}),
    ),
    st.one_of(
        st.just({}),
        st.fixed_dictionaries({"fecha_reporte": DIAS.map(str)}),
        st.fixed_dictionaries({"fecha_corte": DIAS.map(str)}),
    ),
    st.sampled_from([{}, {}, {}, {"corrige": "Se contó mal"}]),
)  # fmt: skip


@st.composite
def archivos(draw: st.DrawFn, *, raro: bool = False) -> dict[str, Any]:
    """Hasta cuatro metas que contribuyen unas a otras; `raro`: con cualquier cosa en algunos sitios."""
    cuantas = draw(st.integers(1, 4))
    metas: list[dict[str, Any]] = []
    avances: list[dict[str, Any]] = []
    for n in range(1, cuantas + 1):
        fichas = [
            {**ficha, "metodo_cumplimiento": metodo, "sentido": sentido}
            for ficha, (metodo, sentido) in draw(st.lists(st.tuples(FICHAS, METODO_Y_SENTIDO), max_size=2))
        ]
        peso = draw(st.sampled_from([None, None, 1, 3]))
        suyos = [indicador(f"I{i}", **ficha, peso=peso) for i, ficha in enumerate(fichas, 1)]
        meta: dict[str, Any] = {"id": f"M{n}", "indicadores": suyos}
        arriba = draw(st.sets(st.integers(1, cuantas), max_size=2))
        if arriba:
            peso = draw(st.sampled_from([None, 50, 100]))
            contribucion = {} if peso is None else {"ponderador": peso}
            meta["contribuye_a"] = [{"meta": f"M{a}", **contribucion} for a in sorted(arriba)]
        como = draw(st.sampled_from([None, "promedio_ponderado", "suma", "razon_de_sumas", "ninguna"]))
        if como:
            meta["agregacion"] = {"contribuyentes": como}
        metas.append(meta)
        for uno in suyos:
            cifras = draw(st.one_of(st.lists(CIFRAS, max_size=5), TRIMESTRES, TRIMESTRES))
            avances += [{"indicador": f"M{n}-{uno['id']}", **cifra} for cifra in cifras]
    datos: dict[str, Any] = {"metas": metas, "avances": avances}
    if raro:
        for _ in range(draw(st.integers(1, 3))):
            _estropear(draw, datos)
    return datos


def _estropear(draw: st.DrawFn, datos: Any) -> None:
    """Cambia por cualquier cosa, o quita, algo de algún sitio."""
    sitios: list[tuple[Any, Any]] = []
    pendientes = [datos]
    while pendientes:
        uno = pendientes.pop()
        for clave, hijo in uno.items() if isinstance(uno, dict) else enumerate(uno):
            sitios.append((uno, clave))
            if isinstance(hijo, dict | list):
                pendientes.append(hijo)
    if not sitios:  # las veces anteriores ya quitaron todo
        return
    padre, clave = sitios[draw(st.integers(0, len(sitios) - 1))]
    if isinstance(padre, dict) and draw(st.booleans()):
        del padre[clave]
    else:
        padre[clave] = draw(RAROS)
