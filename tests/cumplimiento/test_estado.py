"""Cómo está una mesa con un requisito: según lo que las reglas hallaron, y lo que hay para mirar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.cumplimiento import Estado, Requisito, Tablero, tablero
from mesgepret.diagnostico import Diagnostico, Gravedad, Justificacion, Ubicacion
from tests.conftest import leer_recursos, revisar_sobre_base

if TYPE_CHECKING:
    from mesgepret.expediente import Expediente

CONVOCAR = Requisito("R81", "CON", "t", "t.", ("regla",), True, ("convocatoria.enviada.fecha",), ("C102", "C104"))
INFORMAR = Requisito("R49", "PRO7", "t", "t.", ("regla",), True, ("informe.fecha",), ("D107",))
NOMBRAR = Requisito("R10", "ANT", "t", "t.", ("dato",), False, ("limitantes.limitantes.estrategias",))
EJES = Requisito("R37", "ORG", "t", "t.", ("regla",), True, ("ejes.ejes.id",), ("M104",))
CONVOCATORIA = Ubicacion("mesas/salud/convocatorias/2024-03-21.yaml", 5, 1)
TARDE = Diagnostico(CONVOCATORIA, "C102", "tarde", Gravedad.INCUMPLIMIENTO)
EXPLICADO = Diagnostico(
    CONVOCATORIA, "C102", "tarde", Gravedad.INCUMPLIMIENTO, justificacion=Justificacion("m", "a", "2024-03-22")
)
NO_HABILES = Diagnostico(CONVOCATORIA, "C104", "no hábiles", Gravedad.ALERTA)


def expediente() -> Expediente:
    hallado = revisar_sobre_base({}).expediente
    assert hallado is not None
    return hallado


def estado(requisito: Requisito, *hallazgos: Diagnostico, mesa: str = "salud") -> Estado:
    return tablero(expediente(), hallazgos, [requisito]).estados[requisito.id][mesa]


def test_sin_hallazgos_y_con_que_mirar_cumple() -> None:
    assert estado(CONVOCAR) is Estado.CUMPLE


def test_un_incumplimiento_sin_explicar_pesa_mas_que_todo_lo_demas() -> None:
    assert estado(CONVOCAR, EXPLICADO, NO_HABILES, TARDE) is Estado.INCUMPLE


def test_explicados_todos_queda_justificado_y_una_alerta_sola_por_ver() -> None:
    assert estado(CONVOCAR, EXPLICADO, NO_HABILES) is Estado.JUSTIFICADO
    assert estado(CONVOCAR, NO_HABILES) is Estado.POR_VER


def test_de_lo_que_la_mesa_no_tiene_no_se_dice_que_cumpla() -> None:
    assert estado(INFORMAR) is Estado.NO_COMPROBABLE


def test_lo_que_ninguna_regla_vigila_se_cumple_si_el_dato_consta() -> None:
    dato = Requisito("R79", "CON", "t", "t.", ("dato",), True, ("convocatoria.agenda.tema",))
    assert estado(NOMBRAR) is Estado.NO_COMPROBABLE
    assert estado(dato) is Estado.CUMPLE


def test_lo_que_es_de_todo_el_pais_no_se_carga_a_ninguna_mesa() -> None:
    assert list(tablero(expediente(), [], [EJES]).estados["R37"]) == [""]
    assert estado(EJES, mesa="") is Estado.CUMPLE


def test_lo_hallado_en_la_meta_de_una_institucion_es_de_la_mesa_de_su_sector() -> None:
    suelta = Diagnostico(Ubicacion("mcr/institucionales/sesal.yaml", 3, 1), "C102", "x", Gravedad.INCUMPLIMIENTO)
    assert estado(CONVOCAR, suelta) is Estado.INCUMPLE


def test_cada_columna_esta_en_un_estado_y_la_cuenta_las_suma_todas() -> None:
    revision = revisar_sobre_base({})
    assert revision.expediente is not None
    requisitos = leer_recursos().requisitos
    hecho = tablero(revision.expediente, revision.hallazgos, requisitos.values())
    assert all(sum(hecho.cuenta(id).values()) == len(hecho.estados[id]) for id in requisitos)
    de_salud = hecho.de_mesa("salud")
    assert sum(map(len, de_salud.values())) == sum(1 for columnas in hecho.estados.values() if "salud" in columnas)


def test_las_mesas_de_un_requisito_van_de_la_que_pide_atencion_a_la_que_no() -> None:
    hecho = Tablero({"R81": {"a": Estado.NO_COMPROBABLE, "b": Estado.CUMPLE, "c": Estado.INCUMPLE}}, {})
    assert hecho.por_atencion("R81") == ["c", "b", "a"]
