"""La puerta: órdenes, códigos de salida y lo que se lee en la terminal."""

from __future__ import annotations

import ast
import gc
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from mesgepret import deposito
from mesgepret.cli.espanol import MENSAJES, MODULOS
from tests.cli.puerta import ACTA, cambiar, ejecutar
from tests.conftest import BASE


def _huella(carpeta: Path) -> dict[str, bytes]:
    return {str(p.relative_to(carpeta)): p.read_bytes() for p in sorted(carpeta.rglob("*")) if p.is_file()}


def test_construir_escribe_el_sitio_y_dice_donde_mirar(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("construir") == 0
    dicho = capsys.readouterr().out
    assert re.search(r"^18 documentos: 0 errores, 0 incumplimientos y 0 alertas\. [0-9.]+ s\.$", dicho, re.MULTILINE)
    assert re.search(r"páginas, cada una en HTML y en Markdown .* Ábralo en output/index\.html", dicho)
    assert (repositorio / "output" / "index.html").is_file()
    assert (repositorio / "output" / "index.md").is_file()


def test_un_error_sale_con_1_y_el_sitio_queda_como_estaba(
    repositorio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar("construir") == 0
    antes = _huella(repositorio / "output")
    cambiar(repositorio / ACTA, "responsables: [sesal]", "responsables: [sesall]")
    capsys.readouterr()
    assert ejecutar("construir") == 1
    assert _huella(repositorio / "output") == antes
    bloque, _, cierre = capsys.readouterr().out.partition("\n\n")
    assert bloque == (
        f"{ACTA}:21:20: error V101: «sesall» no es miembro, grupo ni institución de la mesa\n"
        "    |\n"
        " 21 |     responsables: [sesall]\n"
        "    |                    ^\n"
        "   ayuda: ¿quiso decir «sesal»?"
    )
    assert cierre.startswith("18 documentos: 1 error, 0 incumplimientos y 0 alertas.")
    assert cierre.endswith("No se escribió nada: output queda como estaba.\n")


def test_el_recolector_vuelve_a_trabajar_antes_de_componer(repositorio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Apagado mientras se compone, la memoria crecería con el sitio."""
    encendido = []
    publicar = deposito.publicar

    def vigilar(salida: Path, paginas: object, acabar: object) -> int:
        encendido.append(gc.isenabled())
        return publicar(salida, paginas, acabar)  # type: ignore[arg-type]

    monkeypatch.setattr(deposito, "publicar", vigilar)
    assert ejecutar("construir", "--raiz", str(repositorio)) == 0
    assert encendido == [True]


def test_revisar_no_escribe_nada(repositorio: Path) -> None:
    antes = _huella(repositorio)
    assert ejecutar("revisar") == 0
    assert _huella(repositorio) == antes


def test_estricto_hace_fallar_un_incumplimiento_y_no_el_justificado(
    repositorio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    convocatoria = repositorio / "mesas/salud/convocatorias/2024-03-21.yaml"
    cambiar(convocatoria, "fecha: 2024-03-12", "fecha: 2024-03-18")
    assert ejecutar("revisar") == 0
    assert ejecutar("revisar", "--estricto") == 1
    capsys.readouterr()
    with convocatoria.open("a", encoding="utf-8") as archivo:
        archivo.write(
            "justificaciones:\n  - {regla: C102, motivo: Brote de sarampión, autor: luis-mejia, fecha: 2024-03-18}\n"
        )
    assert ejecutar("revisar", "--estricto") == 0
    dicho = capsys.readouterr().out
    assert "justificado por luis-mejia (2024-03-18): Brote de sarampión" in dicho
    assert "1 incumplimiento (1 con justificación)" in dicho


def test_la_raiz_se_busca_hacia_arriba(repositorio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repositorio / "mesas" / "salud" / "actas")
    assert ejecutar("revisar") == 0


def test_hoy_cambia_el_dia_con_que_se_juzga(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("construir", "--hoy", "2024-03-22", "--salida", "sitio") == 0
    assert "Corte al 22 de marzo de 2024." in (repositorio / "sitio" / "index.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("argumentos", "dicho"),
    [
        ((), "Uso: mesgepret"),
        (("revisa",), "no hay ninguna orden «revisa»."),
        (("revisar", "--hoi", "2024-01-01"), "no hay ninguna opción --hoi."),
        (("revisar", "--hoy", "ayer"), "«ayer» no es un día; se escribe 2024-12-31."),
        (("revisar", "--hoy"), "la opción --hoy pide un valor."),
        (("revisar", "--perfil", "secreto"), "«secreto» no está entre"),
        (("revisar", "sobra"), "sobra un argumento (sobra)"),
        (("revisar", "--raiz", "nada"), "«nada» no es un repositorio de mesgepret"),
        (("explicar",), "diga un código, como C102, un requisito, como R81, o --lista."),
        (("explicar", "convocatoria-tarde"), "«convocatoria-tarde». ¿Quiso decir convocatoria-tardia?"),
        (("explicar", "R109"), "no hay ningún código, nombre ni requisito «R109»."),
    ],
    ids=lambda v: " ".join(v) or "sin orden" if isinstance(v, tuple) else None,
)
@pytest.mark.usefixtures("repositorio")
def test_el_mal_uso_sale_con_2_y_se_dice_en_espanol(
    argumentos: tuple[str, ...], dicho: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar(*argumentos) == 2
    assert dicho in capsys.readouterr().err


def test_fuera_de_un_repositorio_sale_con_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ejecutar("revisar") == 2


def test_donde_no_se_puede_escribir_sale_con_2(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repositorio / "ocupada").mkdir()
    (repositorio / "ocupada" / "tesis.txt").write_text("mía")
    assert ejecutar("construir", "--salida", "ocupada") == 2
    assert "mesgepret no escribió" in capsys.readouterr().err
    (repositorio / "archivo").write_text("x")
    assert ejecutar("construir", "--salida", "archivo/sitio") == 2


@pytest.mark.usefixtures("repositorio")
def test_un_defecto_nuestro_sale_con_3_y_se_confiesa(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def romperse(*_: object, **__: object) -> None:
        raise ZeroDivisionError("prueba")

    monkeypatch.setattr(deposito, "leer_arbol", romperse)
    assert ejecutar("revisar") == 3
    assert "Esto es un defecto de mesgepret, no de sus documentos." in capsys.readouterr().err


@pytest.mark.usefixtures("repositorio")
def test_explicar_ensena_la_pagina_y_la_lista(capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("explicar", "c102") == 0
    assert capsys.readouterr().out.startswith("# C102 · convocatoria-tardia\n")
    assert ejecutar("explicar", "--lista") == 0
    assert "C102  incumplimiento  convocatoria-tardia\n" in capsys.readouterr().out


def test_el_color_solo_si_se_pide_o_hay_terminal(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cambiar(repositorio / ACTA, "responsables: [sesal]", "responsables: [sesall]")
    ejecutar("revisar")
    assert "\x1b" not in capsys.readouterr().out
    ejecutar("revisar", "--color", "siempre")
    assert "\x1b[1;31merror V101\x1b[0m" in capsys.readouterr().out


def test_no_color_apaga_el_color_de_la_terminal(repositorio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pty

    cambiar(repositorio / ACTA, "responsables: [sesal]", "responsables: [sesall]")

    def en_terminal() -> bytes:
        leido = b""

        def guardar(descriptor: int) -> bytes:
            nonlocal leido
            trozo = os.read(descriptor, 65536)
            leido += trozo
            return b""

        pty.spawn([sys.executable, "-m", "mesgepret", "revisar"], guardar)
        return leido

    monkeypatch.setenv("PYTHONPATH", str(BASE.parents[2]))
    assert b"\x1b[1;31merror V101" in en_terminal()
    monkeypatch.setenv("NO_COLOR", "1")
    assert b"\x1b[1;31m" not in en_terminal()


def _mensajes_de_click() -> set[str]:
    carpeta = Path(click.__file__).parent
    mensajes = set()
    for nombre in MODULOS:
        for nodo in ast.walk(ast.parse((carpeta / f"{nombre}.py").read_text("utf-8"))):
            if isinstance(nodo, ast.Call) and getattr(nodo.func, "id", "") in ("_", "ngettext"):
                mensajes |= {a.value for a in nodo.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return mensajes


# Lo que estas órdenes no pueden provocar: no preguntan, no tienen aliases, ni rangos, ni variables de entorno.
SIN_TRADUCIR = {
    "%(prog)s, version %(version)s",
    "Show the version and exit.",
    "(dynamic)", "Arguments take exactly one parameter declaration, got {length}: {decls}.", "Argument {name!r} takes {nargs} values.",
    "Boolean option {decl!r} cannot use the same flag for true/false.", "Choice({choices})", "Confirm the action without prompting.",
    "Could not determine name for option with declarations {decls!r}", "Could not open file {filename!r}: {message}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}", "Do you want to continue?",
    "Invalid start character for option ({option})", "Name '{name}' defined twice",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? Did you mean to pass '--{name}'?",
    "Value must be an iterable.", "deprecated", "env var: {var}", "unknown error", "{len_type} values are required, but {len_value} was given.",
    "{len_type} values are required, but {len_value} were given.", "{name} {filename!r} is not executable.",
    "{name} {filename!r} is not writable.", "{value!r} does not match the format {format}.",
    "{value!r} does not match the formats {formats}.", "{value!r} is not a valid UUID.",
    "{value!r} is not a valid boolean. Recognized values: {states}", "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
}  # fmt: skip


@pytest.mark.usefixtures("repositorio")
def test_dice_su_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("--version") == 0
    assert re.fullmatch(r"mesgepret [0-9]+\.[0-9]+\.[0-9]+\n", capsys.readouterr().out)


def test_click_no_ha_cambiado_sus_mensajes() -> None:
    assert _mensajes_de_click() - SIN_TRADUCIR == set(MENSAJES)


@pytest.mark.parametrize("orden", ["", "construir", "revisar", "explicar", "feriados"])
def test_la_ayuda_esta_en_espanol(orden: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar(*orden.split(), "--help") == 0
    dicho = capsys.readouterr().out
    assert dicho.startswith("Uso: mesgepret")
    for ingles in ("Usage", "Options", "Commands", "Show ", "default:", "directory"):
        assert ingles not in dicho


def _por_tuberia(repositorio: Path, orden: str) -> int:
    programa = f"{sys.executable} -m mesgepret {orden}"
    ambiente = {**os.environ, "PYTHONPATH": str(BASE.parents[2])}
    return subprocess.run(
        ["bash", "-c", programa], cwd=repositorio, env=ambiente, capture_output=True, check=False
    ).returncode


def test_quien_deja_de_leer_no_cambia_el_resultado(repositorio: Path) -> None:
    assert _por_tuberia(repositorio, "construir | true; exit ${PIPESTATUS[0]}") == 0
    assert (repositorio / "output" / "index.html").is_file()
    assert _por_tuberia(repositorio, "explicar --lista | head -1; exit ${PIPESTATUS[0]}") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, el disco siempre lleno, es de Linux; CI lo corre")
def test_una_salida_que_no_se_puede_escribir_es_del_entorno(repositorio: Path) -> None:
    assert _por_tuberia(repositorio, "revisar > /dev/full") == 2
    assert _por_tuberia(repositorio, "revisar >&-") == 0


def test_si_la_salida_es_un_enlace_se_publica_donde_apunta(repositorio: Path) -> None:
    (repositorio / "publicado").mkdir()
    (repositorio / "output").symlink_to("publicado")
    assert ejecutar("construir") == 0
    assert ejecutar("construir") == 0
    assert (repositorio / "output").is_symlink()
    assert (repositorio / "publicado" / "index.html").is_file()


def test_la_raiz_del_disco_no_es_un_sitio(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ejecutar("construir", "--salida", "/") == 2
    assert "no puede ser la carpeta del sitio" in capsys.readouterr().err


def test_los_errores_se_dicen_al_final_junto_a_la_cuenta(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cambiar(repositorio / "mesas/salud/convocatorias/2024-03-21.yaml", "fecha: 2024-03-12", "fecha: 2024-03-19")
    cambiar(repositorio / "mcr/ejes.yaml", "sectores: [salud]", "sectores: [salu]")
    assert ejecutar("revisar") == 1
    *_, ultimo = re.findall(r": (error|incumplimiento|alerta) ", capsys.readouterr().out)
    assert ultimo == "error"


def test_desde_la_carpeta_de_arriba_github_ve_los_archivos_donde_estan(
    repositorio: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cambiar(repositorio / ACTA, "responsables: [sesal]", "responsables: [sesall]")
    monkeypatch.chdir(repositorio.parent)
    assert ejecutar("revisar", "--raiz", "repositorio", "--formato", "github") == 1
    assert f"file=repositorio/{ACTA}," in capsys.readouterr().out


def test_un_resumen_de_github_que_no_se_puede_escribir_es_del_entorno(
    repositorio: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(repositorio / "no" / "existe.md"))
    assert ejecutar("revisar", "--formato", "github") == 2
    assert "existe.md: no existe" in capsys.readouterr().err
