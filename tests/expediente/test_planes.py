"""De un plan, un curso y un miembro a lo que se pregunta de ellos cada día."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.conftest import leer_base, revisar_sobre_base

if TYPE_CHECKING:
    from mesgepret.expediente import Expediente, Institucion

LIMITANTES = "mesas/salud/limitantes.yaml"


def enlazar(cambios: dict[str, str | bytes | None]) -> Expediente:
    """El expediente de la organización pequeña con unos archivos encima."""
    expediente = revisar_sobre_base(cambios).expediente
    assert expediente is not None
    return expediente


@pytest.mark.parametrize(
    ("vigencias", "esperado"),
    [
        ("desde: 2024-01-08", None),
        ("desde: 2024-02-10", "2024-02-01"),
        ("desde: 2024-01-08, hasta: 2024-02-29", "2024-03-01"),
        ("desde: 2024-01-08, hasta: 2024-03-31", None),
        ("desde: 2024-01-08, hasta: 2024-02-29}\n  - {B, desde: 2024-03-01", None),
        ("desde: 2024-01-08, hasta: 2024-02-29}\n  - {B, desde: 2024-03-05", "2024-03-01"),
    ],
)
def test_un_miembro_responde_los_dias_en_que_alguna_acreditacion_suya_rige(vigencias: str, esperado: str) -> None:
    ruta = "mesas/salud/miembros/arsa.yaml"
    suya = "id: juan-coto, nombre: Juan Coto, cargo: Director, nivel: tecnico, papel: upgret"
    texto = f"acreditaciones:\n  - {{A, {vigencias}}}\n".replace("{A,", f"{{{suya},").replace("{B,", f"{{{suya},")
    miembro = enlazar({ruta: texto}).mesas["salud"].miembros["juan-coto"]
    dia = miembro.sin_acreditar(date(2024, 2, 1), date(2024, 3, 31))
    assert dia == (date.fromisoformat(esperado) if esperado else None)


def test_una_institucion_toma_parte_por_su_sector_por_acreditar_a_alguien_o_por_ser_rectora_de_un_tema() -> None:
    def integra(expediente: Expediente, id: str) -> bool:
        institucion: Institucion = expediente.instituciones[id]
        return expediente.mesas["salud"].integra(institucion, date(2024, 3, 1))

    catalogo = "instituciones:\n" + "".join(
        f"  - {{id: {id}, sigla: {id.upper()}, nombre: {id}, {suyo}fuente: ejemplo}}\n"
        for id, suyo in (
            ("sesal", "sectores: [salud], "),
            ("arsa", "sectores: [salud], "),
            ("stlcc", ""),
            ("ine", ""),
            ("semujer", ""),
            ("sedh", ""),
        )
    )
    con_ine: dict[str, str | bytes | None] = {"mcr/instituciones.yaml": catalogo}
    assert integra(enlazar(con_ine), "arsa")
    assert integra(enlazar(con_ine), "stlcc")
    assert not integra(enlazar(con_ine), "ine")
    suya = "acreditaciones: [{id: eva-luz, nombre: Eva Luz, nivel: tecnico, desde: 2024-02-01}]\n"
    assert integra(enlazar({**con_ine, "mesas/salud/miembros/ine.yaml": suya}), "ine")


@pytest.mark.parametrize(
    ("curso", "seguimiento", "iniciado"),
    [
        ("inicio: 2024-04-10", "", True),
        ("inicio: 2024-04-11", "", False),
        ("fin: 2024-12-31", "", False),
        ("inicio: 2024-03-01", "pendiente", False),
        ("inicio: 2024-06-01", "en_proceso", True),
        ("inicio: 2024-06-01", "cumplido", True),
        ("inicio: 2024-03-01", "sin_efecto", False),
    ],
)
def test_un_curso_ha_empezado_si_lo_dice_su_seguimiento_y_si_no_su_fecha(
    curso: str, seguimiento: str, *, iniciado: bool
) -> None:
    texto = f"limitantes: [{{id: L1, titulo: x, estrategias: [{{id: E1, titulo: y, cursos: [{{id: C1, que: z, {curso}}}]}}]}}]\n"
    cambios: dict[str, str | bytes | None] = {LIMITANTES: texto}
    if seguimiento:
        dicho = f"registra: luis-mejia\nseguimiento: [{{sobre: SALUD-L1-E1-C1, estado: {seguimiento}}}]\n"
        cambios["mesas/salud/seguimiento/2024-04-05.yaml"] = dicho
    (limitante,) = enlazar(cambios).mesas["salud"].limitantes
    assert limitante.estrategias[0].cursos[0].iniciado(date(2024, 4, 10)) is iniciado


@pytest.mark.parametrize(
    ("estrategia", "sectorial"),
    [
        ("metas: [SALUD-M1]", True),
        ("metas: [SESAL-M1]", False),
        ("indicadores: [SALUD-M1-I1]", True),
        ("indicadores: [SESAL-M1-I1]", False),
        ("prioridad: 1", True),
    ],
)
def test_una_estrategia_es_del_sector_por_lo_que_busca_mejorar(estrategia: str, *, sectorial: bool) -> None:
    texto = (
        f"limitantes: [{{id: L1, titulo: x, ambito: sectorial, estrategias: [{{id: E1, titulo: y, {estrategia}}}]}}]\n"
    )
    (limitante,) = enlazar({LIMITANTES: texto}).mesas["salud"].limitantes
    assert limitante.estrategias[0].sectorial is sectorial


@pytest.mark.parametrize(
    ("acordada", "resuelve", "aprobada"),
    [
        ("", "", False),
        ("acordada_en: SALUD-2024-03-21", "", False),
        ("acordada_en: SALUD-2024-02-15", "", True),
        ("acordada_en: SALUD-2024-03-21-A1", "{sobre: SALUD-2024-03-21-A1, resolucion: aprobado}", True),
        ("acordada_en: SALUD-2024-03-21-A1", "{sobre: SALUD-2024-03-21-A1, resolucion: devuelto}", False),
        ("", "{sobre: SALUD-L1-E1, resolucion: aprobado}", True),
        ("", "{sobre: SALUD-L1-E1, resolucion: rechazado}", False),
    ],
)
def test_una_estrategia_la_aprueba_la_sesion_politica_que_la_acuerda_o_la_resuelve(
    acordada: str, resuelve: str, *, aprobada: bool
) -> None:
    acta = "mesas/salud/actas/2024-02-15.yaml"
    resto = f", {acordada}" if acordada else ""
    cambios: dict[str, str | bytes | None] = {
        LIMITANTES: f"limitantes: [{{id: L1, titulo: x, estrategias: [{{id: E1, titulo: y{resto}}}]}}]\n"
    }
    if resuelve:
        cambios[acta] = (
            leer_base()[acta].decode().replace("resolucion: aprobado}", f"resolucion: aprobado}}, {resuelve}")
        )
    (limitante,) = enlazar(cambios).mesas["salud"].limitantes
    assert limitante.estrategias[0].aprobada is aprobada


@pytest.mark.parametrize(
    ("tipo", "hecho"),
    [("ACT1", True), ("ACT2", True), ("ACT3", False), ("ACT4", False), ("ACT5", False), ("ACT6", False)],
)
def test_lo_hecho_consta_en_una_sesion_mientras_el_plan_rige(tipo: str, *, hecho: bool) -> None:
    (plan,) = enlazar({}).mesas["salud"].planes
    assert plan.planificada(tipo)
    assert plan.realizada(tipo) is hecho


def test_un_espacio_de_dialogo_y_la_revision_de_un_poa_prueban_su_actividad() -> None:
    espacio = b"espacios: [{fecha: 2024-03-07, metodologia: x, instrumentos: [y]}]\n"
    poa = "lineas: []\nrevision: {fecha: 2024-03-07, conclusion: x}\n"
    mesa = "mesas/salud/mesa.yaml"
    cambios: dict[str, str | bytes | None] = {mesa: leer_base()[mesa] + espacio}
    cambios["mesas/salud/poa/2024/sesal.yaml"] = poa
    (plan,) = enlazar(cambios).mesas["salud"].planes
    assert plan.realizada("ACT5")
    assert plan.realizada("ACT6")


def test_un_acta_nombra_una_limitante_por_su_id_y_no_por_el_comienzo_de_otro() -> None:
    ruta = "mesas/salud/actas/2024-03-21.yaml"
    texto = leer_base()[ruta].decode().replace("según lo programado", "pese a SALUD-L12-E1")
    acta = enlazar({ruta: texto}).sesiones["SALUD-2024-03-21"].acta
    assert acta is not None
    assert acta.nombra("SALUD-L12")
    assert not acta.nombra("SALUD-L1")
