"""Un hallazgo en la terminal: lugar, hecho, renglón con su marca y remedio."""

from __future__ import annotations

from mesgepret.avisos import Papel, contar_hallazgos, escribir
from mesgepret.diagnostico import Diagnostico, Gravedad, Justificacion, Ubicacion, ordenar, sugerir


def _bloque(hallazgo: Diagnostico, contenido: str, *, color: bool = False) -> str:
    return "".join(escribir([hallazgo], {"a.yaml": contenido.encode()}, Papel(color=color)))


def test_ensena_el_renglon_con_la_marca_debajo_de_lo_culpable() -> None:
    hallazgo = Diagnostico(Ubicacion("a.yaml", 2, 8), "V101", "no existe una meta «X-M1»", ayuda="revise el id")
    assert _bloque(hallazgo, "a: b\nmetas: [X-M1]\n") == (
        "a.yaml:2:8: error V101: no existe una meta «X-M1»\n"
        "   |\n"
        " 2 | metas: [X-M1]\n"
        "   |        ^\n"
        "   ayuda: revise el id\n"
    )


def test_de_un_renglon_larguisimo_ensena_el_trozo_culpable() -> None:
    hallazgo = Diagnostico(Ubicacion("a.yaml", 1, 501), "L117", "sobra")
    dicho = _bloque(hallazgo, "x" * 500 + "#" + "y" * 500).splitlines()
    assert len(dicho[2]) < 120
    assert dicho[2][dicho[3].index("^")] == "#"


def test_lo_que_la_terminal_obedeceria_se_ve_como_un_punto() -> None:
    hallazgo = Diagnostico(Ubicacion("a.yaml\x1b[31m", 1, 1), "L107", "hay un \x1b[2J invisible")
    dicho = _bloque(hallazgo, "\x1b[2Jb")
    assert "\x1b" not in dicho
    assert dicho.startswith("a.yaml\\x1b[31m:1:1: error L107: hay un ·[2J invisible")


def test_un_hallazgo_de_un_archivo_que_no_se_leyo_no_ensena_renglon() -> None:
    assert (
        _bloque(Diagnostico(Ubicacion("b.yaml"), "L124", "no se puede leer"), "")
        == "b.yaml:1:1: error L124: no se puede leer\n"
    )


def test_dos_lugares_se_ensenan_los_dos() -> None:
    hallazgo = Diagnostico(Ubicacion("a.yaml", 2, 1), "L103", "repetida", otras=(Ubicacion("a.yaml", 1, 1),))
    dicho = _bloque(hallazgo, "uno: 1\nuno: 2\n")
    assert " 2 | uno: 2\n" in dicho
    assert "   y aquí: a.yaml:1:1\n" in dicho
    assert " 1 | uno: 1\n" in dicho


def test_la_cuenta_dice_las_tres_gravedades_y_lo_justificado() -> None:
    lugar = Ubicacion("a.yaml")
    hallazgos = [
        Diagnostico(lugar, "V101", "x"),
        Diagnostico(lugar, "C102", "y", Gravedad.INCUMPLIMIENTO, justificacion=Justificacion("m", "a", "2024-01-01")),
        Diagnostico(lugar, "C102", "z", Gravedad.INCUMPLIMIENTO),
    ]
    assert contar_hallazgos(hallazgos) == "1 error, 2 incumplimientos (1 con justificación) y 0 alertas"


def test_el_orden_es_el_de_lectura_y_no_el_de_llegada() -> None:
    tarde, pronto = (
        Diagnostico(Ubicacion("b.yaml", 1, 1), "A101", "x"),
        Diagnostico(Ubicacion("a.yaml", 9, 9), "V101", "x"),
    )
    assert ordenar([tarde, pronto, tarde]) == [pronto, tarde]


def test_sugiere_lo_mas_parecido_sin_tildes_ni_mayusculas() -> None:
    assert sugerir("Educasión", ["educacion", "ejecucion"]) == "educacion"
    assert sugerir("xyz", ["educacion"]) == ""
