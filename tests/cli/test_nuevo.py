"""El documento siguiente, empezado con lo que se sabe: no pisa nada, no se publica a medias y, completo, está bien."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mesgepret.lectura import leer
from tests.cli.puerta import cambiar, ejecutar

if TYPE_CHECKING:
    from pathlib import Path

RELLENO = {
    "agenda.estado": "tratado",
    "modalidad": "presencial", "hora_inicio": "9:00", "hora_cierre": "11:00", "lugar": "Sala de la SESAL", "tema": "Un tema",
    "responsables": "[sesal]", "estado": "en_proceso", "conclusion": "Se acuerda", "texto": "Publicar la lista", "resultado": "Se sabe",
    "plazo": "2024-05-31", "forma": "consenso", "comentario": "Sigue", "avance": "40", "fecha": "2024-04-01", "medio": "correo electrónico",
    "asistencia": "presente", "objetivo": "OE3", "producto": "PRO3", "actividad": "Hacer algo", "inicio": "2025-02-01", "fin": "2025-11-30",
    "medio_verificacion": "Acta", "valor": "50", "titulo": "Boletín", "url": "https://ejemplo.hn/b", "id": "eva-rios", "nombre": "Eva Ríos",
    "cargo": "Directora", "nivel": "tecnico", "papel": "upgret", "calidad": "titular", "numero": "SESAL-9-2024", "firmante": "Ana López",
    "recibido": "2024-04-01", "desde": "2024-04-01", "miembro": "eva-rios", "documento": "Acuerdo 2-2024", "por": "[eva-rios]",
    "consintieron": "[sesal]", "persona_enlace": "eva-rios", "como_se_aborda": "Se publica", "pertinente": "true", "motivo": "Le toca",
    "funciones": "[tomar nota]", "preside": "[luis-mejia]", "levanta": "[luis-mejia]", "emite": "luis-mejia", "fuente": "Registro",
}  # fmt: skip


def completar(archivo: Path, **distintos: str) -> None:
    """Pone algo en cada hueco: donde la lectura dice que una clave no tiene valor."""
    lineas = archivo.read_text("utf-8").splitlines()
    for falta in leer(archivo.name, archivo.read_bytes()).hallazgos:
        assert falta.codigo == "L114", falta.mensaje
        vacia = lineas[falta.ubicacion.linea - 1]
        clave = vacia.strip(" -:")
        bloque = next(linea for linea in reversed(lineas[: falta.ubicacion.linea]) if linea[:1].isalpha()).partition(
            ":"
        )[0]
        relleno = RELLENO | distintos
        lineas[falta.ubicacion.linea - 1] = f"{vacia} {relleno.get(f'{bloque}.{clave}') or relleno[clave]}"
    archivo.write_text("\n".join(lineas) + "\n", "utf-8")


CASOS = {
    "acta con su convocatoria": (["acta", "salud", "2024-04-04"], "mesas/salud/actas/2024-04-04.yaml", {}),
    "acta sin convocatoria": (["acta", "salud", "2024-04-09"], "mesas/salud/actas/2024-04-09.yaml", {}),
    "acta de una sesión política": (["acta", "salud", "2024-04-09", "--nivel", "politico"], "mesas/salud/actas/2024-04-09.yaml", {}),
    "segunda acta de un día": (["acta", "salud", "2024-03-21-2"], "mesas/salud/actas/2024-03-21-2.yaml", {}),
    "convocatoria": (["convocatoria", "salud", "2024-04-18"], "mesas/salud/convocatorias/2024-04-18.yaml", {}),
    "seguimiento": (["seguimiento", "salud", "2024-04-08"], "mesas/salud/seguimiento/2024-04-08.yaml", {}),
    "plan": (["plan", "salud", "2025"], "mesas/salud/planes/2025.yaml", {"responsables": "[luis-mejia]"}),
    "avance": (["avance", "sesal", "2023-T4"], "mcr/avances/2023-T4/sesal.yaml", {"estado": "definitivo"}),
    "miembro": (["miembro", "salud", "stlcc"], "mesas/salud/miembros/stlcc.yaml", {}),
}  # fmt: skip


@pytest.mark.parametrize("caso", CASOS)
def test_lo_que_se_empieza_no_se_publica_a_medias_y_completo_no_tiene_errores(
    caso: str, repositorio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    que, archivo, distintos = CASOS[caso]
    convocatoria = repositorio / "mesas/salud/convocatorias/2024-03-21.yaml"
    (repositorio / "mesas/salud/convocatorias/2024-04-04.yaml").write_text(
        convocatoria.read_text("utf-8").replace("2024-03-12", "2024-03-26"), "utf-8"
    )
    assert ejecutar("nuevo", *que) == 0
    assert f"Se escribió {archivo}." in capsys.readouterr().out
    assert ejecutar("revisar") == 1
    assert f"{archivo}:" in capsys.readouterr().out
    completar(repositorio / archivo, **distintos)
    dicho = ejecutar("revisar"), capsys.readouterr().out
    assert dicho[0] == 0, dicho[1]
    assert ejecutar("nuevo", *que) in ((2,) if "miembro" not in que and "avance" not in que else (0, 2))


def test_una_mesa_que_empieza_y_su_primer_miembro(repositorio: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (repositorio / "mcr/sectores.yaml").open("a", encoding="utf-8") as hoja:
        hoja.write("  - {id: energia, sigla: ENER, nombre: Energía, rectoras: [sesal]}\n")
    cambiar(repositorio / "mcr/instituciones.yaml", "nombre: Secretaría de Salud, sectores: [salud]",
            "nombre: Secretaría de Salud, sectores: [salud, energia]")  # fmt: skip
    cambiar(repositorio / "mcr/ejes.yaml", "sectores: [salud]", "sectores: [salud, energia]")
    for que, archivo in (
        (["miembro", "energia", "sesal"], "mesas/energia/miembros/sesal.yaml"),
        (["mesa", "energia"], "mesas/energia/mesa.yaml"),
    ):
        assert ejecutar("nuevo", *que) == 0
        completar(repositorio / archivo, papel="maxima_autoridad", id="eva-rios" if "miembro" in que else "marta-paz")
    capsys.readouterr()
    salida = ejecutar("revisar")
    assert salida == 0, capsys.readouterr().out
    assert ejecutar("nuevo", "mesa", "energia") == 2
    assert "no se escribe encima de nada" in capsys.readouterr().err


def test_el_acta_trae_lo_que_ya_se_sabe(repositorio: Path) -> None:
    convocatoria = repositorio / "mesas/salud/convocatorias/2024-03-21.yaml"
    texto = (
        convocatoria.read_text("utf-8")
        .replace("2024-03-12", "2024-03-26")
        .replace("tema: Avance de la vacunación", 'tema: "Metas: lo que falta"')
    )
    (repositorio / "mesas/salud/convocatorias/2024-04-04.yaml").write_text(texto, "utf-8")
    assert ejecutar("nuevo", "acta", "salud", "2024-04-04") == 0
    acta = (repositorio / "mesas/salud/actas/2024-04-04.yaml").read_text("utf-8")
    for sabido in (
        "numero: 3\n", "nivel: tecnico\n", "modalidad: presencial\n", "lugar: Sala de la SESAL\n", "preside: [luis-mejia]\n",
        "  - miembro: juan-coto\n    asistencia:\n", '    tema: "Metas: lo que falta"\n',
        "  # Publicar cada mes las existencias de vacunas por región; plazo, 30 de junio de 2024\n  - sobre: SALUD-2024-03-21-A1\n",
    ):  # fmt: skip
        assert sabido in acta
    assert "ana-lopez" not in acta  # es del nivel político
    assert "SALUD-2024-02-15-A1" not in acta  # ya consta cumplido


def test_la_alerta_abierta_se_ofrece_para_citarla(repositorio: Path) -> None:
    cambiar(repositorio / "mesgepret.yaml", "hoy: 2024-04-10", "hoy: 2024-07-10")
    assert ejecutar("nuevo", "convocatoria", "salud", "2024-07-25") == 0
    escrito = (repositorio / "mesas/salud/convocatorias/2024-07-25.yaml").read_text("utf-8")
    assert "#   acuerdo-vencido:SALUD-2024-03-21-A1:2024-06-30\n" in escrito
    assert "# El último día para enviarla con los días que se piden es el 20 de julio de 2024." in escrito


def test_a_quien_ya_tiene_archivo_se_le_dice_que_anadir_y_no_se_toca(
    repositorio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archivo = repositorio / "mesas/salud/miembros/arsa.yaml"
    antes = archivo.read_bytes()
    assert ejecutar("nuevo", "miembro", "salud", "arsa") == 0
    dicho = capsys.readouterr()
    assert "ya está: pegue esto al final" in dicho.err
    assert dicho.out.startswith("  # id: en minúsculas")
    assert archivo.read_bytes() == antes
    with archivo.open("a", encoding="utf-8") as hoja:
        hoja.write(dicho.out)
    completar(archivo)
    assert ejecutar("revisar") == 0


@pytest.mark.parametrize(
    ("orden", "dicho"),
    [
        (["acta", "salut", "2024-04-04"], "no hay ninguna mesa «salut». ¿Quiso decir salud?"),
        (["acta", "salud", "2024-02-30"], "«2024-02-30» no es un día"),
        (["acta", "salud", "2024-04-04-1"], "o 2024-04-04-2 si es la segunda".replace("2024-04-04", "2024-12-31")),
        (["avance", "sedh", "2024-T2"], "«sedh» no responde por ningún indicador sin cifra en 2024-T2"),
        (["plan", "salud", "2025-2024"], "no es el periodo de un plan"),
        (["mesa", "cultura"], "no hay ningún sector «cultura»"),
        (["seguimiento", "salud", "2024-02-01"], "no tiene ese día ningún acuerdo abierto"),
    ],
)  # fmt: skip
def test_lo_que_no_puede_empezarse_se_explica(
    orden: list[str], dicho: str, repositorio: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    antes = sorted(repositorio.rglob("*"))
    assert ejecutar("nuevo", *orden) == 2
    assert dicho in capsys.readouterr().err
    assert sorted(repositorio.rglob("*")) == antes
