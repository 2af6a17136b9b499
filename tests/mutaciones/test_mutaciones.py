"""Ningún repositorio estropeado lanza ni deja de acabar; los veinte mil, con `python -m tests.mutaciones 20000`."""

from __future__ import annotations

import pytest

from tests.mutaciones.correr import acabar, acabar_suelto
from tests.mutaciones.mutar import estropear

TANDAS = 12
POR_TANDA = 20


@pytest.mark.parametrize("tanda", range(TANDAS))
def test_un_repositorio_estropeado_acaba_con_0_o_con_1(tanda: int) -> None:
    acaban = {acabar(semilla) for semilla in range(tanda * POR_TANDA, (tanda + 1) * POR_TANDA)}
    assert acaban <= {0, 1}


def test_un_calculo_estropeado_acaba_con_0_o_con_1_y_los_hay_de_los_dos() -> None:
    assert {acabar_suelto(semilla) for semilla in range(200)} == {0, 1}


def test_la_misma_semilla_estropea_lo_mismo_y_otra_otra_cosa() -> None:
    assert estropear(7) == estropear(7)
    assert len({tuple(estropear(semilla).items()) for semilla in range(40)}) > 30


def test_las_roturas_dan_de_las_dos_maneras_de_acabar() -> None:
    assert {acabar(semilla) for semilla in range(60)} == {0, 1}
