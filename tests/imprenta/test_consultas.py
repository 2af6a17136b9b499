"""Lo que las páginas preguntan: acuerdos que tocan a alguien, resoluciones, hallazgos de cada pieza."""

from __future__ import annotations

from mesgepret.diagnostico import Diagnostico, Gravedad, Ubicacion
from mesgepret.evaluacion.situacion import CERRADOS, EN_ESPERA
from mesgepret.imprenta.consultas import ESTADOS, Consultas, anticipacion
from tests.conftest import leer_base, revisar_sobre_base

ACTA = "mesas/salud/actas/2024-03-21.yaml"


def _consultas(*hallazgos: Diagnostico, interno: bool = False, **cambios: str) -> Consultas:
    expediente = revisar_sobre_base({ACTA: cambios["acta"]} if "acta" in cambios else {}).expediente
    assert expediente is not None
    return Consultas(expediente, hallazgos, {}, interno=interno)


def _hallazgo(archivo: str, linea: int = 1, sobre: str = "") -> Diagnostico:
    return Diagnostico(Ubicacion(archivo, linea, 1), "S999", "algo", Gravedad.ALERTA, sobre=sobre)


def test_los_acuerdos_de_una_institucion_son_los_suyos_y_los_de_quien_ella_acredita() -> None:
    consultas = _consultas()
    e = consultas.expediente
    assert [a.id for a in consultas.acuerdos_de(e.instituciones["sesal"])] == [
        "SALUD-2024-02-15-A1",
        "SALUD-2024-03-21-A1",
    ]
    assert [a.id for a in consultas.acuerdos_de(e.instituciones["arsa"])] == ["SALUD-2024-02-15-A1"]
    assert consultas.acuerdos_de(e.instituciones["stlcc"]) == []


def test_los_acuerdos_de_una_meta_y_de_una_mesa() -> None:
    consultas = _consultas()
    e = consultas.expediente
    assert [a.id for a in consultas.acuerdos_de(e.metas["SALUD-M1"])] == ["SALUD-2024-02-15-A1", "SALUD-2024-03-21-A1"]
    assert consultas.acuerdos_de(e.mesas["salud"]) == consultas.acuerdos == list(e.acuerdos.values())


def test_lo_que_un_borrador_resuelve_no_cuenta_fuera_de_casa() -> None:
    acta = leer_base()[ACTA].decode().replace("estado: definitiva", "estado: borrador")
    acta = acta.replace("decision: {forma: consenso}", "resuelve: [{sobre: SESAL-M1, resolucion: aprobado}]")
    for interno, cuantas in ((False, 0), (True, 1)):
        consultas = _consultas(interno=interno, acta=acta)
        assert len(consultas.resoluciones(consultas.expediente.metas["SESAL-M1"])) == cuantas
        assert len(consultas.acuerdos) == 1 + cuantas


def test_de_un_borrador_solo_se_dice_que_lo_es() -> None:
    acta = leer_base()[ACTA].decode().replace("estado: definitiva", "estado: borrador")
    en_el_estado, en_otra_linea = _hallazgo(ACTA, 1), _hallazgo(ACTA, 5)
    en_el_estado = Diagnostico(Ubicacion(ACTA, 1, 9), "A103", "lleva mucho", Gravedad.ALERTA)
    assert _consultas(en_el_estado, en_otra_linea, acta=acta).hallazgos == [en_el_estado]
    assert _consultas(en_el_estado, en_otra_linea, acta=acta, interno=True).hallazgos == [en_el_estado, en_otra_linea]


def test_lo_privado_no_se_dice_fuera_de_casa() -> None:
    privado = _hallazgo("privado/contactos/salud.yaml")
    assert _consultas(privado).hallazgos == []
    assert _consultas(privado, interno=True).hallazgos == [privado]


def test_los_hallazgos_de_una_pieza_son_los_de_sus_lineas_y_los_que_la_nombran() -> None:
    e = revisar_sobre_base({}).expediente
    assert e is not None
    acuerdo = e.acuerdos["SALUD-2024-03-21-A1"]
    dentro = _hallazgo(ACTA, acuerdo.en("plazo").linea)
    fuera = _hallazgo(ACTA, acuerdo.padre.en("distribucion").linea)
    sobre = _hallazgo("mesas/salud/actas/2024-02-15.yaml", 1, acuerdo.id)
    consultas = Consultas(e, [fuera, dentro, sobre], {}, interno=False)
    assert consultas.hallazgos_de(acuerdo) == [dentro, sobre]
    assert consultas.hallazgos_de(acuerdo.acta) == [fuera, dentro]
    assert consultas.hallazgos_de(e.mesas["salud"]) == [fuera, dentro, sobre]


def test_los_hallazgos_de_una_institucion_son_los_de_sus_archivos_y_su_ficha() -> None:
    e = revisar_sobre_base({}).expediente
    assert e is not None
    arsa = e.instituciones["arsa"]
    suyos = [
        _hallazgo(f"{ruta}/arsa.yaml") for ruta in ("mcr/institucionales", "mcr/avances/2024", "mesas/salud/miembros")
    ]
    ficha = _hallazgo("mcr/instituciones.yaml", arsa.en().linea)
    ajeno = _hallazgo("mcr/institucionales/sesal.yaml")
    consultas = Consultas(e, [ficha, ajeno, *suyos], {}, interno=False)
    assert consultas.hallazgos_de(arsa) == [*suyos, ficha]


def test_la_anticipacion_no_cuenta_el_dia_del_envio() -> None:
    e = revisar_sobre_base({}).expediente
    assert e is not None
    convocatoria = e.sesiones["SALUD-2024-03-21"].convocatoria
    assert convocatoria is not None
    assert anticipacion(convocatoria) == 9


def test_se_cuentan_todos_los_estados_que_hay() -> None:
    assert {"pendiente", "en_proceso", *CERRADOS, *EN_ESPERA} == set(ESTADOS)
    consultas = _consultas()
    cuentas = consultas.por_estado(consultas.acuerdos)
    assert [cuenta.estado for cuenta in cuentas] == list(ESTADOS)
    assert sum(cuenta.cuantos for cuenta in cuentas) == len(consultas.acuerdos)


def test_los_acuerdos_vencidos_van_del_peor_al_mejor() -> None:
    acta = leer_base()[ACTA].decode().replace("plazo: 2024-06-30", "plazo: 2024-04-01")
    acta = acta.replace("estado: cumplido, avance: 100", "estado: en_proceso")
    consultas = _consultas(acta=acta)
    assert [a.id for a in consultas.vencidos(consultas.acuerdos)] == ["SALUD-2024-02-15-A1", "SALUD-2024-03-21-A1"]
    assert len(consultas.abiertos(consultas.acuerdos)) == 2
