"""De dos fechas a los días que van de una a otra, hábiles o de calendario."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesgepret.evaluacion import contar_dias, feriados_de, ultimo_envio
from tests.expediente.test_enlace import enlazar

MORAZANICA = {date(2024, 10, dia): "Semana Morazánica" for dia in (2, 3, 4)}
FECHAS = st.dates(date(2022, 9, 1), date(2026, 12, 31))
FERIADOS = st.dictionaries(FECHAS, st.just("x"), max_size=30)


def test_no_cuenta_el_dia_del_envio_y_cuenta_el_de_la_reunion() -> None:
    cuenta = contar_dias(date(2024, 5, 13), date(2024, 5, 16))
    assert (cuenta.cuantos, str(cuenta)) == (3, "mar 14 de mayo (1), mié 15 (2), jue 16 (3)")


def test_los_habiles_saltan_el_fin_de_semana_y_los_feriados_y_lo_dicen() -> None:
    cuenta = contar_dias(date(2024, 9, 30), date(2024, 10, 8), MORAZANICA)
    assert cuenta.cuantos == 3
    assert str(cuenta) == (
        "mar 1 de octubre (1), mié 2 no (feriado: Semana Morazánica), jue 3 no (feriado: Semana Morazánica), "
        "vie 4 no (feriado: Semana Morazánica), sáb 5 no, dom 6 no, lun 7 (2), mar 8 (3)"
    )


def test_el_mes_se_nombra_cuando_cambia() -> None:
    assert str(contar_dias(date(2024, 4, 29), date(2024, 5, 2))) == "mar 30 de abril (1), mié 1 de mayo (2), jue 2 (3)"


@pytest.mark.parametrize("dias", [0, 1, 400], ids=["el mismo día", "un día después", "un año después"])
def test_lo_enviado_el_dia_de_la_reunion_o_despues_no_deja_ninguno(dias: int) -> None:
    cuenta = contar_dias(date(2024, 5, 16) + timedelta(days=dias), date(2024, 5, 16), {})
    assert (cuenta.dias, cuenta.cuantos, str(cuenta)) == ((), 0, "")


def test_un_feriado_en_sabado_se_llama_por_su_nombre() -> None:
    assert str(contar_dias(date(2024, 3, 29), date(2024, 3, 30), {date(2024, 3, 30): "Sábado Santo"})) == (
        "sáb 30 de marzo no (feriado: Sábado Santo)"
    )


@given(FECHAS, st.integers(0, 60), FERIADOS)
def test_los_habiles_son_los_de_calendario_que_no_son_sabado_domingo_ni_feriado(
    envio: date, dias: int, feriados: dict[date, str]
) -> None:
    reunion = envio + timedelta(days=dias)
    cuenta = contar_dias(envio, reunion, feriados)
    assert len(cuenta.dias) == contar_dias(envio, reunion).cuantos == dias
    assert [dia.fecha for dia in cuenta.dias] == [envio + timedelta(days=n + 1) for n in range(dias)]
    assert cuenta.cuantos == sum(d.fecha.weekday() < 5 and d.fecha not in feriados for d in cuenta.dias)


@given(FECHAS, st.integers(0, 60), st.integers(0, 60), FERIADOS)
def test_la_cuenta_de_dos_tramos_es_la_suma_de_las_dos(
    envio: date, antes: int, despues: int, feriados: dict[date, str]
) -> None:
    medio, fin = envio + timedelta(days=antes), envio + timedelta(days=antes + despues)
    partes = contar_dias(envio, medio, feriados).cuantos + contar_dias(medio, fin, feriados).cuantos
    assert contar_dias(envio, fin, feriados).cuantos == partes


@given(FECHAS, st.integers(1, 20), st.none() | FERIADOS)
def test_el_ultimo_envio_deja_los_dias_pedidos_y_un_dia_mas_tarde_ya_no(
    reunion: date, dias: int, feriados: dict[date, str] | None
) -> None:
    envio = ultimo_envio(reunion, dias, feriados)
    assert contar_dias(envio, reunion, feriados).cuantos == dias
    assert contar_dias(envio + timedelta(days=1), reunion, feriados).cuantos == dias - 1


@given(FECHAS, st.integers(0, 60), st.integers(1, 10), FERIADOS)
def test_con_tope_se_deja_de_contar_al_llegar(envio: date, dias: int, tope: int, feriados: dict[date, str]) -> None:
    reunion = envio + timedelta(days=dias)
    entera = contar_dias(envio, reunion, feriados).cuantos
    assert contar_dias(envio, reunion, feriados, tope=tope).cuantos == min(tope, entera)


def test_un_plazo_imposible_se_queda_en_el_primer_dia_del_calendario() -> None:
    assert ultimo_envio(date(2024, 5, 16), 999_999_999) == date.min


def test_los_feriados_salen_del_calendario_del_repositorio() -> None:
    assert feriados_de(enlazar({})) == {}
    feriados = "feriados:\n  - {fecha: 2024-04-14, nombre: Día de las Américas, fuente: x}\n"
    assert feriados_de(enlazar({"calendario/feriados.yaml": feriados})) == {date(2024, 4, 14): "Día de las Américas"}
