"""Quién rige cada día: el primero y el último cuentan, y quien se fue sigue constando."""

from __future__ import annotations

from datetime import date

import pytest

from mesgepret.expediente import ConVigencia, Expediente
from mesgepret.lectura import leer
from tests.expediente.test_enlace import enlazar


class Cargo(ConVigencia):
    """Algo que rige un tiempo."""


def cargo(yaml: str) -> Cargo:
    documento = leer("x.yaml", yaml.encode()).documento
    assert documento is not None
    return Cargo(documento, (), documento.datos)


@pytest.mark.parametrize(
    ("dia", "rige"),
    [("2024-01-09", False), ("2024-01-10", True), ("2024-06-30", True), ("2024-07-01", False)],
    ids=["la víspera no", "el primer día sí", "el último día sí", "al día siguiente no"],
)
def test_rige_del_primer_dia_al_ultimo_los_dos_incluidos(dia: str, rige: bool) -> None:
    assert cargo("desde: 2024-01-10\nhasta: 2024-06-30\n").vigente(date.fromisoformat(dia)) is rige


def test_sin_hasta_sigue_rigiendo_y_sin_desde_regia_ya() -> None:
    assert cargo("desde: 2024-01-10\n").vigente(date(2099, 1, 1))
    assert cargo("hasta: 2024-01-10\n").vigente(date(1999, 1, 1))


@pytest.mark.parametrize(
    ("una", "otra", "coinciden"),
    [
        ("{desde: 2024-01-01, hasta: 2024-03-31}", "{desde: 2024-03-31}", True),
        ("{desde: 2024-01-01, hasta: 2024-03-30}", "{desde: 2024-03-31}", False),
        ("{desde: 2024-01-01}", "{desde: 2030-01-01}", True),
        ("{hasta: 2024-01-01}", "{desde: 2024-01-02, hasta: 2024-02-01}", False),
    ],
)
def test_dos_coinciden_si_algun_dia_rigen_las_dos(una: str, otra: str, coinciden: bool) -> None:
    assert cargo(una).coincide(cargo(otra)) is coinciden
    assert cargo(otra).coincide(cargo(una)) is coinciden


MIEMBROS = """\
acreditaciones:
  - {id: ana-lopez, nombre: Ana López, cargo: Ministra, nivel: politico, desde: 2024-01-08}
  - {id: luis-mejia, nombre: Luis Mejía, cargo: Director, nivel: tecnico, desde: 2024-01-08, hasta: 2024-02-29}
  - {id: luis-mejia, nombre: Luis Mejía Paz, cargo: Asesor, nivel: politico, desde: 2024-03-01}
"""


@pytest.fixture(scope="module")
def expediente() -> Expediente:
    return enlazar({"mesas/salud/miembros/sesal.yaml": MIEMBROS})


def test_una_persona_con_dos_acreditaciones_es_una_y_cada_dia_tiene_la_suya(expediente: Expediente) -> None:
    luis = expediente.mesas["salud"].miembros["luis-mejia"]
    assert luis.nombre == "Luis Mejía Paz"
    assert [a.nivel for a in luis.vigentes(date(2024, 2, 29))] == ["tecnico"]
    assert [a.nivel for a in luis.vigentes(date(2024, 3, 1))] == ["politico"]
    assert luis.vigentes(date(2024, 3, 1), "tecnico") == []
    assert [i.id for i in luis.instituciones(date(2024, 2, 1))] == ["sesal"]


def test_los_acreditados_de_un_dia_son_los_de_ese_dia(expediente: Expediente) -> None:
    mesa = expediente.mesas["salud"]
    assert {a.id for a in mesa.acreditados(date(2024, 2, 1), "tecnico")} == {"luis-mejia", "juan-coto"}
    assert {a.id for a in mesa.acreditados(date(2024, 4, 1), "tecnico")} == {"juan-coto"}
    assert mesa.acreditados(date(2023, 1, 1)) == ()


def test_una_institucion_es_de_la_mesa_mientras_existe() -> None:
    instituciones = (
        "instituciones:\n  - {id: sesal, sigla: SESAL, nombre: Salud, sectores: [salud]}\n"
        "  - {id: arsa, sigla: ARSA, nombre: Regulación, sectores: [salud], vigencia: {hasta: 2024-01-31}}\n"
    )
    mesa = enlazar({"mcr/instituciones.yaml": instituciones}).mesas["salud"]
    assert [i.id for i in mesa.instituciones(date(2024, 1, 31))] == ["sesal", "arsa"]
    assert [i.id for i in mesa.instituciones(date(2024, 2, 1))] == ["sesal"]


def test_la_coordinacion_de_un_dia_es_la_que_rige_ese_dia(expediente: Expediente) -> None:
    mesa = expediente.mesas["salud"]
    assert [c.miembro.id for c in mesa.coordina("tecnico", date(2024, 1, 22))] == ["luis-mejia"]
    assert mesa.coordina("tecnico", date(2024, 1, 21)) == []
