"""Cada página de código es su prueba: lo malo da exactamente su hallazgo; lo bueno, nada."""

from __future__ import annotations

import pytest

from mesgepret.reglas import registro, reglas
from mesgepret.reglas.pagina import SECCIONES
from tests.conftest import dichos, leer_recursos, revisar_sobre_base

PAGINAS = leer_recursos().paginas
CON_EJEMPLO = [codigo for codigo, pagina in PAGINAS.items() if pagina.ejemplo("Mal").archivos and codigo[0] != "H"]


def test_la_organizacion_pequena_no_tiene_ningun_hallazgo() -> None:
    assert dichos(revisar_sobre_base({})) == []


@pytest.mark.parametrize("codigo", CON_EJEMPLO)
def test_el_ejemplo_malo_da_exactamente_lo_que_la_pagina_dice(codigo: str) -> None:
    ejemplo = PAGINAS[codigo].ejemplo("Mal")
    assert ejemplo.dicho, f"la página de {codigo} no dice qué hallazgo espera"
    assert any(f" {codigo} " in linea for linea in ejemplo.dicho)
    assert dichos(revisar_sobre_base(dict(ejemplo.archivos))) == sorted(ejemplo.dicho)


@pytest.mark.parametrize("codigo", CON_EJEMPLO)
def test_el_ejemplo_bueno_no_da_nada(codigo: str) -> None:
    ejemplo = PAGINAS[codigo].ejemplo("Bien")
    assert ejemplo.archivos, f"la página de {codigo} no enseña cómo queda bien"
    assert dichos(revisar_sobre_base(dict(ejemplo.archivos))) == list(ejemplo.dicho)


@pytest.mark.parametrize("codigo", [regla.codigo for regla in reglas()])
def test_sin_la_regla_su_pagina_no_se_cumple(codigo: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sin_ella = [regla for regla in reglas() if regla.codigo != codigo]
    monkeypatch.setattr(registro, "reglas", lambda: sin_ella)
    ejemplo = PAGINAS[codigo].ejemplo("Mal")
    assert dichos(revisar_sobre_base(dict(ejemplo.archivos))) != sorted(ejemplo.dicho)


@pytest.mark.parametrize("codigo", sorted(PAGINAS))
def test_la_pagina_tiene_sus_secciones_y_su_titulo(codigo: str) -> None:
    pagina = PAGINAS[codigo]
    assert tuple(pagina.secciones) == SECCIONES
    assert pagina.texto.startswith(f"# {codigo} · {pagina.nombre}\n")
    assert pagina.resumen.endswith(".")
    assert pagina.remedio


def test_cada_regla_tiene_su_pagina_y_cada_pagina_de_regla_su_funcion() -> None:
    de_reglas = {codigo for codigo in PAGINAS if codigo[0] in "MPCASDIFJ"}
    assert {regla.codigo for regla in reglas()} == de_reglas


@pytest.mark.parametrize("codigo", [c for c in PAGINAS if c[0] in "MPCASDIFJ"])
def test_la_regla_y_su_pagina_se_llaman_igual(codigo: str) -> None:
    funcion = next(regla for regla in reglas() if regla.codigo == codigo).funcion
    nombre = PAGINAS[codigo].nombre.replace("-", "_")
    assert funcion.__name__ == nombre
    assert funcion.__module__.rsplit(".", 1)[1] == f"{codigo.lower()}_{nombre}"
