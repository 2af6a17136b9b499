"""Cuarenta maneras de tocar lo definitivo, en repositorios de verdad: cada una, dicha por su código y en su lugar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.historia.git import ACTA, CIFRAS, METAS, MIEMBROS, OTRA

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.historia.git import Taller

NUEVA = "mesas/salud/actas/2024-03-22.yaml"
EDUCACION = "mesas/educacion/actas/2024-03-21.yaml"
PLAN = "mesas/salud/planes/2024.yaml"


def editar(archivo: str, antes: str, despues: str) -> Callable[[Taller], object]:
    return lambda t: t.cambiar(archivo, antes, despues)


def borrar(archivo: str) -> Callable[[Taller], object]:
    return lambda t: t.borrar(archivo)


def varios(*pasos: Callable[[Taller], object]) -> Callable[[Taller], object]:
    return lambda t: [paso(t) for paso in pasos]


def mover(a: str, de: str = ACTA) -> Callable[[Taller], object]:
    def hacer(t: Taller) -> None:
        texto = t.leer(de)
        t.borrar(de)
        t.anadir(a, texto)

    return hacer


def quitar_lineas(archivo: str, *trozos: str) -> Callable[[Taller], object]:
    def hacer(t: Taller) -> None:
        lineas = t.leer(archivo).splitlines(keepends=True)
        quedan = [linea for linea in lineas if not any(trozo in linea for trozo in trozos)]
        assert len(quedan) < len(lineas)
        (t.datos / archivo).write_text("".join(quedan), "utf-8")

    return hacer


def escribir(archivo: str, texto: str) -> Callable[[Taller], object]:
    def hacer(t: Taller) -> None:
        t.anadir(archivo, "")
        (t.datos / archivo).write_text(texto, "utf-8")

    return hacer


ALTERACIONES: dict[str, tuple[Callable[[Taller], object], set[tuple[str, str]]]] = {
    "se mueve el plazo de un acuerdo": (editar(ACTA, "plazo: 2024-06-30", "plazo: 2024-09-30"), {("H101", ACTA)}),
    "se borra el plazo de un acuerdo": (quitar_lineas(ACTA, "plazo: 2024-06-30"), {("H101", ACTA)}),
    "cambia el texto de un acuerdo": (editar(ACTA, "cada mes", "cada año"), {("H101", ACTA)}),
    "cambia una tilde": (editar(ACTA, "región", "region"), {("H101", ACTA)}),
    "cambia una mayúscula": (editar(ACTA, "texto: Publicar", "texto: PUBLICAR"), {("H101", ACTA)}),
    "se quita una coma de una frase": (editar(ACTA, "Cualquiera puede", "Cualquiera, puede"), {("H101", ACTA)}),
    "cambia el responsable": (editar(ACTA, "responsables: [sesal]", "responsables: [arsa]"), {("H101", ACTA)}),
    "se añade un responsable": (editar(ACTA, "responsables: [sesal]", "responsables: [sesal, arsa]"), {("H101", ACTA)}),
    "se quita un participante": (quitar_lineas(ACTA, "miembro: juan-coto"), {("H101", ACTA)}),
    "se añade un participante": (
        editar(ACTA, "participantes:\n", "participantes:\n  - {miembro: ana-lopez, asistencia: presente}\n"),
        {("H101", ACTA)},
    ),
    "cambia la asistencia de alguien": (
        editar(ACTA, "luis-mejia, asistencia: presente", "luis-mejia, asistencia: virtual"), {("H101", ACTA)},
    ),
    "cambia la hora de cierre": (editar(ACTA, '"11:30"', '"12:30"'), {("H101", ACTA)}),
    "cambia el número del acta": (editar(ACTA, "numero: 2", "numero: 3"), {("H101", ACTA)}),
    "se añade un acuerdo": (
        editar(ACTA, "seguimiento:", "  - {id: A2, texto: Otro, resultado: Otro, punto: 1}\nseguimiento:"),
        {("H101", ACTA)},
    ),
    "se renumera un acuerdo": (editar(ACTA, "id: A1", "id: A2"), {("H101", ACTA)}),
    "cambia el seguimiento que se dio": (
        editar(ACTA, "estado: cumplido, avance: 100", "estado: en_proceso, avance: 50"), {("H101", ACTA)},
    ),
    "se añade una clave que no estaba": (editar(ACTA, "nivel: tecnico", "nivel: tecnico\nresumen: Otro"), {("H101", ACTA)}),
    "cambia la conclusión de un punto": (editar(ACTA, "La cobertura sube", "La cobertura baja"), {("H101", ACTA)}),
    "cambia la decisión": (editar(ACTA, "forma: consenso", "forma: votacion"), {("H101", ACTA)}),
    "un valor se reserva y ninguna reserva lo nombra": (
        editar(ACTA, "lugar: Sala de la SESAL", "lugar: reservado"), {("H101", ACTA)},
    ),
    "el archivo deja de leerse": (escribir(ACTA, "estado: [definitiva\n"), {("H101", ACTA)}),
    "el archivo queda vacío": (escribir(ACTA, ""), {("H101", ACTA)}),
    "se borra": (borrar(ACTA), {("H102", ACTA)}),
    "se borran las dos": (varios(borrar(ACTA), borrar(OTRA)), {("H102", ACTA), ("H102", OTRA)}),
    "se borra la carpeta de la mesa": (lambda t: t.git("rm", "-rq", "mesas"), {
        ("H102", ACTA), ("H102", OTRA), ("H109", MIEMBROS), ("H109", "mesas/salud/miembros/arsa.yaml"),
    }),
    "cambia de fecha en el nombre": (mover(NUEVA), {("H103", NUEVA)}),
    "pasa a otra mesa": (mover(EDUCACION), {("H103", EDUCACION)}),
    "cambia solo una mayúscula del nombre": (mover("mesas/salud/actas/2024-03-21.YAML"), {("H102", ACTA)}),
    "sale de las carpetas que se publican": (mover("mesas/salud/anexos/2024-03-21.yaml"), {("H102", ACTA)}),
    "se reabre": (editar(ACTA, "estado: definitiva", "estado: borrador"), {("H104", ACTA)}),
    "se reabre y se cambia": (
        varios(editar(ACTA, "estado: definitiva", "estado: borrador"), editar(ACTA, "2024-06-30", "2024-09-30")),
        {("H104", ACTA), ("H101", ACTA)},
    ),
    "se queda sin estado": (quitar_lineas(ACTA, "estado: definitiva"), {("H104", ACTA)}),
    "se quita la distribución": (quitar_lineas(ACTA, "distribucion:", "2024-03-25"), {("H105", ACTA)}),
    "se adelanta la fecha de una entrega": (editar(ACTA, "fecha: 2024-03-25", "fecha: 2024-03-22"), {("H105", ACTA)}),
    "se reescribe la meta de un año": (editar(METAS, "anio: 2025, valor: 90", "anio: 2025, valor: 80"), {("H107", METAS)}),
    "se reescribe lo programado": (editar(METAS, "2024-T2, valor: 81", "2024-T2, valor: 70"), {("H107", METAS)}),
    "se borra el año de una meta": (editar(METAS, ", {anio: 2025, valor: 90}", ""), {("H107", METAS)}),
    "se borra el archivo de metas": (borrar(METAS), {("H107", METAS)}),
    "la meta pasa a ser otra": (
        editar(METAS, "La niñez completa su esquema de vacunación", "Los hospitales abren de noche"), {("H110", METAS)},
    ),
    "se reescribe una cifra informada": (editar(CIFRAS, "valor: 79.5", "valor: 89.5"), {("H108", CIFRAS)}),
    "se borra una cifra informada": (quitar_lineas(CIFRAS, "SESAL-M1-I2"), {("H108", CIFRAS)}),
    "la cifra pasa a otro periodo": (
        mover("mcr/avances/2024-T2/sesal.yaml", CIFRAS), {("H108", CIFRAS)},
    ),
    "se borra a un miembro": (quitar_lineas(MIEMBROS, "luis-mejia"), {("H109", MIEMBROS)}),
    "un id de miembro pasa a otra persona": (
        editar(MIEMBROS, "nombre: Luis Mejía", "nombre: Carmen Ordóñez"), {("H110", MIEMBROS)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("que", ALTERACIONES)
def test_lo_definitivo_no_se_toca_sin_que_se_diga(que: str, taller: Taller) -> None:
    hacer, esperadas = ALTERACIONES[que]
    hacer(taller)
    taller.confirmar(que)
    dichas = taller.faltas("HEAD~1")
    assert set(dichas) == esperadas


def test_una_fusion_que_cambia_lo_definitivo_se_dice(taller: Taller) -> None:
    taller.git("checkout", "-q", "-b", "otra")
    taller.anadir("mesas/salud/seguimiento/2024-04-05.yaml", "registra: luis-mejia\nseguimiento: []\n")
    taller.confirmar("Lo que se dice que trae")
    taller.git("checkout", "-q", "main")
    taller.confirmar("Mientras tanto")
    taller.git("merge", "-q", "--no-ff", "--no-commit", "otra")
    taller.cambiar(ACTA, "2024-06-30", "2024-12-31")  # y además, lo que nadie vio en la rama
    taller.confirmar("Se integra la otra rama")
    assert taller.faltas("HEAD^1") == [("H101", ACTA)]


def test_revertir_lo_que_cerro_un_acta_la_borra(taller: Taller) -> None:
    taller.anadir("mesas/salud/actas/2024-04-04.yaml", taller.leer(ACTA).replace("2024-02-15-A1", "2024-03-21-A1"))
    taller.confirmar("Tercera sesión")
    taller.git("revert", "--no-edit", "HEAD")
    assert taller.faltas("HEAD~1") == [("H102", "mesas/salud/actas/2024-04-04.yaml")]


def test_reabrir_cambiar_y_cerrar_en_dos_pasos_se_ve_de_un_extremo_a_otro(taller: Taller) -> None:
    antes = taller.git("rev-parse", "HEAD")
    taller.cambiar(ACTA, "estado: definitiva", "estado: borrador")
    taller.confirmar("Se reabre")
    taller.cambiar(ACTA, "estado: borrador", "estado: definitiva")
    taller.cambiar(ACTA, "2024-06-30", "2024-12-31")
    taller.confirmar("Se cierra otra vez")
    assert taller.faltas(antes) == [("H101", ACTA)]
    assert taller.faltas(antes, "HEAD~1") == [("H104", ACTA)]


def test_mover_hacia_delante_desde_cuando_rige_lo_definitivo_se_dice(taller: Taller) -> None:
    primero = taller.git("rev-parse", "HEAD")
    taller.anadir("mesgepret.yaml", f"historia: {{rama: main, rige_desde: {primero}}}\n")
    segundo = taller.confirmar("Rige desde el principio")
    taller.cambiar("mesgepret.yaml", primero, segundo)
    taller.confirmar("Rige desde después")
    assert taller.faltas("HEAD~1") == [("H111", "mesgepret.yaml")]
    taller.cambiar("mesgepret.yaml", segundo, primero)
    taller.confirmar("Vuelve a regir desde el principio")
    assert taller.faltas("HEAD~1") == []
