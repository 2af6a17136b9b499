"""La historia de cada cosa, contada en su página: qué día, qué pasó en palabras y en qué confirmación."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from mesgepret import compilador, deposito
from mesgepret.deposito import Git
from mesgepret.imprenta.consultas import Consultas
from mesgepret.imprenta.cronica import Historial
from tests.cli.puerta import ejecutar
from tests.conftest import leer_recursos
from tests.historia.git import ACTA, CIFRAS, METAS, OTRA, Taller
from tests.imprenta.sitio import componer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mesgepret.compilador import Revision
    from mesgepret.historia import Cronica

NUEVA = "mesas/salud/actas/2024-04-04.yaml"
PLAN = "mesas/salud/planes/2024.yaml"
TELEFONO = "2232-9999"


def _historiar(taller: Taller) -> tuple[Revision, Cronica]:
    revision = compilador.revisar(deposito.leer_arbol(taller.datos), leer_recursos())
    return revision, compilador.historiar(Git(taller.datos), revision)


def _contar(taller: Taller, clase: str, id: str) -> list[tuple[str, str]]:
    """Lo que la página de una cosa cuenta: el asunto de cada confirmación y lo que en ella pasó."""
    revision, cronica = _historiar(taller)
    expediente = revision.expediente
    assert expediente is not None
    assert not revision.falla(), [h.mensaje for h in revision.hallazgos if h.bloquea]
    consultas = Consultas(expediente, revision.hallazgos, leer_recursos().requisitos, interno=False)
    piezas: Mapping[str, Any] = {
        "acta": {s.acta.id: s.acta for m in expediente.mesas.values() for s in m.sesiones if s.acta},
        "acuerdo": expediente.acuerdos,
        "meta": {m.id: m for mesa in expediente.mesas.values() for m in mesa.metas},
        "plan": {p.id: p for mesa in expediente.mesas.values() for p in mesa.planes},
    }[clase]
    dichos = Historial(cronica, consultas).de(piezas[id])
    return [(taller.git("log", "-1", "--format=%s", uno.commit), " ".join([uno.que, *uno.codigos])) for uno in dichos]


def _reserva(campo: str) -> str:
    nota = "motivo: Ley de Transparencia, documento: Resolución 4-2024, fecha: 2024-05-01"
    return f"reservas:\n  - {{campo: {campo}, {nota}}}\n"


def _acta_nueva(taller: Taller) -> str:
    """El texto de un acta que no repite número ni sigue nada."""
    texto, _, resto = taller.leer(ACTA).replace("numero: 2", "numero: 3").partition("seguimiento:")
    return texto + resto[resto.index("distribucion:") :].replace("2024-03-25", "2024-04-05")


def test_de_una_ayuda_memoria_se_cuenta_el_borrador_el_cierre_y_lo_que_crece(taller: Taller) -> None:
    taller.anadir(NUEVA, _acta_nueva(taller).replace("estado: definitiva", "estado: borrador"))
    taller.confirmar("Se redacta")
    taller.cambiar(NUEVA, "Sala de la SESAL", f"Llamar al {TELEFONO}")
    taller.confirmar("Se corrige")
    taller.cambiar(NUEVA, f"Llamar al {TELEFONO}", "Sala de la SESAL")
    taller.cambiar(NUEVA, "estado: borrador", "estado: definitiva")
    taller.confirmar("Se cierra")
    taller.anadir(NUEVA, "  - {fecha: 2024-04-08, medio: en mano, destinatarios: [luis-mejia]}\n# un comentario\n")
    taller.confirmar("Se entrega otra copia")
    taller.cambiar(NUEVA, "# un comentario", "# otro")
    taller.confirmar("Un comentario")
    assert _contar(taller, "acta", "SALUD-2024-04-04") == [
        ("Se redacta", "Se escribió, en borrador"),
        ("Se corrige", "Se cambió el borrador"),
        ("Se cierra", "Quedó definitiva"),
        ("Se entrega otra copia", "Distribución, n.º 2: se añade"),
    ]
    assert _contar(taller, "acuerdo", "SALUD-2024-04-04-A1") == [
        ("Se cierra", "Consta en la ayuda memoria definitiva"),
    ]


def test_de_un_acuerdo_se_cuenta_cuando_consta_y_cada_seguimiento(taller: Taller) -> None:
    taller.anadir(
        "mesas/salud/seguimiento/2024-04-05.yaml",
        "registra: luis-mejia\nseguimiento:\n"
        "  - {sobre: SALUD-2024-03-21-A1, estado: en_proceso, avance: 40, comentario: Ya hay dos.}\n",
    )
    taller.confirmar("Entre sesiones")
    taller.cambiar("mesas/salud/seguimiento/2024-04-05.yaml", "en_proceso, avance: 40", "cumplido, avance: 100")
    taller.confirmar("Ya está")
    assert _contar(taller, "acuerdo", "SALUD-2024-03-21-A1") == [
        ("La organización pequeña", "Consta en la ayuda memoria definitiva"),
        ("Entre sesiones", "Seguimiento del 5 de abril de 2024: en proceso"),
        (
            "Ya está",
            "; ".join(f"Seguimiento del 5 de abril de 2024: {que}" for que in ("se quita lo que constaba", "cumplido")),
        ),
    ]


def test_de_una_meta_se_cuentan_sus_cambios_y_sus_cifras(taller: Taller) -> None:
    taller.cambiar(METAS, "{anio: 2025, valor: 90}", "{anio: 2025, valor: 92}")
    taller.cambiar(METAS, "nombre: Cobertura de pentavalente 3", "nombre: Cobertura de la pentavalente")
    taller.confirmar("Se reescribe")
    taller.anadir(
        CIFRAS,
        "  - {indicador: SALUD-M1-I1, valor: 79.6, corrige: faltaba un hospital, estado: definitivo,"
        " fecha_corte: 2024-04-02, fuente: Programa Ampliado de Inmunizaciones}\n",
    )
    taller.confirmar("Se corrige")
    assert _contar(taller, "meta", "SALUD-M1") == [
        (
            "La organización pequeña",
            "Se escribió en la matriz; Cifra (primer trimestre de 2024): 79.5",
        ),
        (
            "Se reescribe",
            "Indicadores, I1, nombre: cambia; indicadores, I1, metas anuales, 2025, valor: de 90 a 92",
        ),
        ("Se corrige", "Cifra (primer trimestre de 2024): 79.6, que corrige a otra"),
    ]


def test_lo_hecho_a_una_definitiva_se_dice_con_su_codigo_si_ya_regia(taller: Taller) -> None:
    taller.cambiar(ACTA, "plazo: 2024-06-30", "plazo: 2024-12-31")
    taller.confirmar("Se mueve el plazo")
    dicho = ("Se mueve el plazo", "Acuerdos, A1, plazo: de 30 de junio de 2024 a 31 de diciembre de 2024 H101")
    assert _contar(taller, "acta", "SALUD-2024-03-21")[-1] == dicho
    assert _contar(taller, "acuerdo", "SALUD-2024-03-21-A1")[-1][1].endswith(" H101")
    rige = taller.git("rev-parse", "HEAD")
    taller.anadir("mesgepret.yaml", f"historia: {{rama: main, rige_desde: {rige}}}\n")
    taller.confirmar("Desde aquí")
    assert _contar(taller, "acta", "SALUD-2024-03-21")[-1][1] == dicho[1].removesuffix(" H101")


def test_lo_que_un_texto_decia_no_vuelve_a_publicarse(taller: Taller) -> None:
    taller.cambiar(ACTA, "Publicar cada mes", f"Publicar (informa el {TELEFONO}) cada mes")
    taller.confirmar("Con teléfono")
    taller.cambiar(ACTA, f" (informa el {TELEFONO})", "")
    taller.confirmar("Sin teléfono")
    assert _contar(taller, "acuerdo", "SALUD-2024-03-21-A1")[-1] == ("Sin teléfono", "Texto: cambia")
    revision, cronica = _historiar(taller)
    assert not [r for r, texto in componer(revision, cronica=cronica).items() if TELEFONO in texto]


def test_de_lo_que_se_reservo_no_se_dice_ni_la_cifra(taller: Taller) -> None:
    taller.cambiar(METAS, "valor: 77, fuente", "valor: 78.25, fuente")
    taller.confirmar("Otra línea base")
    taller.cambiar(METAS, "valor: 78.25, fuente", "valor: reservado, fuente")
    taller.anadir(METAS, _reserva("metas.M1.indicadores.I1.linea_base.valor"))
    taller.confirmar("Se reserva")
    assert [que for _, que in _contar(taller, "meta", "SALUD-M1") if "base" in que] == [
        "Indicadores, I1, línea base, valor: cambia",
        "Indicadores, I1, línea base, valor: se reserva por ley",
    ]


def test_una_reserva_que_aun_no_se_confirmo_ya_calla_lo_de_antes(taller: Taller) -> None:
    taller.cambiar(METAS, "valor: 77, fuente", "valor: 78.25, fuente")
    taller.confirmar("Otra línea base")
    taller.cambiar(METAS, "valor: 78.25, fuente", "valor: reservado, fuente")
    taller.anadir(METAS, _reserva("metas.M1.indicadores.I1.linea_base.valor"))
    assert _contar(taller, "meta", "SALUD-M1")[-1][1] == "Indicadores, I1, línea base, valor: cambia"


def test_una_cifra_que_se_reserva_no_se_lee_en_la_historia_de_su_meta(taller: Taller) -> None:
    taller.cambiar(CIFRAS, "valor: 79.5", "valor: reservado")
    taller.anadir(CIFRAS, _reserva("avances.0.valor"))
    taller.confirmar("Se reserva")
    assert "79.5" not in " ".join(que for _, que in _contar(taller, "meta", "SALUD-M1"))


@pytest.mark.parametrize(
    ("archivo", "era", "mal", "clase", "id"),
    [
        (ACTA, "estado: cumplido, avance", f"estado: Llamar al {TELEFONO}, avance", "acuerdo", "SALUD-2024-02-15-A1"),
        (ACTA, "numero: 2", f'"[clic](javascript:alert) | {TELEFONO}": sí\nnumero: 2', "acta", "SALUD-2024-03-21"),
        (PLAN, "actividades:", f"telefono: {TELEFONO.replace('-', '')}\nactividades:", "plan", "SALUD-P2024"),
        (ACTA, "asistencia: presente", "asistencia: ausente, motivo: embarazo", "acta", "SALUD-2024-03-21"),
    ],
    ids=["un estado que no lo es", "una clave que no existe", "un número con otra clave", "un motivo de una palabra"],
)
def test_de_una_revision_que_nadie_valido_no_se_repite_ni_una_palabra(
    archivo: str, era: str, mal: str, clase: str, id: str, taller: Taller
) -> None:
    taller.cambiar(archivo, era, mal)
    taller.confirmar("Mal")
    taller.cambiar(archivo, mal, era)
    taller.confirmar("Bien")
    dicho = " ".join(que for _, que in _contar(taller, clase, id))
    for secreto in (TELEFONO, "22,329,999", "clic", "embarazo"):
        assert secreto not in dicho


def test_la_pagina_y_verificar_acusan_de_lo_mismo(taller: Taller, capsys: pytest.CaptureFixture[str]) -> None:
    """Reabrir, editar y cerrar; encoger lo que solo crece; y devolverlo todo a como estaba, que no es tocarla."""
    taller.cambiar(ACTA, "estado: definitiva", "estado: borrador")
    taller.confirmar("Se reabre")
    taller.cambiar(ACTA, "plazo: 2024-06-30", "plazo: 2024-12-31")
    taller.confirmar("Se mueve el plazo")
    taller.cambiar(ACTA, "estado: borrador", "estado: definitiva")
    taller.confirmar("Se cierra otra vez")
    taller.cambiar(ACTA, "plazo: 2024-12-31", "plazo: 2024-06-30")
    taller.confirmar("Se devuelve")
    taller.cambiar(ACTA, "correo electrónico", "en mano")
    taller.confirmar("Se encoge")
    assert ejecutar("verificar", "--raiz", str(taller.datos), "--formato", "json") == 1
    (acta,) = [a for a in json.loads(capsys.readouterr().out)["actas"] if a["archivo"] == ACTA]
    dichas = dict(_contar(taller, "acta", "SALUD-2024-03-21"))
    acusados = {taller.git("log", "-1", "--format=%s", f["commit"]): f["codigo"] for f in acta["faltas"]}
    assert {asunto for asunto, que in dichas.items() if " H1" in que} == set(acusados)
    assert dichas["Se reabre"] == "Se reabrió: dejó de ser definitiva H104"
    assert dichas["Se cierra otra vez"] == "Quedó definitiva"
    assert "H1" not in dichas["Se devuelve"]
    assert dichas["Se encoge"].endswith(" H105")


def test_borrarla_y_volver_a_escribirla_no_la_limpia(taller: Taller) -> None:
    escrita = taller.leer(ACTA)
    taller.borrar(ACTA)
    taller.confirmar("Se borra")
    taller.anadir(ACTA, escrita.replace("2024-06-30", "2024-12-31"))
    taller.confirmar("Renace")
    dichas = dict(_contar(taller, "acta", "SALUD-2024-03-21"))
    assert dichas["Se borra"] == "Se borró el documento H102"
    assert dichas["Renace"].endswith(" H101")


def test_una_cifra_reescrita_o_borrada_deja_rastro_y_codigo(taller: Taller) -> None:
    taller.cambiar(CIFRAS, "valor: 79.5", "valor: 85")
    taller.confirmar("Se reescribe")
    taller.borrar(CIFRAS)
    taller.confirmar("Se borra")
    dichas = dict(_contar(taller, "meta", "SALUD-M1"))
    cual = "Cifra (primer trimestre de 2024)"
    assert dichas["Se reescribe"] == f"{cual}: se quita lo que constaba; {cual}: 85 H108"
    assert dichas["Se borra"] == f"{cual}: se quita lo que constaba H108"


def test_un_acta_que_cambia_de_dia_no_pierde_lo_que_se_conto_de_ella(taller: Taller) -> None:
    taller.git("mv", ACTA, "mesas/salud/actas/2024-03-22.yaml")
    taller.borrar("mesas/salud/convocatorias/2024-03-21.yaml")
    taller.confirmar("Era otro día")
    assert _contar(taller, "acta", "SALUD-2024-03-22") == [
        ("La organización pequeña", "Se escribió, ya definitiva"),
        ("Era otro día", "El documento cambió de nombre o de carpeta H103"),
    ]


def test_lo_que_un_dia_no_se_pudo_leer_no_se_cuenta_como_quitado(taller: Taller) -> None:
    escrita = taller.leer(METAS)
    for roto in ("metas: [{\n", "metas: nada\n"):
        (taller.datos / METAS).write_text(roto, "utf-8")
        taller.confirmar("Roto")
        (taller.datos / METAS).write_text(escrita, "utf-8")
        taller.confirmar("Arreglado")
    assert [asunto for asunto, _ in _contar(taller, "meta", "SALUD-M1")] == ["La organización pequeña"]


def test_lo_definitivo_rige_desde_una_confirmacion_que_no_toco_nada(taller: Taller) -> None:
    rige = taller.confirmar("Vacía")
    taller.anadir("mesgepret.yaml", f"historia: {{rama: main, rige_desde: {rige}}}\n")
    taller.confirmar("Desde aquí")
    taller.cambiar(ACTA, "plazo: 2024-06-30", "plazo: 2024-12-31")
    taller.confirmar("Se mueve el plazo")
    assert _contar(taller, "acta", "SALUD-2024-03-21")[-1][1].endswith(" H101")


def test_un_documento_que_se_mueve_conserva_lo_que_se_conto_de_el(taller: Taller) -> None:
    taller.git("mv", PLAN, "mesas/salud/planes/2024-2024.yaml")
    taller.cambiar(OTRA, "SALUD-P2024", "SALUD-P2024-2024")
    taller.confirmar("Otro nombre")
    assert _contar(taller, "plan", "SALUD-P2024-2024") == [
        ("La organización pequeña", "Se escribió"),
        ("Otro nombre", "El documento cambió de nombre o de carpeta"),
    ]


def test_en_el_sitio_cada_pagina_trae_su_historia_y_el_pie_su_revision(taller: Taller) -> None:
    taller.anadir("mesgepret.yaml", "sitio: {forja: https://git.ejemplo.hn/mesas}\n")
    commit = taller.confirmar("Con forja")
    primero = taller.git("rev-parse", "HEAD~1")
    taller.anadir(NUEVA, _acta_nueva(taller))
    revision, cronica = _historiar(taller)
    sitio = componer(revision, cronica=cronica)
    fila = (
        f"| 2 de mayo de 2024 | Se escribió, ya definitiva |"
        f" [{primero[:9]}](<https://git.ejemplo.hn/mesas/commit/{primero}>) |"
    )
    assert fila in sitio["mesas/salud/actas/2024-03-21/index.md"]
    assert "Todavía no está en ninguna confirmación" in sitio["mesas/salud/actas/2024-04-04/index.md"]
    for ruta in ("planes/2024", "actas/2024-03-21"):
        assert 'id="registro"' in sitio[f"mesas/salud/{ruta}/index.html"]
    assert 'id="registro"' in sitio["acuerdos/salud-2024-03-21-a1/index.html"]
    assert 'id="registro"' in sitio["mcr/metas/salud-m1/index.html"]
    pie = f"Hecho de la revisión [{commit[:9]}](<https://git.ejemplo.hn/mesas/commit/{commit}>), con cambios sin confirmar."
    assert pie in sitio["index.md"]
    assert "con cambios sin confirmar" in sitio["index.html"]


def test_el_sello_de_la_pagina_y_el_del_json_son_el_que_dice_la_orden(
    taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ejecutar("sello", "SALUD-2024-03-21", "--raiz", str(taller.datos)) == 0
    dicho = capsys.readouterr().out.split()[0]
    sitio = componer(_historiar(taller)[0])
    assert f"<code>{dicho}</code>" in sitio["mesas/salud/actas/2024-03-21/index.html"]
    assert json.loads(sitio["mesas/salud/actas/2024-03-21/acta.json"])["sello"] == dicho


def _construir(raiz: Path, salida: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert ejecutar("construir", "--sin-buscador", "--raiz", str(raiz), "--salida", str(salida)) == 0
    return capsys.readouterr().out


def test_desde_una_subcarpeta_con_acentos_tambien_se_cuenta(tmp_path: Path, taller: Taller, capsys: Any) -> None:
    dentro = "datos de la organización"
    (taller.raiz / dentro).mkdir()
    for nombre in ("mcr", "mesas", "mesgepret.yaml"):
        taller.git("mv", nombre, dentro)
    taller.confirmar("A su carpeta")
    assert "Sin historia" not in _construir(taller.raiz / dentro, tmp_path / "sitio", capsys)
    pagina = (tmp_path / "sitio/mesas/salud/actas/2024-03-21/index.md").read_text("utf-8")
    assert "Se escribió, ya definitiva" in pagina


def test_sin_git_se_construye_igual_y_se_dice_que_no_hay_historia(
    tmp_path: Path, taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    (taller.raiz / ".git").rename(tmp_path / "fuera")
    assert "Sin historia en las páginas: esta carpeta no está en un repositorio de Git" in _construir(
        taller.raiz, tmp_path / "sitio", capsys
    )
    pagina = (tmp_path / "sitio/mesas/salud/actas/2024-03-21/index.md").read_text("utf-8")
    assert "esta edición del sitio se hizo sin la historia de Git" in pagina
    assert "revisión" not in pagina.rpartition("---")[2]


def test_un_clon_superficial_no_pasa_por_tener_poca_historia(
    tmp_path: Path, taller: Taller, capsys: pytest.CaptureFixture[str]
) -> None:
    taller.confirmar("Otra más")
    copia = tmp_path / "copia"
    subprocess.run(["git", "clone", "-q", "--depth", "1", taller.raiz.as_uri(), str(copia)], check=True)
    assert "git fetch --unshallow" in _construir(copia, tmp_path / "sitio", capsys)
