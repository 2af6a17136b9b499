"""De una justificación o una reserva a si explica algo: los bordes que las páginas de J no alcanzan."""

from __future__ import annotations

import pytest

from tests.conftest import dichos, revisar_sobre_base

CONVOCATORIA = "mesas/salud/convocatorias/2024-05-16.yaml"
INFORME = "mesas/salud/informes/primer-bimestre.yaml"
TARDIO = """solicitado_por: Secretaría de la Presidencia
fecha: 2024-03-01
plazo: 2024-03-15
alcance: mesa
corte: 2024-02-29
entregado: {fecha: 2024-03-20, por: luis-mejia, a: Secretaría de la Presidencia}
"""


def justificada(regla: str, sobre: str = "") -> str:
    """Una convocatoria en regla, con la justificación de algo."""
    cual = f"sobre: {sobre}, " if sobre else ""
    return f"""nivel: tecnico
hora_inicio: "09:00"
lugar: Sala de la SESAL
emite: luis-mejia
enviada: {{fecha: 2024-05-02, medio: correo electrónico}}
convocados: todos
agenda:
  - {{punto: 1, tema: Avance de la vacunación}}
justificaciones:
  - {{regla: {regla}, {cual}motivo: Brote de sarampión, autor: Luis Mejía, fecha: 2024-04-09}}
"""


def de_j(cambios: dict[str, str | bytes | None]) -> list[str]:
    """Lo que las reglas J dicen de la organización pequeña con esos cambios, sin el lugar."""
    return [d.split(" ", 1)[1] for d in dichos(revisar_sobre_base(cambios)) if " J10" in d]


@pytest.mark.parametrize(
    ("regla", "esperado"),
    [
        ("C012", "que no es ninguna regla; ¿quiso decir «C1"),
        ("Z900", "que no es ninguna regla"),
        ("D118", "que no es un incumplimiento: es un error, y se corrige"),
        ("D108", "que no es un incumplimiento: es una alerta, y no hace falta"),
        ("V101", "que no es un incumplimiento: es un error, y se corrige"),
    ],
)
def test_se_dice_por_que_una_justificacion_no_sirve(regla: str, esperado: str) -> None:
    (dicho,) = de_j({CONVOCATORIA: justificada(regla)})
    assert dicho.startswith(f"J101 se justifica «{regla}», ")
    assert esperado in dicho


def test_una_justificacion_sirve_desde_otro_archivo_de_la_mesa_si_nombra_de_que_trata() -> None:
    assert de_j({INFORME: TARDIO, CONVOCATORIA: justificada("D107", "SALUD-IN-PRIMER-BIMESTRE")}) == []
    assert de_j({INFORME: TARDIO, CONVOCATORIA: justificada("D107", "SALUD-IN-OTRO")}) == [
        "J101 se justifica «D107», y no halla nada sobre «SALUD-IN-OTRO»; sí lo halla sobre «SALUD-IN-PRIMER-BIMESTRE»"
    ]
    assert len(de_j({INFORME: TARDIO, CONVOCATORIA: justificada("D107")})) == 1


def test_dos_justificaciones_del_mismo_hecho_sirven_las_dos() -> None:
    dos = "justificaciones:\n" + "".join(
        f"  - {{regla: D107, {sobre}motivo: Se esperó, autor: Luis Mejía, fecha: 2024-03-20}}\n"
        for sobre in ("", "sobre: SALUD-IN-PRIMER-BIMESTRE, ")
    )
    assert de_j({INFORME: TARDIO + dos}) == []


def test_de_una_mesa_en_duda_no_se_acusa_ninguna_justificacion() -> None:
    roto = TARDIO.replace("luis-mejia", "luis-mejilla")
    assert de_j({INFORME: roto, CONVOCATORIA: justificada("C102")}) == []


def test_lo_anterior_a_lo_que_se_juzga_no_se_acusa_ni_por_lo_que_explicaba() -> None:
    vieja = CONVOCATORIA.replace("2024-05-16", "2022-05-16")
    texto = justificada("C102").replace("2024-05-02", "2022-05-13")
    assert de_j({vieja: texto}) == []


@pytest.mark.parametrize(
    ("campo", "esperado"),
    [
        ("participantes.1.cargo", []),
        ("participantes.1", []),
        ("participantes", []),
        ("participantes.0.cargo", ["J103 la reserva nombra «participantes.0.cargo», y el documento no dice nada ahí"]),
        ("participantes.7", ["J103 la reserva nombra «participantes.7», y el documento no dice nada ahí"]),
        ("lugar", ["J103 la reserva nombra «lugar», y ahí no se escribió «reservado»"]),
    ],
)
def test_una_reserva_nombra_su_campo_por_la_ruta(campo: str, esperado: list[str]) -> None:
    ruta = "mesas/salud/actas/2024-03-21.yaml"
    acta = revisar_sobre_base({}).documentos[ruta].decode()
    acta = acta.replace("juan-coto, asistencia", "juan-coto, cargo: reservado, asistencia")
    nota = f"reservas: [{{campo: {campo}, motivo: Ley, documento: Resolución 1, fecha: 2024-03-22}}]\n"
    assert [d for d in de_j({ruta: acta + nota}) if "J103" in d] == esperado
    assert any("J104" in d for d in de_j({ruta: acta + nota})) == bool(esperado)
