"""De un acuerdo y lo que se dijo de él a cómo está un día."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mesgepret.evaluacion import Situacion, situacion
from tests.expediente.test_enlace import enlazar

if TYPE_CHECKING:
    from mesgepret.expediente import Expediente

ACUERDO = "SALUD-2024-03-21-A1"
"""El acuerdo de la organización pequeña que vence el 30 de junio de 2024."""


def acta(*entradas: str, estado: str = "definitiva", nivel: str = "tecnico", acuerdos: str = "") -> str:
    """Un acta con unas entradas de seguimiento sobre el acuerdo."""
    lineas = "".join(f"  - {{sobre: {ACUERDO}, {entrada}}}\n" for entrada in entradas)
    seguimiento = f"seguimiento:\n{lineas}" if lineas else ""
    return f"estado: {estado}\nnivel: {nivel}\n{acuerdos}{seguimiento}"


def entre_sesiones(*entradas: str) -> str:
    lineas = "".join(f"  - {{sobre: {ACUERDO}, {entrada}}}\n" for entrada in entradas)
    return f"registra: luis-mejia\nseguimiento:\n{lineas}"


def expediente_con(**documentos: str) -> Expediente:
    """Actas por fecha («acta_2024_05_16») y seguimientos («nota_2024_05_20») sobre la organización pequeña."""
    carpetas = {"acta": "actas", "nota": "seguimiento"}
    return enlazar({
        f"mesas/salud/{carpetas[nombre[:4]]}/{nombre[5:].replace('_', '-')}.yaml": yaml
        for nombre, yaml in documentos.items()
    })  # fmt: skip


def ver(expediente: Expediente, dia: str, *, borradores: bool = True) -> Situacion:
    return situacion(expediente.acuerdos[ACUERDO], date.fromisoformat(dia), borradores=borradores)


def test_sin_noticias_esta_pendiente() -> None:
    vista = ver(expediente_con(), "2024-04-10")
    assert (vista.estado, vista.abierto, vista.vencido, vista.avance) == ("pendiente", True, False, None)
    assert vista.plazo == vista.plazo_original == date(2024, 6, 30)


@pytest.mark.parametrize(
    ("dia", "atraso"), [("2024-06-29", 0), ("2024-06-30", 0), ("2024-07-01", 1), ("2024-07-30", 30)],
    ids=["la víspera no está vencido", "el día del plazo no está vencido", "al día siguiente sí", "un mes después"],
)  # fmt: skip
def test_vence_al_dia_siguiente_de_su_plazo(dia: str, atraso: int) -> None:
    vista = ver(expediente_con(), dia)
    assert (vista.atraso, vista.vencido) == (atraso, atraso > 0)


def test_en_proceso_desde_el_dia_en_que_se_dice() -> None:
    expediente = expediente_con(acta_2024_05_16=acta("estado: en_proceso, avance: 40"))
    assert ver(expediente, "2024-05-15").estado == "pendiente"
    vista = ver(expediente, "2024-05-16")
    assert (vista.estado, str(vista.avance), vista.provisional) == ("en_proceso", "40", False)
    assert ver(expediente, "2024-07-01").vencido


@pytest.mark.parametrize("estado", ["cumplido", "sin_efecto"])
def test_lo_cerrado_no_vence(estado: str) -> None:
    vista = ver(expediente_con(acta_2024_05_16=acta(f"estado: {estado}")), "2025-01-01")
    assert (vista.estado, vista.abierto, vista.vencido) == (estado, False, False)


def test_lo_que_se_reabre_vuelve_a_vencer() -> None:
    expediente = expediente_con(acta_2024_05_16=acta("estado: cumplido"), acta_2024_08_01=acta("estado: en_proceso"))
    assert not ver(expediente, "2024-07-31").abierto
    assert ver(expediente, "2024-08-01").atraso == 32


def test_dos_reprogramaciones_se_cuentan_y_rige_la_ultima() -> None:
    expediente = expediente_con(
        acta_2024_05_16=acta("estado: en_proceso, nuevo_plazo: 2024-08-31, motivo: licitación"),
        acta_2024_08_15=acta("estado: en_proceso, nuevo_plazo: 2024-10-15, motivo: huelga"),
    )
    vista = ver(expediente, "2024-10-16")
    assert [str(e.nuevo_plazo) for e in vista.reprogramaciones] == ["2024-08-31", "2024-10-15"]
    assert (vista.plazo, vista.plazo_original, vista.atraso) == (date(2024, 10, 15), date(2024, 6, 30), 1)
    antes = ver(expediente, "2024-08-01")
    assert (antes.plazo, len(antes.reprogramaciones), antes.vencido) == (date(2024, 8, 31), 1, False)


def test_el_ultimo_avance_dicho_vale_aunque_la_ultima_entrada_no_lo_diga() -> None:
    expediente = expediente_con(
        acta_2024_05_16=acta("estado: en_proceso, avance: 40"), nota_2024_06_01=entre_sesiones("estado: en_proceso")
    )
    assert ver(expediente, "2024-06-01").avance == 40


def test_el_seguimiento_va_por_fecha_sin_mirar_en_que_archivo_esta() -> None:
    expediente = expediente_con(
        nota_2024_06_01=entre_sesiones("estado: en_proceso, comentario: tercera"),
        acta_2024_05_16_2=acta("estado: en_proceso, comentario: segunda"),
        acta_2024_05_16=acta("estado: pendiente, comentario: primera", "estado: en_proceso, comentario: y media"),
        acta_2024_06_20=acta("estado: cumplido, comentario: quinta"),
        nota_2024_06_20=entre_sesiones("estado: en_proceso, comentario: del mismo día va después del acta"),
    )
    assert [e.comentario for e in expediente.acuerdos[ACUERDO].entradas] == [
        "primera", "y media", "segunda", "tercera", "quinta", "del mismo día va después del acta",
    ]  # fmt: skip
    assert ver(expediente, "2024-06-20").estado == "en_proceso"


def test_lo_de_un_borrador_es_provisional_y_se_puede_apartar() -> None:
    expediente = expediente_con(acta_2024_05_16=acta("estado: en_proceso, nuevo_plazo: 2024-09-30", estado="borrador"))
    vista = ver(expediente, "2024-05-20")
    assert (vista.estado, vista.provisional, vista.plazo) == ("en_proceso", True, date(2024, 9, 30))
    firme = ver(expediente, "2024-05-20", borradores=False)
    assert (firme.estado, firme.provisional, firme.plazo) == ("pendiente", False, date(2024, 6, 30))


def test_lo_de_entre_sesiones_no_es_provisional() -> None:
    assert not ver(expediente_con(nota_2024_05_20=entre_sesiones("estado: en_proceso")), "2024-05-20").provisional


def test_una_errata_corrige_el_plazo_desde_el_acta_que_la_trae() -> None:
    cambio = "campo: plazo, dice: 2024-06-30, debe_decir: 2024-07-30, motivo: dedo"
    errata = f"fe_de_erratas:\n  - {{sobre: {ACUERDO}, {cambio}}}\n"
    expediente = expediente_con(acta_2024_05_16=acta(acuerdos=errata))
    assert ver(expediente, "2024-05-15").plazo_original == date(2024, 6, 30)
    assert ver(expediente, "2024-05-16").plazo_original == date(2024, 7, 30)
    assert ver(expediente, "2024-05-16").reprogramaciones == ()


PENDIENTE = "SALUD-2024-04-02-A1"
POR_APROBAR = "acuerdos:\n  - {id: A1, texto: Subir la meta, plazo: 2024-04-30, requiere_aprobacion: politico}\n"


def resolver(resolucion: str) -> str:
    resuelve = f"[{{sobre: {PENDIENTE}, resolucion: {resolucion}}}]"
    return f"acuerdos:\n  - {{id: A1, texto: Se resuelve, resuelve: {resuelve}}}\n"


def ver_pendiente(dia: str, **actas: str) -> Situacion:
    expediente = expediente_con(acta_2024_04_02=acta(acuerdos=POR_APROBAR), **actas)
    return situacion(expediente.acuerdos[PENDIENTE], date.fromisoformat(dia))


def test_lo_que_espera_al_nivel_politico_no_surte_efecto_ni_vence() -> None:
    vista = ver_pendiente("2024-12-31")
    assert (vista.estado, vista.abierto, vista.vencido) == ("por_aprobar", True, False)


@pytest.mark.parametrize(
    ("resolucion", "estado", "atraso"),
    [("aprobado", "pendiente", 20), ("rechazado", "rechazado", 0), ("devuelto", "devuelto", 0)],
)
def test_el_nivel_politico_aprueba_rechaza_o_devuelve(resolucion: str, estado: str, atraso: int) -> None:
    actas = {"acta_2024_05_16": acta(nivel="politico", acuerdos=resolver(resolucion))}
    assert ver_pendiente("2024-05-15", **actas).estado == "por_aprobar"
    vista = ver_pendiente("2024-05-20", **actas)
    assert (vista.estado, vista.atraso) == (estado, atraso)


def test_una_sesion_conjunta_tambien_resuelve() -> None:
    assert (
        ver_pendiente("2024-05-20", acta_2024_05_16=acta(nivel="conjunta", acuerdos=resolver("aprobado"))).estado
        == "pendiente"
    )


def test_el_nivel_tecnico_no_aprueba() -> None:
    assert ver_pendiente("2024-05-20", acta_2024_05_16=acta(acuerdos=resolver("aprobado"))).estado == "por_aprobar"


def test_un_borrador_no_aprueba() -> None:
    borrador = acta(estado="borrador", nivel="politico", acuerdos=resolver("aprobado"))
    assert ver_pendiente("2024-05-20", acta_2024_05_16=borrador).estado == "por_aprobar"


def test_lo_devuelto_puede_aprobarse_despues() -> None:
    vista = ver_pendiente(
        "2024-07-01",
        acta_2024_05_16=acta(nivel="politico", acuerdos=resolver("devuelto")),
        acta_2024_06_13=acta(nivel="politico", acuerdos=resolver("aprobado")),
    )
    assert vista.estado == "pendiente"


def test_una_actividad_del_plan_vence_como_un_acuerdo() -> None:
    expediente = expediente_con(nota_2024_03_01=entre_sesiones("estado: en_proceso").replace(ACUERDO, "SALUD-P2024-A2"))
    actividad = expediente.mesas["salud"].planes[0].actividades[1]
    assert situacion(actividad, date(2024, 6, 30)).atraso == 0
    vista = situacion(actividad, date(2024, 7, 1))
    assert (vista.estado, vista.plazo, vista.atraso) == ("en_proceso", date(2024, 6, 30), 1)
