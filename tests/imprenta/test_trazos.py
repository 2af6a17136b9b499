"""Los dibujos, antes de ser plantilla: nada se sale de su marco y las partes suman el todo, sea lo que sea lo dibujado."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mesgepret.imprenta.trazos import barras, calendario, cronograma, medida, organigrama, series
from mesgepret.imprenta.trazos.luces import CONTORNOS, Senal, color, forma

if TYPE_CHECKING:
    from collections.abc import Iterable

VERDE = Senal("verde", "circulo", "Alto")
numeros = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e70"), max_value=Decimal("1e70"))
quizas = st.none() | numeros
sentidos = st.sampled_from(["ascendente", "descendente", "maximo", "minimo", "rango", "hito", "", "otro"])
dias = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))
dias_o_nada = st.none() | st.dates()
textos = st.text(max_size=400)


def _dentro(puntos: Iterable[str], tope: int = 100) -> None:
    for escrito in puntos:
        assert re.fullmatch(r"\d{1,5}(\.\d)?", escrito), escrito
        assert 0 <= Decimal(escrito) <= tope, escrito


def _franjas_dentro(franjas: Iterable[medida.Franja | None]) -> None:
    for una in franjas:
        if una is not None:
            _dentro(una)
            assert Decimal(una.x) + Decimal(una.ancho) <= 100


def _rotulos_dentro(rotulos: Iterable[medida.Rotulo], alto: int) -> None:
    """Ningún texto se sale por los lados en un teléfono, ni por abajo."""
    for r in rotulos:
        _dentro([r.x])
        assert 0 < r.y <= alto
        ocupa = medida.largo(r.texto) / medida.ANCHO * 100
        izquierda = Decimal(r.x) - ocupa * {"start": 0, "middle": 1, "end": 2}[r.ancla] / 2
        assert izquierda > Decimal("-0.2"), r
        assert izquierda + ocupa < Decimal("100.2"), r


# --- medidas -----------------------------------------------------------------------------------------------------


@given(numeros, numeros, numeros)
def test_un_valor_cae_siempre_dentro_de_su_escala(uno: Decimal, otro: Decimal, valor: Decimal) -> None:
    _dentro([medida.punto(medida.Escala(min(uno, otro), max(uno, otro)).en(valor))])


def test_si_todos_los_valores_son_el_mismo_caen_en_medio() -> None:
    assert medida.Escala(Decimal(7), Decimal(7)).en(Decimal(7)) == 50


@given(st.lists(st.integers(min_value=0, max_value=10**9), max_size=12))
@example([1, 10**9])
@example([1, 1, 1])
def test_las_partes_de_una_barra_suman_su_ancho_entero(cuantos: list[int]) -> None:
    anchos = medida.repartir(cuantos)
    assert sum(anchos) == (1000 if sum(cuantos) else 0)
    assert all((ancho > 0) == (n > 0) for ancho, n in zip(anchos, cuantos, strict=True))


@given(textos, st.integers(min_value=20, max_value=900))
@example("x" * 10_000, 280)
def test_un_texto_cortado_cabe(texto: str, ancho: int) -> None:
    assert medida.largo(medida.cortar(texto, ancho)) <= max(Decimal(ancho), medida.largo("W…"))


@given(textos, st.integers(min_value=60, max_value=400), st.integers(min_value=1, max_value=6))
def test_un_texto_partido_cabe_en_sus_renglones(texto: str, ancho: int, maximo: int) -> None:
    hechos = medida.renglones(texto, ancho, maximo=maximo)
    assert len(hechos) <= maximo
    assert all(hecho == hecho.strip() != "" and medida.largo(hecho) <= ancho for hecho in hechos)


def test_lo_que_cabe_no_se_corta_ni_pierde_palabras() -> None:
    dicho = "Grupo de trabajo sobre la cobertura de vacunación"
    assert medida.cortar(dicho, 900) == dicho
    assert " ".join(medida.renglones(dicho, 120, maximo=9)) == dicho
    assert medida.cortar(dicho, 140) == "Grupo de trabajo…"
    assert medida.cortar("x" * 100, 100) == "x" * 11 + "…"


@pytest.mark.parametrize(
    ("valor", "dicho"),
    [
        ("1234567.5", "1,234,567.5"), ("64.126543", "64.13"), ("0.125", "0.13"), ("12.3000", "12.3"), ("0", "0"),
        ("-3.10", "-3.10"), ("0.0004", "4.00 × 10⁻⁴"), ("1E+70", "1.00 × 10⁷⁰"), ("1234567890123456", "1.23 × 10¹⁵"),
    ],
)  # fmt: skip
def test_un_numero_se_dice_corto_y_sin_mentir(valor: str, dicho: str) -> None:
    assert medida.cifra(Decimal(valor)) == dicho


@given(numeros)
def test_ningun_numero_es_mas_largo_que_su_rotulo(valor: Decimal) -> None:
    assert len(medida.cifra(valor)) <= 17
    assert medida.cifra(valor).strip("-0.,") or valor == 0


# --- barras ------------------------------------------------------------------------------------------------------


@given(st.builds(barras.Medida, sentidos, quizas, quizas, quizas, quizas, st.sampled_from(["", " %"]), textos))
@example(barras.Medida("ascendente", avance=Decimal(0), minimo=Decimal(0), maximo=Decimal(0)))
@example(barras.Medida("descendente", Decimal(-5), Decimal("1e70"), Decimal(-9), Decimal(-9)))
@example(barras.Medida("rango", None, Decimal(3), Decimal(9), Decimal(1)))
def test_una_bala_no_se_sale_de_su_marco(una: barras.Medida) -> None:
    t = barras.dibujar("Uno", "2024", una, VERDE)
    assert (t is None) == (una.avance is None and not una.metas)
    if t is None:
        return
    _franjas_dentro([t.barra, t.zona])
    _dentro([*t.marcas, *(x for x in (t.base, t.avance) if x)])
    _rotulos_dentro(t.rotulos, t.alto)
    assert t == barras.dibujar("Uno", "2024", una, VERDE)


def _medida(sentido: str, base: int | None = None, avance: int = 0, minimo: int = 0, maximo: int = 0) -> barras.Medida:
    desde = None if base is None else Decimal(base)
    return barras.Medida(sentido, desde, Decimal(avance), Decimal(minimo), Decimal(maximo))


def _bala(sentido: str, **dichos: int) -> barras.Bala:
    t = barras.dibujar("Uno", "2024", _medida(sentido, **dichos), VERDE)
    assert t is not None
    return t


def test_lo_que_supera_la_meta_de_lejos_se_corta_en_la_barra_y_no_en_su_numero() -> None:
    cerca, lejos = (_bala("ascendente", base=10, avance=a, minimo=20, maximo=20) for a in (25, 900))
    assert (cerca.excede, lejos.excede) == ("", "derecha")
    assert lejos.rotulos[1].texto == "Avance 900"
    assert Decimal(lejos.marcas[0]) > 40  # la meta no se aplasta contra la base


def test_lo_que_retrocede_mucho_se_corta_por_el_otro_lado() -> None:
    assert _bala("ascendente", base=10, avance=-900, minimo=20, maximo=20).excede == "izquierda"


def test_la_zona_en_que_se_cumple_esta_del_lado_que_dice_el_sentido() -> None:
    sube, baja = (_bala(s, base=10, avance=15, minimo=20, maximo=20).zona for s in ("ascendente", "descendente"))
    assert sube is not None
    assert baja is not None
    assert Decimal(baja.x) == 0
    assert Decimal(sube.x) + Decimal(sube.ancho) == 100
    assert Decimal(baja.ancho) == Decimal(sube.x)


def test_sin_saber_el_sentido_no_se_pinta_donde_se_cumple() -> None:
    assert _bala("", avance=1, minimo=2, maximo=2).zona is None


@given(st.lists(st.integers(min_value=0, max_value=10**7), max_size=9))
def test_las_partes_van_una_tras_otra_y_llenan_la_barra(cuantos: list[int]) -> None:
    t = barras.barra("Uno", [barras.Parte(f"p{i}", n, "verde") for i, n in enumerate(cuantos)])
    assert (t is None) == (sum(cuantos) == 0)
    if t is None:
        return
    va = Decimal(0)
    for parte in t.partes:
        assert Decimal(parte.franja.x) == va
        va += Decimal(parte.franja.ancho)
    assert va == 100
    assert sum(parte.cuantos for parte in t.partes) == t.total == sum(cuantos)


def test_un_acuerdo_vencido_se_cuenta_una_sola_vez() -> None:
    from mesgepret.imprenta.consultas import Cuenta

    partes = barras.de_estados([Cuenta("en_proceso", 5, 2), Cuenta("pendiente", 3, 1), Cuenta("cumplido", 4, 0)])
    dichas = {parte.nombre: parte.cuantos for parte in partes}
    assert dichas == {"cumplido": 4, "en proceso": 3, "pendiente": 2, "vencido": 3}


# --- series ------------------------------------------------------------------------------------------------------

cuando = st.sampled_from(["2024", "2024-T1", "2024-05", "2023-S2"])
puntos = st.lists(st.builds(series.Punto, cuando, quizas, quizas, quizas), max_size=40)


@given(puntos, st.booleans())
@example([series.Punto("2024", Decimal(1))], False)
@example([series.Punto("2024-T1", Decimal(5), Decimal(5)), series.Punto("2024-T2", Decimal(5), Decimal(5))], False)
def test_una_linea_no_se_sale_de_su_marco(suyos: list[series.Punto], menuda: bool) -> None:
    t = series.dibujar("Uno", suyos, "verde", menuda=menuda)
    assert (t is None) == all(p.avance is None and not p.metas for p in suyos)
    if t is None:
        return
    for raya in (*t.linea, *t.metas):
        _dentro([raya.x1, raya.x2])
        _dentro([raya.y1, raya.y2], t.alto)
    _dentro([m.x for m in t.motas])
    _dentro([m.y for m in t.motas], t.alto)
    _rotulos_dentro((r for r in t.rotulos if r.clase != "de-clave"), t.alto)


def test_la_linea_se_corta_donde_falta_una_cifra() -> None:
    suyos = [series.Punto(f"2024-T{n}", None if n == 3 else Decimal(n)) for n in (1, 2, 3, 4)]
    t = series.dibujar("Uno", suyos, "verde")
    assert t is not None
    assert len(t.linea) == 1
    assert [m.hueco for m in t.motas] == [False, False, True, False]
    assert "1 sin cifra" in t.descripcion


def test_de_un_rango_se_trazan_sus_dos_cotas() -> None:
    t = series.dibujar("Uno", [series.Punto("2024", Decimal(4), Decimal(3), Decimal(5))], "verde", " %")
    assert t is not None
    assert len({raya.y1 for raya in t.metas}) == 2
    assert t.descripcion == "1 periodo. 2024: 4 % (meta: 3 a 5 %)."


def test_mas_arriba_es_mas() -> None:
    t = series.dibujar("Uno", [series.Punto("2023", Decimal(1)), series.Punto("2024", Decimal(2))], "verde")
    assert t is not None
    assert Decimal(t.linea[0].y2) < Decimal(t.linea[0].y1)


# --- cronograma --------------------------------------------------------------------------------------------------

sucesos = st.builds(
    cronograma.Suceso, textos, dias_o_nada, dias_o_nada, dias_o_nada,
    st.sampled_from(["cumplido", "en_proceso", "pendiente", "sin_efecto", "vencido"]), quizas,
)  # fmt: skip


@given(st.lists(sucesos, max_size=6), st.dates(), dias_o_nada, dias_o_nada)
@example([cronograma.Suceso("A", date.min, date.max)], date(2024, 1, 1), None, None)
@example([cronograma.Suceso("A", date.max, date.max, clase="vencido")], date.max, date.max, date.max)
def test_un_cronograma_no_se_sale_de_su_marco(
    suyos: list[cronograma.Suceso], hoy: date, desde: date | None, hasta: date | None
) -> None:
    t = cronograma.dibujar("Uno", suyos, hoy, desde, hasta)
    assert (t is None) == (suyos == [])
    if t is None:
        return
    for fila in t.filas:
        _franjas_dentro([fila.barra, fila.hecho, fila.prorroga, fila.tarde])
        _dentro([fila.hito] if fila.hito else [])
        assert fila.y + cronograma.FILA <= t.alto
        assert medida.largo(fila.corto, 13) <= medida.ANCHO
    _dentro([*t.rayas, *([t.hoy] if t.hoy else [])])
    _dentro([r.x for r in t.rotulos])
    assert len(t.rayas) <= 12


def _una(suceso: cronograma.Suceso, hoy: date = date(2024, 7, 1)) -> cronograma.Fila:
    t = cronograma.dibujar("Uno", [suceso], hoy, date(2024, 1, 1), date(2024, 12, 31))
    assert t is not None
    return t.filas[0]


def test_lo_cumplido_llena_su_barra_y_lo_que_va_a_la_mitad_media() -> None:
    enero, junio = date(2024, 1, 1), date(2024, 6, 30)
    lleno = _una(cronograma.Suceso("A", enero, junio, clase="cumplido"))
    medio = _una(cronograma.Suceso("A", enero, junio, clase="en_proceso", avance=Decimal(50)))
    assert lleno.hecho == lleno.barra
    assert medio.hecho is not None
    assert medio.barra is not None
    assert abs(2 * Decimal(medio.hecho.ancho) - Decimal(medio.barra.ancho)) <= Decimal("0.1")


def test_lo_vencido_se_alarga_hasta_hoy_y_lo_prorrogado_hasta_su_plazo() -> None:
    enero, marzo = date(2024, 1, 1), date(2024, 3, 31)
    tarde = _una(cronograma.Suceso("A", enero, marzo, clase="vencido")).tarde
    prorroga = _una(cronograma.Suceso("A", enero, marzo, date(2024, 7, 1))).prorroga
    assert tarde == prorroga
    assert tarde is not None


def test_un_anio_se_parte_en_meses_y_varios_en_lo_que_quepa() -> None:
    def rotulos(hasta: date) -> list[str]:
        t = cronograma.dibujar("Uno", [cronograma.Suceso("A", date(2024, 1, 1), hasta)], date(2024, 2, 1))
        assert t is not None
        return [r.texto for r in t.rotulos if r.clase != "corto"]

    assert rotulos(date(2024, 12, 31))[:3] == ["ene", "feb", "mar"]
    assert rotulos(date(2025, 6, 30)) == ["ene 2024", "abr 2024", "jul 2024", "oct 2024", "ene 2025", "abr 2025"]
    assert rotulos(date(2028, 6, 30)) == ["2024", "2025", "2026", "2027", "2028"]


# --- calendario --------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(dias, st.sampled_from(list(calendario.SUERTES))), max_size=30), dias)
def test_cada_dia_del_anio_esta_una_vez_en_el_calendario(sesiones: list[tuple[date, str]], hoy: date) -> None:
    t = calendario.dibujar("Uno", 2024, sesiones, hoy)
    lugares = [(m.nombre, int(x), int(y)) for m in t.meses for x, y in re.findall(r"M(\d+) (\d+)h0", m.dias)]
    lugares += [(m.nombre, c.x, c.y) for m in t.meses for c in m.citas]
    assert len(lugares) == len(set(lugares)) == 366
    for _, x, y in lugares:
        assert calendario.RADIO <= x <= calendario.ANCHO_DE_MES - calendario.RADIO
        assert y <= calendario.ALTO_DE_MES - calendario.RADIO
    assert sum(cuantas for *_, cuantas in t.leyenda) == sum(1 for dia, _ in sesiones if dia.year == 2024)


def test_la_semana_empieza_en_domingo_y_hoy_se_senala() -> None:
    t = calendario.dibujar("Uno", 2024, [(date(2024, 9, 1), "celebrada")], date(2024, 9, 7))
    cita = t.meses[8].citas[0]  # el 1 de septiembre de 2024 fue domingo; el 7, sábado
    assert (cita.x, t.meses[8].hoy) == (11, (11 + 6 * calendario.PASO, cita.y))
    assert t.meses[8].descripcion == "1, celebrada."
    assert t.meses[0].descripcion == "Sin sesiones."


def test_de_dos_sesiones_en_un_dia_se_dicen_las_dos() -> None:
    dia = date(2024, 3, 5)
    t = calendario.dibujar("Uno", 2024, [(dia, "cancelada"), (dia, "celebrada")], dia)
    assert t.meses[2].descripcion == "5, cancelada y celebrada."
    assert [c.suerte for c in t.meses[2].citas] == ["celebrada"]


# --- organigrama -------------------------------------------------------------------------------------------------

cargos = st.builds(organigrama.Cargo, textos, st.lists(textos, max_size=4).map(tuple), st.just("institucion"))
planteles = st.builds(
    organigrama.Plantel,
    st.lists(cargos, min_size=1, max_size=3).map(tuple),
    st.lists(cargos.map(lambda c: c._replace(clase="apoyo")), max_size=2).map(tuple),
    st.lists(cargos, max_size=14).map(tuple),
    st.lists(cargos, max_size=5).map(tuple),
)


@given(planteles)
def test_un_organigrama_no_se_sale_de_su_lamina_ni_encima_cajas(plantel: organigrama.Plantel) -> None:
    t = organigrama.dibujar("Uno", "Dos", plantel)
    for lamina, ancho in ((t.ancha, organigrama.HOLGADO), (t.estrecha, medida.ANCHO)):
        assert lamina.ancho == ancho
        assert len(lamina.cajas) == sum(map(len, plantel))
        for caja in lamina.cajas:
            assert caja.x >= 0
            assert caja.x + caja.ancho <= lamina.ancho
            assert caja.y + caja.alto <= lamina.alto
            for r in caja.renglones:
                assert caja.y < r.y < caja.y + caja.alto
                assert r.x + medida.largo(r.texto, 13) <= caja.x + caja.ancho
        for i, una in enumerate(lamina.cajas):
            for otra in lamina.cajas[i + 1 :]:
                junto = una.x < otra.x + otra.ancho and otra.x < una.x + una.ancho
                assert not (junto and una.y < otra.y + otra.alto and otra.y < una.y + una.alto)


# --- luces -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("escrito", "clase"),
    [("rojo", "rojo"), ("Ámbar", "otro"), ("VERDE", "verde"), ('"><script>', "otro"), ("", "otro")],
)
def test_solo_se_pintan_los_colores_que_la_hoja_de_estilo_conoce(escrito: str, clase: str) -> None:
    assert color(escrito) == clase


def test_una_forma_que_no_se_sabe_dibujar_es_un_cuadrado() -> None:
    assert {forma(f) for f in (*CONTORNOS, "estrella", "Triángulo")} == set(CONTORNOS)
