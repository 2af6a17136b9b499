"""Un texto hostil en cada campo de una ayuda memoria de verdad sale como se escribió, y no hace nada."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mesgepret.lectura import leer
from tests.conftest import leer_base
from tests.imprenta.sitio import Pagina, con, tablas_rotas
from tests.imprenta.test_moldes import HOSTIL

if TYPE_CHECKING:
    from collections.abc import Iterator

ACTA = "mesas/salud/actas/2024-03-21.yaml"
PAGINA = "mesas/salud/actas/2024-03-21/index"
# Ni identidades, ni listas cerradas, ni referencias, ni fechas: lo que queda es texto.
_CERRADOS = {
    "estado", "nivel", "tipo", "modalidad", "asistencia", "calidad", "clase", "forma", "resolucion", "actividad", "id",
    "miembro", "sobre", "metas", "fecha", "plazo", "fecha_corte", "hora_inicio", "hora_cierre",
}  # fmt: skip


def _acta() -> dict[str, Any]:
    documento, _ = leer(ACTA, leer_base()[ACTA])
    assert documento is not None
    copia: dict[str, Any] = json.loads(json.dumps(documento.datos))
    copia |= {"resumen": "Resumen", "asunto": "Asunto", "direccion": "Dirección", "enlace": "https://ejemplo.hn/a"}
    copia["otros"] = [{"titulo": "Otro", "contenido": "Contenido"}]
    copia["agenda"][0] |= {"desarrollo": "Desarrollo", "motivo": "Motivo"}
    copia["correspondencia"] = [{"numero": "1", "de": "Uno", "para": "Otro", "asunto": "Asunto", "tramite": "Visto"}]
    copia["anexos"] = [{"titulo": "Anexo", "archivo": "anexos/a.pdf", "url": "https://ejemplo.hn/a"}]
    return copia


def _textos(dato: Any, ruta: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(dato, dict):
        for clave, hijo in dato.items():
            if clave not in _CERRADOS:
                yield from _textos(hijo, (*ruta, clave))
    elif isinstance(dato, list):
        for i, hijo in enumerate(dato):
            yield from _textos(hijo, (*ruta, i))
    elif isinstance(dato, str):
        yield ruta


def _poner(dato: Any, ruta: tuple[str | int, ...], texto: str) -> None:
    for paso in ruta[:-1]:
        dato = dato[paso]
    dato[ruta[-1]] = texto


def _inerte(pagina: Pagina) -> None:
    for etiqueta, atributos in pagina.etiquetas:
        assert etiqueta not in ("script", "img", "svg")
        assert not [nombre for nombre in atributos if nombre.startswith("on")]
        assert not atributos.get("href", "").strip().lower().startswith("javascript:")
    assert (pagina.abiertas, pagina.sueltas) == ([], [])


CAMPOS = sorted(_textos(_acta()), key=str)


def test_hay_campos_que_probar() -> None:
    assert len(CAMPOS) > 25


def test_un_texto_hostil_en_cada_campo() -> None:
    acta = _acta()
    for ruta in CAMPOS:
        if ruta[-1] != "url":
            _poner(acta, ruta, HOSTIL)
    sitio = con({ACTA: json.dumps(acta, ensure_ascii=False)})
    pagina = Pagina(sitio[f"{PAGINA}.html"])
    _inerte(pagina)
    assert pagina.texto.count("<script>alert(1)</script>") > 20
    assert tablas_rotas(sitio[f"{PAGINA}.md"]) == []
