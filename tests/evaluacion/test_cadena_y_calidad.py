"""La cadena entera y la calidad de lo informado: lo que falta se dice, y lo que no se sabe no se inventa."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest

from mesgepret import compilador, deposito
from mesgepret.evaluacion import evaluar
from mesgepret.evaluacion.cadena import coberturas, hilos, suelto
from mesgepret.evaluacion.calidad import calidad
from mesgepret.evaluacion.cotejo import cotejos
from mesgepret.evaluacion.envio import reparos
from tests.conftest import RAIZ, leer_base, leer_recursos, revisar_sobre_base

if TYPE_CHECKING:
    from mesgepret.expediente import Expediente

SECTORIAL = "mcr/sectoriales/salud.yaml"
DE_SESAL = "mcr/avances/2024-T1/sesal.yaml"
POA = "mesas/salud/poa/2024/sesal.yaml"


@cache
def _pais() -> Expediente:
    expediente = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos()).expediente
    assert expediente is not None
    return expediente


def _con(archivo: str, antes: str = "", despues: str = "", texto: str = "") -> Expediente:
    escrito = texto or leer_base()[archivo].decode().replace(antes, despues)
    assert texto or antes in leer_base()[archivo].decode()
    expediente = revisar_sobre_base({archivo: escrito} if antes or texto else {}).expediente
    assert expediente is not None
    return expediente


def _base() -> Expediente:
    expediente = revisar_sobre_base({}).expediente
    assert expediente is not None
    return expediente


# --- la cadena ---------------------------------------------------------------------------------------------------


def test_una_cadena_completa_no_tiene_eslabones_vacios() -> None:
    (una,) = coberturas(_base())
    assert (una.meta.id, una.metas, una.indicadores, una.sin_decir) == ("PRES-M1", 4, 5, 0)
    assert [cuantos for _, cuantos in una.por_eslabon] == [1, 1, 1, 1, 1]
    assert una.vacios == []


def test_un_eslabon_que_nadie_mide_queda_vacio() -> None:
    (una,) = coberturas(_con("mcr/institucionales/arsa.yaml", "eslabon: proceso", "eslabon: producto"))
    assert [eslabon.id for eslabon in una.vacios] == ["proceso"]


def test_el_indicador_que_no_dice_su_eslabon_se_cuenta_aparte() -> None:
    (una,) = coberturas(_con("mcr/institucionales/arsa.yaml", "        eslabon: proceso\n", ""))
    assert (una.sin_decir, sum(n for _, n in una.por_eslabon)) == (1, 4)


@pytest.mark.parametrize("una", coberturas(_pais()), ids=lambda una: una.meta.id)
def test_los_eslabones_y_lo_que_no_se_dice_suman_los_indicadores(una: object) -> None:
    assert sum(n for _, n in una.por_eslabon) + una.sin_decir == una.indicadores  # type: ignore[attr-defined]


def test_el_camino_va_de_la_presidencia_a_la_institucion() -> None:
    (hilo,) = hilos(_base())
    assert [(m.id, [b.id for b in bajas]) for m, bajas in hilo.sectoriales] == [("SALUD-M1", ["ARSA-M1", "SESAL-M1"])]
    assert hilo.institucionales == 2


def test_donde_se_corta_la_cadena_se_dice_a_los_dos_lados() -> None:
    roto = suelto(_con(SECTORIAL, "contribuye_a: [{meta: PRES-M1}]", "prioritaria: false"))
    assert [m.id for m in roto.sectoriales_sin_presidencial] == ["SALUD-M1"]
    assert [m.id for m in roto.presidenciales_sin_sector] == ["PRES-M1"]
    assert suelto(_base()).sectoriales_sin_presidencial == ()


def test_de_un_vinculo_reservado_no_se_dice_que_falte() -> None:
    for despues, cuantos in (("vinculo: [reservado]", 0), ("uso: gerencial", 1)):
        assert len(suelto(_con(SECTORIAL, "vinculo: [PRES-M1-I1]", despues)).indicadores_sectoriales) == cuantos


# --- el POA ------------------------------------------------------------------------------------------------------

LINEAS = """
lineas:
  - {codigo: L1, producto: Vacunas, meta: SESAL-M1, presupuesto: {monto: 100.10, fuente: Tesoro}}
  - {codigo: L2, producto: Foro, presupuesto: {monto: 20, fuente: Tesoro}}
