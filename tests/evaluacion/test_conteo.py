"""El país suma: cada meta en una sola luz o en un solo gris, y una sola vez en cada total."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from mesgepret import compilador, deposito
from mesgepret.evaluacion import GRISES, Ambito, Ambitos, contar, evaluar
from mesgepret.evaluacion.conteo import COLORES, color_de, en_gris, en_rojo
from tests.conftest import RAIZ, leer_base, leer_recursos, revisar_sobre_base

if TYPE_CHECKING:
    from mesgepret.expediente import Expediente

DOS_VERTIENTES = """
ejes:
  - id: EJE1
    nombre: Crecimiento
    vertientes:
      - {id: economica, nombre: Económica, sectores: [salud]}
      - {id: social, nombre: Social, sectores: [salud]}
"""
OTRA_META = """
  - id: M2
    resultado: Las unidades tienen agua
    contribuye_a: [{meta: PRES-M1}]
    indicadores: [{id: I1, nombre: Unidades con agua, unidad: {codigo: cantidad, texto: unidades}}]
"""


@cache
def _pais() -> Expediente:
    expediente = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos()).expediente
    assert expediente is not None
    return expediente


def _base(cambios: dict[str, str | bytes | None]) -> Expediente:
    expediente = revisar_sobre_base(cambios).expediente
    assert expediente is not None
    return expediente


@pytest.mark.parametrize("tramo", ["", "2024", "2024-S2", "2024-T4", "2023-T1"])
def test_en_cada_ambito_las_luces_y_los_grises_suman_sus_metas(tramo: str) -> None:
    evaluacion = evaluar(_pais(), tramo)
    for ambito in Ambitos(_pais()).todos:
        conteo = contar(ambito.metas, evaluacion)
        assert conteo.total == len(ambito.metas) == conteo.con_resultado + conteo.en_gris
        assert sum(cuantas for *_, cuantas in conteo.palabras) <= conteo.con_resultado


def test_cada_meta_en_vigor_esta_en_el_pais_una_sola_vez() -> None:
    ambitos = Ambitos(_pais())
    suyas = [m.id for m in ambitos.pais.metas]
    assert len(suyas) == len(set(suyas)) == len(_pais().metas) - ambitos.fuera_de_vigor
    assert {m.id for eje in ambitos.ejes.values() for m in eje.metas} <= set(suyas)


def test_los_ejes_con_lo_suelto_suman_el_pais() -> None:
    pais = Ambitos(_pais()).pais
    assert sum(len(parte.metas) for parte in pais.partes) == len(pais.metas)
    assert pais.repetidas == 0


def test_mercado_laboral_esta_en_dos_vertientes_y_cuenta_una_vez_en_su_eje() -> None:
    ambitos = Ambitos(_pais())
    laboral, eje = ambitos.mesas["mercado-laboral"], ambitos.ejes["EJE2"]
    for id in ("EJE2-economica", "EJE2-social"):
        assert laboral in ambitos.vertientes[id].partes
    por_partes = sum(len(parte.metas) for parte in eje.partes)
    assert por_partes - len(eje.metas) == len(laboral.metas) == eje.repetidas


def test_un_sector_en_dos_vertientes_cuenta_en_las_dos_y_una_vez_en_el_eje() -> None:
    ambitos = Ambitos(_base({"mcr/ejes.yaml": DOS_VERTIENTES}))
    assert [len(v.metas) for v in ambitos.vertientes.values()] == [3, 3]
    assert len(ambitos.ejes["EJE1"].metas) == len(ambitos.pais.metas) == 4
    assert ambitos.ejes["EJE1"].repetidas == 3


def test_una_meta_que_sirve_a_dos_cuenta_una_vez() -> None:
    sectorial = leer_base()["mcr/sectoriales/salud.yaml"].decode() + OTRA_META
    institucional = leer_base()["mcr/institucionales/arsa.yaml"].decode()
    institucional = institucional.replace("[{meta: SALUD-M1}]", "[{meta: SALUD-M1}, {meta: SALUD-M2}]")
    expediente = _base({"mcr/sectoriales/salud.yaml": sectorial, "mcr/institucionales/arsa.yaml": institucional})
    mesa = Ambitos(expediente).mesas["salud"]
    assert [m.id for m in mesa.metas].count("ARSA-M1") == 1
    assert contar((*mesa.metas, *mesa.metas), evaluar(expediente)).total == len(mesa.metas) == 4


def test_sin_eje_ni_sector_una_meta_queda_suelta_y_se_cuenta() -> None:
    ambitos = Ambitos(_base({"mcr/ejes.yaml": "ejes: []\n"}))
    (suelta,) = ambitos.pais.partes
    assert (suelta.clase, suelta.nombre, len(suelta.metas)) == ("parte", "Sin lugar en ningún eje", 4)


def test_la_meta_que_ya_no_rige_no_se_cuenta_y_se_dice_cuantas_son() -> None:
    escrita = leer_base()["mcr/institucionales/arsa.yaml"].decode()
    escrita = escrita.replace("responsable: arsa", "responsable: arsa\n    vigencia: {hasta: 2024-01-31}")
    ambitos = Ambitos(_base({"mcr/institucionales/arsa.yaml": escrita}))
    assert (len(ambitos.pais.metas), ambitos.fuera_de_vigor) == (3, 1)
    assert "arsa" not in ambitos.instituciones


def test_las_partes_de_una_mesa_son_las_del_sector_y_las_de_cada_institucion() -> None:
    partes = Ambitos(_base({})).mesas["salud"].partes
    assert [(p.nombre, [m.id for m in p.metas]) for p in partes] == [
        ("Metas del sector", ["SALUD-M1"]),
        ("Agencia de Regulación Sanitaria", ["ARSA-M1"]),
        ("Secretaría de Salud", ["SESAL-M1"]),
    ]


@pytest.mark.parametrize(
    ("clase", "dicho", "hallado"),
    [
        ("pais", "pais", "El país"),
        ("mesa", "salud", "Mesa de Salud"),
        ("mesa", "SALUD", "Mesa de Salud"),
        ("eje", "eje2", "Crecimiento Inclusivo y Sostenible"),
        ("eje", "EJE2-Social", "Crecimiento Inclusivo y Sostenible, vertiente social"),
        ("institucion", "SESAL", "Secretaría de Estado en el Despacho de Salud"),
    ],
)
def test_un_ambito_se_halla_por_su_id_o_su_sigla(clase: str, dicho: str, hallado: str) -> None:
    ambito, parecido = Ambitos(_pais()).hallar(clase, dicho)
    assert isinstance(ambito, Ambito)
    assert (ambito.nombre, parecido) == (hallado, "")


def test_del_que_no_esta_se_sugiere_el_mas_parecido() -> None:
    assert Ambitos(_pais()).hallar("mesa", "salut") == (None, "salud")
    assert Ambitos(_pais()).hallar("institucion", "zzz") == (None, "")


def test_lo_rojo_va_de_lo_peor_a_lo_menos_malo_y_lo_gris_por_lo_que_pide_atencion() -> None:
    metas, evaluacion = list(_pais().metas.values()), evaluar(_pais())
    rojos, grises = en_rojo(metas, evaluacion), en_gris(metas, evaluacion)
    assert rojos
    assert [r.cumplimiento for r in rojos] == sorted(r.cumplimiento for r in rojos if r.cumplimiento is not None)
    assert {color_de(r) for r in rojos} == {"rojo"}
    assert [GRISES.index(r.estado) for r in grises] == sorted(GRISES.index(r.estado) for r in grises)
    assert {color_de(r) for r in grises} == {""}


def test_un_conteo_dice_todos_los_estados_aunque_nadie_los_tenga() -> None:
    conteo = contar([], evaluar(_pais()))
    assert (tuple(conteo.luces), tuple(conteo.grises), conteo.total) == (COLORES, GRISES, 0)
