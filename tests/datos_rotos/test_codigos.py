"""Cada código de lectura, de esquema y de vínculo tiene su página, y cada página, una prueba que lo hace salir."""

from __future__ import annotations

import re

from mesgepret.diagnostico import Gravedad
from tests.conftest import RAIZ, leer_recursos
from tests.datos_rotos.casos import CASOS

PAGINAS = {codigo: p for codigo, p in leer_recursos().paginas.items() if codigo[0] in "LEV"}
PROSA = {"L106", "L108", "L110", "L120", "L121", "L122", "L123", "L124"}
"""Los que no caben en un bloque de Markdown: los enseña la tabla de casos."""


def emitidos(sala: str, letra: str) -> set[str]:
    """Los códigos que el código de una sala nombra."""
    textos = [modulo.read_text("utf-8") for modulo in (RAIZ / "mesgepret" / sala).glob("*.py")]
    return {codigo for texto in textos for codigo in re.findall(rf'"({letra}[0-9]{{3}})"', texto)}


def test_cada_codigo_tiene_su_pagina_y_cada_pagina_su_codigo() -> None:
    salas = {"L": "lectura", "E": "esquema", "V": "expediente"}
    codigos = {codigo for letra, sala in salas.items() for codigo in emitidos(sala, letra)}
    assert codigos == set(PAGINAS)
    for codigo, pagina in PAGINAS.items():
        archivo = RAIZ / "mesgepret" / salas[codigo[0]] / f"{codigo}-{pagina.nombre}.md"
        assert archivo.is_file()
        assert pagina.gravedad is Gravedad.ERROR


def test_cada_codigo_lo_hace_salir_un_ejemplo_o_un_caso() -> None:
    de_paginas = {codigo for codigo, pagina in PAGINAS.items() if pagina.ejemplo("Mal").archivos}
    de_casos = {hallazgo.rsplit(" ", 1)[1] for caso in CASOS for hallazgo in caso.espera}
    assert set(PAGINAS) - de_paginas == PROSA
    assert PROSA - de_casos == {"L124"}  # depende de quién compile: tiene sus pruebas aparte


def test_el_remedio_de_cada_pagina_cabe_en_un_renglon() -> None:
    assert [codigo for codigo, pagina in PAGINAS.items() if not 10 < len(pagina.remedio) <= 120] == []
