"""De un archivo a sus direcciones en la forja."""

from __future__ import annotations

import pytest

from mesgepret.imprenta.forja import Forja

ARCHIVO = "mesas/salud/actas/2024-03-21.yaml"


@pytest.mark.parametrize(("url", "leer", "historial", "corregir"), [
    ("https://github.com/diger/mesas", "blob/main", "commits/main", "edit/main"),
    ("https://gitlab.com/diger/mesas/", "-/blob/main", "-/commits/main", "-/edit/main"),
    ("https://codeberg.org/diger/mesas", "src/branch/main", "commits/branch/main", "_edit/main"),
], ids=["GitHub", "GitLab", "Codeberg"])  # fmt: skip
def test_cada_forja_tiene_sus_rutas(url: str, leer: str, historial: str, corregir: str) -> None:
    forja, base = Forja(url), url.rstrip("/")
    assert forja.fuente(ARCHIVO) == f"{base}/{leer}/{ARCHIVO}"
    assert forja.historial(ARCHIVO) == f"{base}/{historial}/{ARCHIVO}"
    assert forja.correccion(ARCHIVO) == f"{base}/{corregir}/{ARCHIVO}"


def test_un_nombre_con_tilde_o_espacio_va_escrito_como_en_una_direccion() -> None:
    forja = Forja("https://github.com/diger/mesas", "año nuevo")
    assert forja.fuente("mesas/día uno.yaml") == (
        "https://github.com/diger/mesas/blob/a%C3%B1o%20nuevo/mesas/d%C3%ADa%20uno.yaml"
    )


def test_sin_forja_o_sin_archivo_no_hay_enlace() -> None:
    assert Forja().fuente(ARCHIVO) == ""
    assert Forja("https://github.com/diger/mesas").historial("") == ""
