"""De los tropiezos de YAML a su explicación: el código, el lugar y el remedio propio de cada uno."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from mesgepret.lectura import BYTES, comprobar_entorno, leer
from mesgepret.lectura.limites import HONDURA, NODOS

# escrito → (línea:columna, código, trozo de la ayuda)
ENIGMAS: list[tuple[str, str, str, str]] = [
    ("a: b: c\n", "1:5", "L102", "entre comillas"),
    ("a: uno\n b: dos\n", "2:3", "L102", "entre comillas"),
    ("a: 1\nb:2\nc: 3\n", "2:1", "L102", "falta «: »"),
    ("a: 'x\n", "1:4", "L118", "ciérrelos"),
    ("a: 'x\n---\nb: c\n", "1:4", "L118", "ciérrelos"),
    ("a: [1, 2\nb: 3\n", "1:4", "L118", "falta una coma"),
    ("a: [\n", "1:4", "L118", "sobra una coma"),
    ("a: {b: {c: d}\n", "1:4", "L118", "falta una coma"),
    ("a: [b,, c]\n", "1:7", "L118", "sobra una coma"),
    ("a: %\n", "1:4", "L119", "entre comillas"),
    ("a: @x\n", "1:4", "L119", "entre comillas"),
    ("a: `x\n", "1:4", "L119", "entre comillas"),
    ("a: & x\n", "1:5", "L119", "entre comillas"),
    ("a: }\n", "1:4", "L119", "entre comillas"),
    ("a: !x!y z\n", "1:4", "L105", "quítela"),
    ('a: "\\q"\n', "1:5", "L101", "comillas simples"),
    ('a: "C:\\xyz"\n', "1:9", "L101", "comillas simples"),
    ("a: | x\n", "1:6", "L101", "en las líneas siguientes"),
    ("a: - b\n", "1:4", "L101", "en su propia línea"),
    ("a: -\n", "1:4", "L101", "entre comillas"),
    ("- a\nb: c\n", "2:1", "L101", "alineados"),
    ("a:\n    b: 1\n  c: 2\n", "3:3", "L101", "alineada"),
    ("a: b\n...\nc: d\n", "3:1", "L101", "sangría"),
    ("a: [b]]\n", "1:7", "L101", "entre comillas todo el texto"),
    ("%YAML 2.0\n---\na: b\n", "1:1", "L101", "compare"),
    ("a:\n\t- b\n", "2:1", "L113", "espacios"),
    ("a:\n  b: 1\n\tc: 2\n", "3:1", "L113", "espacios"),
    ("a:\u00a0b\nc: d\n", "1:3", "L107", "vuelva a escribir"),
    ("a: 1\n-\u00a0b\nc: d\n", "2:2", "L107", "vuelva a escribir"),
    ("a: {b: c, d}\n", "1:12", "L125", "{valor: 2500}"),
    ("? {a: b}\n: c\n", "1:3", "L115", "«clave: valor»"),
    ("'': x\n", "1:1", "L115", "«clave: valor»"),
    ("a: b #c\n", "1:6", "L117", "en su propia línea"),
    ("a: [b, # c\n  d]\n", "1:8", "L117", "en su propia línea"),
    ("a: b\t# c\n", "1:6", "L117", "en su propia línea"),
]


@pytest.mark.parametrize(("escrito", "lugar", "codigo", "ayuda"), ENIGMAS, ids=[repr(e)[1:-1] for e, *_ in ENIGMAS])
def test_cada_tropiezo_tiene_su_explicacion(escrito: str, lugar: str, codigo: str, ayuda: str) -> None:
    documento, (hallazgo, *_) = leer("x.yaml", escrito.encode())
    assert documento is None
    assert f"{hallazgo.ubicacion} {hallazgo.codigo}" == f"x.yaml:{lugar} {codigo}"
    assert ayuda in hallazgo.ayuda


def test_un_documento_en_el_limite_se_lee_y_el_siguiente_no() -> None:
    assert leer("x.yaml", b"a" * BYTES).documento is not None
    assert leer("x.yaml", b"a" * (BYTES + 1)).hallazgos[0].codigo == "L108"
    assert leer("x.yaml", b"[" * HONDURA + b"]" * HONDURA).documento is not None
    assert leer("x.yaml", b"[" * (HONDURA + 1) + b"]" * (HONDURA + 1)).hallazgos[0].codigo == "L109"
    assert leer("x.yaml", b"- a\n" * (NODOS - 1)).documento is not None
    assert leer("x.yaml", b"- a\n" * NODOS).hallazgos[0].codigo == "L110"
    assert leer("x.yaml", b"a: 123456789012345\n").documento is not None
    assert leer("x.yaml", b"a: 1234567890123456\n").hallazgos[0].codigo == "L116"


def test_todas_las_claves_repetidas_se_dicen_cada_una_con_la_primera() -> None:
    _, hallazgos = leer("x.yaml", b"a: 1\nb: {a: 2, a: 3}\nc:\n  - a: 4\n    x: {a: 1}\n    a: 5\na: 6\n")
    assert [(str(h.ubicacion), str(h.otras[0])) for h in hallazgos] == [
        ("x.yaml:2:11", "x.yaml:2:5"),
        ("x.yaml:6:5", "x.yaml:4:5"),
        ("x.yaml:7:1", "x.yaml:1:1"),
    ]


def test_lo_citado_sale_corto_y_sin_lo_que_no_se_ve() -> None:
    clave = '"\\e[31m' + "x" * 100 + '"'
    _, (hallazgo,) = leer("x.yaml", f"{clave}: 1\n{clave}: 2\n".encode())
    assert hallazgo.mensaje == f"la clave «·[31m{'x' * 54}…» está dos veces en el mismo lugar"


def test_con_libyaml_no_hay_nada_que_decir() -> None:
    assert comprobar_entorno() == ""


def test_sin_libyaml_se_dice_como_instalarla(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert "pip install --force-reinstall PyYAML" in comprobar_entorno()


def test_sin_libyaml_la_sala_se_abre_para_poder_decirlo() -> None:
    programa = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from mesgepret.lectura import comprobar_entorno; print(comprobar_entorno())"
    )
    salida = subprocess.run([sys.executable, "-c", programa], capture_output=True, text=True, check=True)
    assert "no trae libyaml" in salida.stdout
