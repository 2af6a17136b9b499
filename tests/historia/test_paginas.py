"""Cada página H es su prueba: de antes a «Mal» se dice su falta; de antes a «Bien», nada."""

from __future__ import annotations

import pytest

from mesgepret.historia import epoca, vigilar
from tests.conftest import leer_recursos

PAGINAS = {codigo: pagina for codigo, pagina in leer_recursos().paginas.items() if codigo[0] == "H"}


def _dicho(codigo: str, seccion: str) -> list[str]:
    ejemplo = PAGINAS[codigo].ejemplo(seccion)
    antes = {archivo: texto.encode() for archivo, texto in ejemplo.antes.items()}
    cambios = {archivo: None if texto is None else texto.encode() for archivo, texto in ejemplo.archivos.items()}
    despues = {archivo: texto for archivo, texto in (antes | cambios).items() if texto is not None}
    return [f"{h.ubicacion} {h.codigo} {h.mensaje}" for h in vigilar(epoca(antes), epoca(despues), PAGINAS)]


@pytest.mark.parametrize("codigo", sorted(PAGINAS))
def test_lo_malo_da_exactamente_lo_que_la_pagina_dice(codigo: str) -> None:
    assert _dicho(codigo, "Mal") == sorted(PAGINAS[codigo].ejemplo("Mal").dicho)
    assert all(f" {codigo} " in linea for linea in _dicho(codigo, "Mal"))


@pytest.mark.parametrize("codigo", sorted(PAGINAS))
def test_lo_bueno_no_da_nada(codigo: str) -> None:
    assert _dicho(codigo, "Bien") == []
