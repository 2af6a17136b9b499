"""Los valores del modelo, dichos en español."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mesgepret.imprenta import lengua
from tests.imprenta.molde import ESQUEMAS


@pytest.mark.parametrize(
    ("octetos", "dicho"),
    [(0, "1 KB"), (1499, "1 KB"), (34_200, "34 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"), (2_117_632, "2.1 MB")],
)
def test_lo_que_pesa_un_archivo(octetos: int, dicho: str) -> None:
    assert lengua.peso(octetos) == dicho


def test_lo_que_pesa_a_lo_sumo() -> None:
    assert [lengua.peso_a_lo_sumo(n) for n in (0, 999_999, 1_000_000)] == [
        "menos de 1 MB", "menos de 1 MB", "menos de 2 MB",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("escrito", "leido"),
    [
        ("2024", "2024"),
        ("2024-S1", "primer semestre de 2024"),
        ("2024-S2", "segundo semestre de 2024"),
        ("2024-T3", "tercer trimestre de 2024"),
        ("2024-T4", "cuarto trimestre de 2024"),
        ("2024-01", "enero de 2024"),
        ("2024-12", "diciembre de 2024"),
        ("2024-13", "2024-13"),
        ("2024-S3", "2024-S3"),
        ("2024-2026", "2024-2026"),
        ("", ""),
    ],
)
def test_un_periodo(escrito: str, leido: str) -> None:
    assert lengua.periodo(escrito) == leido


@pytest.mark.parametrize(
    ("escrito", "leido"),
    [("2024-03-01", "1 de marzo de 2024"), ("2024-02-30", "2024-02-30"), ("reservado", "reservado"), ("", "")],
)
def test_un_dia_escrito(escrito: str, leido: str) -> None:
    assert lengua.dia(escrito) == leido


@pytest.mark.parametrize(
    ("valor", "leido"),
    [
        (None, ""),
        (True, "sí"),
        (False, "no"),
        (0, "0"),
        (2024, "2024"),
        (date(2024, 3, 21), "21 de marzo de 2024"),
        (Decimal("1234567.50"), "1,234,567.50"),
        (0.5, "0.5"),
        (("uno", date(2024, 1, 2)), "uno, 2 de enero de 2024"),
        ("texto", "texto"),
    ],
)
def test_decir_cualquier_valor(valor: object, leido: str) -> None:
    assert lengua.decir(valor) == leido


@pytest.mark.parametrize(
    ("cuantos", "leido"), [(0, "0 acuerdos"), (1, "1 acuerdo"), (2, "2 acuerdos"), (1234, "1,234 acuerdos")]
)
def test_contar(cuantos: int, leido: str) -> None:
    assert lengua.contar(cuantos, "acuerdo") == leido


def test_contar_con_plural_propio() -> None:
    assert lengua.contar(2, "institución", "instituciones") == "2 instituciones"


@pytest.mark.parametrize(
    ("valor", "leido"),
    [
        ("en_proceso", "en proceso"),
        ("tecnico", "Técnico-Operativo"),
        ("razon_de_sumas", "razón de sumas"),
        ("promedio_ponderado", "promedio ponderado"),
        ("", ""),
        ("reservado", "reservado"),
    ],
)
def test_una_palabra(valor: str, leido: str) -> None:
    assert lengua.palabra(valor) == leido


def test_ninguna_palabra_de_un_esquema_sale_sin_su_tilde() -> None:
    """Lo que los esquemas admiten en listas cerradas, leído por la imprenta, está bien escrito."""

    def enumerados(nodo: object) -> set[str]:
        if isinstance(nodo, dict):
            propios = {v for v in nodo.get("enum", []) if isinstance(v, str) and v.islower()}
            return propios.union(*map(enumerados, nodo.values()))
        return set().union(*map(enumerados, nodo)) if isinstance(nodo, list) else set()

    sin_tilde = [
        "cion ",
        "razon",
        "tecnic",
        "limite",
        "indice",
        "hibrid",
        "maxim",
        "minim",
        "ultim",
        "economic",
        "politic",
    ]
    for palabra in sorted(set().union(*map(enumerados, ESQUEMAS.values()))):
        dicha = lengua.palabra(palabra) + " "
        assert not [mala for mala in sin_tilde if mala in dicha.lower()], palabra
