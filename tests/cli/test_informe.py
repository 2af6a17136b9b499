"""`mesgepret informe`: el informe de avance en la terminal, o por qué no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.puerta import ACTA, cambiar, ejecutar

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("repositorio")


@pytest.mark.parametrize(
    ("opciones", "titulo"),
    [
        ([], "El país"),
        (["--pais"], "El país"),
        (["--mesa", "SALUD"], "Mesa de Salud"),
        (["--eje", "eje1"], "Crecimiento Inclusivo y Sostenible"),
        (["--institucion", "arsa"], "Agencia de Regulación Sanitaria"),
    ],
)
def test_informe_dice_como_va_un_ambito(opciones: list[str], titulo: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("informe", *opciones) == 0
    dicho = capsys.readouterr().out
    assert dicho.startswith(f"# Informe de avance: {titulo}\n")
    assert "](" not in dicho  # no hay sitio al que enlazar


def test_el_corte_es_el_que_se_pide(capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("informe", "--mesa", "salud", "--corte", "2023-T4") == 0
    assert "**Corte:** 31 de diciembre de 2023" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("opciones", "porque"),
    [
        (["--mesa", "salut"], "¿Quiso decir salud?"),
        (["--institucion", "stlcc"], "no tiene metas"),
        (["--mesa", "salud", "--pais"], "diga solo una"),
        (["--corte", "2030"], "no ha terminado"),
    ],
)
def test_lo_mal_pedido_es_un_mal_uso(opciones: list[str], porque: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("informe", *opciones) == 2
    assert porque in capsys.readouterr().err


def test_de_lo_que_tiene_errores_no_se_informa(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cambiar(repositorio / ACTA, "responsables: [sesal]", "responsables: [sesall]")
    assert ejecutar("informe") == 1
    dicho = capsys.readouterr()
    assert dicho.out == ""
    assert "mesgepret revisar" in dicho.err
