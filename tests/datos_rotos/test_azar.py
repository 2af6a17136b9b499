"""Al azar: los bytes que sean dan documento o hallazgos, y ningún documento válido tumba el compilador."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mesgepret import compilador
from mesgepret.deposito import Arbol, leer_arbol
from mesgepret.diagnostico import Gravedad
from mesgepret.lectura import leer
from tests.conftest import RAIZ, dichos, leer_base, leer_recursos
from tests.datos_rotos.mutaciones import mutar

REALES = {**leer_arbol(RAIZ).archivos, **{f"base/{r}": c for r, c in leer_base().items()}}
SIGNOS = [b":", b": ", b"- ", b"\n", b"  ", b"\t", b"#", b" #", b"[", b"]", b"{", b"}", b",", b"'", b'"', b"|", b">",
          b"&a ", b"*a", b"!x ", b"%", b"@", b"`", b"---\n", b"? ", b"<<: ", b"~", b"\\", b"\x00", b"\xc2\x85",
          b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xf3", b"1e999", b"\r", "\u00a0".encode()]  # fmt: skip


def comprobar(contenido: bytes) -> None:
    documento, hallazgos = leer("x.yaml", contenido)
    assert (documento is None) == bool(hallazgos)
    lineas = contenido.count(b"\n") + contenido.count(b"\r") + 2
    for hallazgo in hallazgos:
        assert hallazgo.codigo[0] == "L"
        assert hallazgo.mensaje
        assert hallazgo.ayuda
        assert 1 <= hallazgo.ubicacion.linea <= lineas
        assert 1 <= hallazgo.ubicacion.columna <= len(contenido) + 2


@given(st.binary(max_size=300))
@settings(max_examples=400, deadline=None)
def test_cualquier_ristra_de_octetos_da_documento_o_hallazgos(contenido: bytes) -> None:
    comprobar(contenido)


@given(st.lists(st.one_of(st.sampled_from(SIGNOS), st.text(max_size=6).map(str.encode)), max_size=40).map(b"".join))
@settings(max_examples=800, deadline=None)
def test_cualquier_sopa_de_signos_de_yaml_da_documento_o_hallazgos(contenido: bytes) -> None:
    comprobar(contenido)


@given(st.sampled_from(sorted(REALES)), st.integers(0, 2**32))
@settings(max_examples=400, deadline=None)
def test_cualquier_documento_real_estropeado_da_documento_o_hallazgos(archivo: str, semilla: int) -> None:
    azar, contenido = random.Random(semilla), REALES[archivo]
    for _ in range(azar.randint(1, 4)):
        i, j = sorted(azar.randint(0, len(contenido)) for _ in range(2))
        puesto = azar.choice([b"", azar.choice(SIGNOS), contenido[i:j], azar.randbytes(2)])
        contenido = contenido[:i] + puesto + contenido[min(j, i + azar.randint(0, 40)) :]
    comprobar(contenido)


def en_yaml(datos: Any) -> bytes:
    """Los datos en YAML de una línea: JSON entre comillas, que es YAML, sin las comillas de los números."""
    import json

    return json.dumps(datos, ensure_ascii=False).encode()


@given(st.sampled_from(sorted(leer_base())), st.integers(0, 2**32))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_ningun_documento_cambiado_tumba_la_revision(archivo: str, semilla: int) -> None:
    """Lo que el esquema admite, el enlace y las reglas lo soportan; lo que no, es un hallazgo."""
    documento = leer(archivo, leer_base()[archivo]).documento
    assert documento is not None
    datos = mutar(documento.datos, random.Random(semilla))
    archivos = {**leer_base(), archivo: en_yaml(datos)}
    revision = compilador.revisar(Arbol(archivos), leer_recursos())
    assert all(h.mensaje and h.ayuda and h.ubicacion.archivo for h in revision.hallazgos), dichos(revision)
    assert revision.expediente is not None or any(h.gravedad is Gravedad.ERROR for h in revision.hallazgos)
