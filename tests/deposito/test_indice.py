"""El índice de búsqueda: el mismo sitio da los mismos octetos, y si no se puede hacer, se dice."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from mesgepret.deposito import Impedimento, indexar, programa_de_busqueda
from mesgepret.deposito.indice import LUGAR, _ordenado

if TYPE_CHECKING:
    from pathlib import Path

CLASES = ["Acuerdo", "Acta", "Mesa", "Meta", "Plan", "POA", "Regla", "Convocatoria", "Institución", "Informe"]
PAGINA = """<!doctype html><html lang="es-HN"><head><title>x</title></head><body><header>cabecera</header>
<main data-pagefind-body data-pagefind-filter="clase:{clase}" data-pagefind-meta="mesa:Mesa de Transparencia, Anticorrupción e Integridad">
<h1>Página {n}</h1><p>La reunión {n} de educación.</p></main></body></html>"""
PROGRAMA = programa_de_busqueda()


def _escribir(sitio: Path, semilla: int) -> Path:
    numeros = list(range(60))
    random.Random(semilla).shuffle(numeros)  # el orden en que el disco da los archivos no es el de sus nombres
    for n in numeros:
        carpeta = sitio / f"p{n:02}"
        carpeta.mkdir(parents=True)
        (carpeta / "index.html").write_text(PAGINA.format(n=n, clase=CLASES[n % len(CLASES)]), "utf-8")
    return sitio


def _huella(carpeta: Path) -> dict[str, str]:
    return {
        p.relative_to(carpeta).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(carpeta.rglob("*"))
        if p.is_file()
    }


def test_el_mismo_sitio_da_los_mismos_octetos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huellas = []
    for vez in range(4):
        monkeypatch.setenv("RAYON_NUM_THREADS", str(vez + 1))
        sitio = _escribir(tmp_path / str(vez), vez)
        indexar(sitio, PROGRAMA)
        huellas.append(_huella(sitio / LUGAR))
    assert huellas[1:] == huellas[:1] * 3
    assert len(huellas[0]) > 60


def test_el_indice_nombra_lo_que_tiene(tmp_path: Path) -> None:
    indexar(_escribir(tmp_path, 1), PROGRAMA)
    indice = tmp_path / LUGAR
    (lengua,) = json.loads((indice / "pagefind-entry.json").read_text("utf-8"))["languages"].values()
    assert lengua["page_count"] == 60
    catalogo = (indice / f"pagefind.{lengua['hash']}.pf_meta").read_bytes()
    (filtro,) = (indice / "filter").iterdir()
    assert filtro.stem.encode() in catalogo
    fragmentos = [gzip.decompress(f.read_bytes()).decode() for f in (indice / "fragment").iterdir()]
    assert all('"mesa":"Mesa de Transparencia, Anticorrupción e Integridad"' in f for f in fragmentos)
    assert not [f for f in fragmentos if "cabecera" in f]


def test_no_se_publican_los_formularios_de_pagefind(tmp_path: Path) -> None:
    indexar(_escribir(tmp_path, 1), PROGRAMA)
    assert {p.name for p in (tmp_path / LUGAR).glob("*.js")} == {"pagefind.js", "pagefind-worker.js"}
    assert not list((tmp_path / LUGAR).glob("*.css"))


def test_las_variables_de_quien_compila_no_cambian_el_indice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexar(_escribir(tmp_path / "a", 1), PROGRAMA)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    indexar(_escribir(tmp_path / "b", 1), PROGRAMA)
    assert _huella(tmp_path / "a" / LUGAR) == _huella(tmp_path / "b" / LUGAR)


def test_los_valores_de_un_filtro_se_ordenan_y_nada_mas_cambia() -> None:
    firma = b"pagefind_dcd\x82\x65clase\x82"
    una, otra = b"\x82\x62zz\x82\x01\x19\x01\x00", b"\x82\x61a\x81\x00"
    assert _ordenado(firma + una + otra) == firma + otra + una


@pytest.mark.parametrize(
    "filtro",
    [
        b"otra cosa",
        b"pagefind_dcd\x82\x61a\x82\x82\x61b\x80",
        b"pagefind_dcd\x82\x61a\xa0",
        b"pagefind_dcd\x82\x61a\x80\x00",
    ],
    ids=["sin firma", "cortado", "con un mapa", "con algo de más"],
)
def test_un_filtro_que_no_se_entiende_se_rechaza(filtro: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        _ordenado(filtro)


def _guion(carpeta: Path, texto: str) -> str:
    archivo = carpeta / "falso"
    archivo.write_text(f"#!{sys.executable}\n{texto}", "utf-8")
    archivo.chmod(archivo.stat().st_mode | stat.S_IXUSR)
    return str(archivo)


def test_si_el_programa_falla_se_dice_por_que(tmp_path: Path) -> None:
    falso = _guion(tmp_path, "import sys; sys.exit('no me da la gana')")
    with pytest.raises(Impedimento, match="no se pudo hacer el índice de búsqueda: no me da la gana"):
        indexar(_escribir(tmp_path / "sitio", 1), falso)


def test_si_el_programa_no_deja_nada_se_dice(tmp_path: Path) -> None:
    with pytest.raises(Impedimento, match="el programa no dijo por qué"):
        indexar(_escribir(tmp_path / "sitio", 1), _guion(tmp_path, ""))


def test_si_deja_otra_cosa_se_dice(tmp_path: Path) -> None:
    escribe = (
        "import os, sys\nd = sys.argv[sys.argv.index('--output-path') + 1]\nos.makedirs(d)\n"
        "open(os.path.join(d, 'pagefind-entry.json'), 'w').write('{\"languages\": {}}')\n"
    )
    with pytest.raises(Impedimento, match="no es como se esperaba"):
        indexar(_escribir(tmp_path / "sitio", 1), _guion(tmp_path, escribe))


def test_si_el_programa_no_se_puede_ejecutar_se_dice(tmp_path: Path) -> None:
    with pytest.raises(Impedimento, match=r"no se pudo ejecutar .*; con --sin-buscador no hace falta"):
        indexar(_escribir(tmp_path / "sitio", 1), os.fspath(tmp_path / "no-está"))
