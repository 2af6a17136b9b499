"""Lo que YAML 1.1 haría con un acta, y lo que aquí sale: lo que se escribió."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from mesgepret.expediente.campos import Entero, Hora, Numero, Numeros, Palabras, Texto
from mesgepret.expediente.pieza import Pieza
from mesgepret.lectura import leer

# escrito → lo que sale
SORPRESAS: list[tuple[str, Any]] = [
    ("10:30", "10:30"),
    ("09:00", "09:00"),
    ("No", "No"),
    ("no", "no"),
    ("on", "on"),
    ("Yes", "Yes"),
    ("True", "True"),
    ("true", True),
    ("false", False),
    ("0123", "0123"),
    ("1_000", "1_000"),
    ("0x1F", "0x1F"),
    ("0o17", "0o17"),
    ("+5", "+5"),
    ("1e3", 1000.0),
    (".5", ".5"),
    ("5.", "5."),
    (".inf", ".inf"),
    (".nan", ".nan"),
    ("-5", -5),
    ("-0.5", -0.5),
    ("0", 0),
    ("2024", 2024),
    ("1.10", 1.1),
    ("2024-01-15", "2024-01-15"),
    ("2024-02-30", "2024-02-30"),
    ("2024-01-15 10:00:00", "2024-01-15 10:00:00"),
    ("15/03/2024", "15/03/2024"),
    ("9:30", "9:30"),
    ("12345678901234567890a", "12345678901234567890a"),
    ("=", "="),
    ("'No'", "No"),
    ('"5"', "5"),
    ("''", ""),
    ("null-isimo", "null-isimo"),
    ("Revisión 🎉", "Revisión 🎉"),
    ("Pasio\u0301n", "Pasio\u0301n"),
    ("50%", "50%"),
    ("a#b", "a#b"),
    ("'Calle #4'", "Calle #4"),
    ("|\n  uno # dos\n  tres\n", "uno # dos\ntres\n"),
    (">\n  uno\n  dos\n", "uno dos\n"),
]


@pytest.mark.parametrize(("escrito", "sale"), SORPRESAS, ids=[e.strip() for e, _ in SORPRESAS])
def test_lo_escrito_sale_como_se_escribio(escrito: str, sale: Any) -> None:
    documento, hallazgos = leer("x.yaml", f"clave: {escrito}\n".encode())
    assert hallazgos == []
    assert documento is not None
    assert documento.datos == {"clave": sale}
    assert type(documento.datos["clave"]) is type(sale)


@pytest.mark.parametrize("clave", ["no", "on", "y", "null", "~", "2024", "1.10", "10:30", "Sí"])
def test_toda_clave_es_texto(clave: str) -> None:
    documento = leer("x.yaml", f"{clave}: x\n".encode()).documento
    assert documento is not None
    assert documento.datos == {clave: "x"}


@pytest.mark.parametrize("vacio", ["", "~", "null", "Null", "NULL"])
def test_un_valor_vacio_se_rechaza(vacio: str) -> None:
    documento, (hallazgo,) = leer("x.yaml", f"lugar: {vacio}\n".encode())
    assert documento is None
    assert (hallazgo.codigo, hallazgo.mensaje) == ("L114", "«lugar» no tiene valor")


def test_un_elemento_de_lista_vacio_se_rechaza() -> None:
    _, (hallazgo,) = leer("x.yaml", b"responsables:\n  - sesal\n  -\n")
    assert (str(hallazgo.ubicacion), hallazgo.mensaje) == ("x.yaml:3:4", "«-» no tiene valor")


def test_el_comentario_en_su_linea_no_estorba() -> None:
    documento = leer("x.yaml", b"# arriba\na: b\n  # sangrado\nc: 'd # e'\n# abajo").documento
    assert documento is not None
    assert documento.datos == {"a": "b", "c": "d # e"}


@pytest.mark.parametrize("fin", ["\n", "\r\n", "\r"], ids=["de Unix", "de Windows", "de un Mac antiguo"])
@pytest.mark.parametrize("marca", [b"", b"\xef\xbb\xbf"], ids=["sin marca", "con marca de UTF-8"])
def test_los_finales_de_linea_y_la_marca_de_utf8_dan_lo_mismo(fin: str, marca: bytes) -> None:
    documento = leer("x.yaml", marca + f"a: uno{fin}b:{fin}  - dós{fin}  - 3{fin}".encode()).documento
    assert documento is not None
    assert documento.datos == {"a": "uno", "b": ["dós", 3]}
    assert str(documento.en("b", 0)) == "x.yaml:3:5"


class Ficha(Pieza):
    """Una pieza con un campo de cada clase."""

    oficio = Texto()
    hora = Hora()
    numero = Entero()
    valor = Numero()
    responsables = Palabras()
    variables = Numeros()


def leer_ficha(yaml: str) -> Ficha:
    documento = leer("x.yaml", yaml.encode()).documento
    assert documento is not None
    return Ficha(documento, (), documento.datos)


@pytest.mark.parametrize("escrito", ["1.10", "1e3", "0123", "-0.50", "2232-1010", "100", "SESAL-045-2024"])
def test_un_texto_guarda_el_numero_como_se_tecleo(escrito: str) -> None:
    assert leer_ficha(f"oficio: {escrito}\n").oficio == escrito
    assert leer_ficha(f"responsables: {escrito}\n").responsables == (escrito,)
    assert leer_ficha(f"responsables: [sesal, {escrito}]\n").responsables == ("sesal", escrito)


def test_una_cifra_guarda_sus_ceros() -> None:
    ficha = leer_ficha("valor: 79.50\nvariables: {a: 1.10, b: 3, c: reservado}\n")
    assert str(ficha.valor) == "79.50"
    assert ficha.variables == {"a": Decimal("1.10"), "b": Decimal(3)}


@pytest.mark.parametrize(("escrita", "leida"), [("9:30", "09:30"), ("09:30", "09:30"), ("0:00", "00:00")])
def test_una_hora_sale_con_sus_dos_cifras(escrita: str, leida: str) -> None:
    assert leer_ficha(f"hora: {escrita}\n").hora == leida


@pytest.mark.parametrize(("escrito", "leido"), [("03", 3), ("3", 3), ("'3'", 3), ("reservado", None)])
def test_un_numero_con_cero_delante_es_un_numero(escrito: str, leido: int | None) -> None:
    assert leer_ficha(f"numero: {escrito}\n").numero == leido


def test_una_palabra_vale_donde_va_una_lista() -> None:
    assert leer_ficha("responsables: sesal\n").responsables == ("sesal",)


def test_lo_que_falta_se_lee_sin_fallar() -> None:
    ficha = leer_ficha("otra: x\n")
    assert (ficha.oficio, ficha.hora, ficha.numero, ficha.valor) == ("", "", None, None)
    assert (ficha.responsables, ficha.variables) == ((), {})