"""


def test_un_poa_dice_cuanto_va_a_metas_y_que_lineas_no_sirven_a_ninguna() -> None:
    (uno,) = cotejos(_con(POA, texto=LINEAS))
    assert (uno.presupuesto, uno.con_meta) == (Decimal("120.1"), Decimal("100.1"))
    assert [linea.codigo for linea in uno.sin_meta] == ["L2"]
    assert uno.sin_linea == ()


def test_una_meta_sin_ninguna_linea_se_dice() -> None:
    (uno,) = cotejos(_con(POA, texto=LINEAS.replace("meta: SESAL-M1", "meta: SALUD-M1")))
    assert [m.id for m in uno.sin_linea] == ["SESAL-M1"]


def test_si_una_linea_no_dice_su_monto_no_hay_suma() -> None:
    (uno,) = cotejos(_con(POA, texto=LINEAS.replace("monto: 20, ", "")))
    assert (uno.presupuesto, uno.con_meta) == (None, Decimal("100.1"))


# --- la calidad --------------------------------------------------------------------------------------------------


def test_lo_exigible_sin_cifra_se_dice_y_lo_que_aun_no_se_exige_no() -> None:
    dicha = calidad(_con(DE_SESAL, "  - {indicador: SALUD-M1-I1", "  - {indicador: PRES-M1-I1"))
    assert [(r.indicador.id, r.periodo) for r in dicha.sin_informar] == [("SALUD-M1-I1", "2024-T1")]
    assert [(c.institucion.id, c.faltan) for c in dicha.casas if c.faltan] == [("sesal", 1)]
    assert calidad(_base()).sin_informar == ()


def test_lo_que_dos_instituciones_dicen_distinto_esta_en_conflicto() -> None:
    otra = "\n  - {indicador: SALUD-M1-I1, valor: 70, estado: definitivo}"
    escrito = leer_base()["mcr/avances/2024-T1/arsa.yaml"].decode().rstrip() + otra + "\n"
    dicha = calidad(_con("mcr/avances/2024-T1/arsa.yaml", texto=escrito))
    assert [r.indicador.id for r in dicha.en_conflicto] == ["SALUD-M1-I1"]
    igual = calidad(_con("mcr/avances/2024-T1/arsa.yaml", texto=escrito.replace("valor: 70", "valor: 79.5")))
    assert igual.en_conflicto == ()


def test_una_cifra_sin_evidencia_o_sin_variables_no_se_ha_comprobado() -> None:
    dicha = calidad(_con(DE_SESAL, ', evidencia: [{titulo: Existencias, url: "https://ejemplo.hn/logistica"}]', ""))
    assert [a.indicador.id for a in dicha.sin_evidencia if a.indicador] == ["SESAL-M1-I1"]
    assert dicha.cifras == len(dicha.sin_variables) == 4


def test_del_pais_se_miran_todos_los_periodos_contados() -> None:
    dicha = calidad(_pais())
    assert dicha.mirados > 700
    assert sum(casa.faltan for casa in dicha.casas) == len(dicha.sin_informar)
    assert all(casa.faltan <= casa.debidas for casa in dicha.casas)
    assert all(r.estado == "no_calculable" and r.motivo for r in dicha.negados)


# --- el envío ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("antes", "despues", "esperados"),
    [
        ("", "", ()),
        ("estado: definitivo", "estado: preliminar", ("es preliminar",)),
        ("estado: definitivo, ", "", ("no dice si es preliminar o definitiva",)),
        ("fuente: Programa Ampliado de Inmunizaciones, ", "", ("no dice su fuente",)),
        ("fecha_corte: 2024-03-31, ", "", ("no dice su fecha de corte",)),
        ("fecha_corte: 2024-03-31", "fecha_corte: 2024-03-30",
         ("su corte, 2024-03-30, es anterior al fin del periodo",)),
        ("valor: 79.5", "sin_dato: el sistema no abrió", ("el sistema no abrió",)),
    ],
)  # fmt: skip
def test_una_cifra_esta_para_enviarse_o_se_dice_por_que_no(
    antes: str, despues: str, esperados: tuple[str, ...]
) -> None:
    expediente = _con(DE_SESAL, antes, despues)
    assert reparos(evaluar(expediente).serie(expediente.indicadores["SALUD-M1-I1"]).en("2024-T1")) == esperados


def test_la_cifra_de_quien_no_responde_no_se_envia() -> None:
    expediente = _con(SECTORIAL, "responsable: sesal", "responsable: arsa")
    suyos = reparos(evaluar(expediente).serie(expediente.indicadores["SALUD-M1-I1"]).en("2024-T1"))
    assert suyos == ("no la informa ARSA, que es quien responde de la meta",)
