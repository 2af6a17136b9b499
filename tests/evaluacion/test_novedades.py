"""De un expediente a lo que cambió en su último trimestre."""

from __future__ import annotations

from datetime import date

from mesgepret.evaluacion.novedades import novedades
from tests.evaluacion.test_alertas import ABRIL, MARZO, acta, cifra, expediente_al

ACUERDO = "SALUD-2024-03-21-A1"
"""Vence el 30 de junio de 2024."""

CUMPLE = f"seguimiento: [{{sobre: {ACUERDO}, estado: cumplido, evidencia: [{{titulo: Lista, archivo: lista.pdf}}]}}]\n"


def test_va_del_corte_del_trimestre_anterior_al_de_hoy() -> None:
    n = novedades(expediente_al("2024-04-10"), borradores=True)
    assert (n.desde, n.hasta) == (date(2023, 12, 31), date(2024, 4, 10))
    assert [a.doc.archivo for a in n.sesiones] == ["mesas/salud/actas/2024-02-15.yaml", MARZO]
    assert {a.acta.fecha for a in n.tomados} == {date(2024, 2, 15), date(2024, 3, 21)}


def test_lo_que_se_cumplio_despues_del_corte_anterior_es_novedad_y_lo_de_antes_no() -> None:
    cambios: dict[str, str | bytes | None] = {ABRIL: acta(CUMPLE)}
    assert ACUERDO in [a.id for a in novedades(expediente_al("2024-06-30", cambios), borradores=True).cumplidos]
    assert ACUERDO not in [a.id for a in novedades(expediente_al("2024-10-10", cambios), borradores=True).cumplidos]


def test_un_acuerdo_vence_en_el_trimestre_en_que_paso_su_plazo() -> None:
    assert ACUERDO not in [a.id for a in novedades(expediente_al("2024-06-30"), borradores=True).vencidos]
    assert ACUERDO in [a.id for a in novedades(expediente_al("2024-07-01"), borradores=True).vencidos]
    assert ACUERDO not in [a.id for a in novedades(expediente_al("2024-12-31"), borradores=True).vencidos]


def test_lo_que_dice_un_borrador_no_es_novedad_publica() -> None:
    cambios: dict[str, str | bytes | None] = {ABRIL: acta(CUMPLE, "borrador")}
    expediente = expediente_al("2024-06-30", cambios)
    assert ACUERDO in [a.id for a in novedades(expediente, borradores=True).cumplidos]
    assert ACUERDO not in [a.id for a in novedades(expediente, borradores=False).cumplidos]


def test_se_dicen_las_metas_que_cambiaron_de_luz_o_de_estado_y_ninguna_mas() -> None:
    n = novedades(expediente_al("2024-04-10"), borradores=True)
    assert [(c.ahora.meta.id, c.antes.estado, c.ahora.estado) for c in n.luces] == [
        (id, "aun_no_exigible", "calculado") for id in ("ARSA-M1", "SALUD-M1", "SESAL-M1")
    ]


def test_primero_van_las_que_pasaron_de_un_color_a_otro_y_la_peor_antes() -> None:
    a_rojo = {
        **cifra("T1", "valor: 66, estado: definitivo, fecha_corte: 2024-03-31, fuente: x"),
        **cifra("T2", "valor: 1, estado: definitivo, fecha_corte: 2024-06-30, fuente: x"),
    }
    (primera, *_) = novedades(expediente_al("2024-07-20", a_rojo), borradores=True).luces
    assert (primera.ahora.meta.id, primera.ahora.luz and primera.ahora.luz.color) == ("ARSA-M1", "rojo")
