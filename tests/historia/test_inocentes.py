"""Lo que sí puede pasar, en repositorios de verdad: nadie es acusado por ordenar, comentar, entregar o corregir bien."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.historia.git import ACTA, CIFRAS, METAS, MIEMBROS
from tests.historia.test_alteraciones import editar, varios

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.historia.git import Taller


def anadir(archivo: str, texto: str) -> Callable[[Taller], object]:
    return lambda t: t.anadir(archivo, texto)


def reescribir(archivo: str, hacer: Callable[[str], str]) -> Callable[[Taller], object]:
    def cambiar(t: Taller) -> None:
        antes = t.leer(archivo)
        despues = hacer(antes)
        assert antes != despues
        (t.datos / archivo).write_bytes(despues.encode())

    return cambiar


def _al_reves(texto: str) -> str:
    """Los bloques de primer nivel, del último al primero."""
    bloques = re.split(r"^(?=\S)", texto, flags=re.MULTILINE)[1:]
    return "".join(reversed(bloques))


RESERVA = """reservas:
  - {campo: lugar, motivo: Ley de Transparencia, documento: Resolución 4-2024, fecha: 2024-05-01}
"""

INOCENTES: dict[str, Callable[[Taller], object]] = {
    "un comentario arriba": reescribir(ACTA, lambda t: "# Segunda sesión\n" + t),
    "comentarios entre los acuerdos": editar(ACTA, "acuerdos:\n", "acuerdos:\n  # El de las vacunas\n"),
    "las claves en otro orden": reescribir(ACTA, _al_reves),
    "comillas donde no las había": editar(ACTA, "lugar: Sala de la SESAL", 'lugar: "Sala de la SESAL"'),
    "sin las comillas que había": editar(ACTA, 'hora_inicio: "09:00"', "hora_inicio: 9:00"),
    "finales de línea de Windows": reescribir(ACTA, lambda t: t.replace("\n", "\r\n")),
    "una marca de orden de octetos": reescribir(ACTA, lambda t: "\ufeff" + t),
    "una lista de una palabra sin corchetes": editar(ACTA, "responsables: [sesal]", "responsables: sesal"),
    "un mapa en bloque": editar(ACTA, "decision: {forma: consenso}", "decision:\n      forma: consenso"),
    "un texto plegado": editar(
        ACTA, "texto: Publicar cada mes las existencias de vacunas por región",
        "texto: >\n      Publicar cada mes las existencias\n      de vacunas por región",
    ),
    "líneas en blanco": reescribir(ACTA, lambda t: t.replace("agenda:", "\n\nagenda:")),
    "una entrega más": anadir(ACTA, "  - {fecha: 2024-03-26, medio: en mano, destinatarios: [luis-mejia]}\n"),
    "una entrega más, puesta la primera": editar(
        ACTA, "distribucion:\n", "distribucion:\n  - {fecha: 2024-03-24, medio: en mano, destinatarios: [luis-mejia]}\n",
    ),
    "las firmas": anadir(ACTA, "firmas:\n  - {miembro: luis-mejia, fecha: 2024-03-25}\n"),
    "una justificación": anadir(
        ACTA, "justificaciones:\n  - {regla: A111, motivo: Feriado, autor: Luis Mejía, fecha: 2024-04-01}\n",
    ),
    "un valor reservado, con la reserva que lo nombra": varios(
        editar(ACTA, "lugar: Sala de la SESAL", "lugar: reservado"), anadir(ACTA, RESERVA),
    ),
    "un acta nueva": lambda t: t.anadir("mesas/salud/actas/2024-04-04.yaml", t.leer(ACTA)),
    "un seguimiento nuevo": anadir(
        "mesas/salud/seguimiento/2024-04-05.yaml",
        "registra: luis-mejia\nseguimiento:\n  - {sobre: SALUD-2024-03-21-A1, estado: en_proceso, fecha_corte: 2024-04-05}\n",
    ),
    "un reajuste de la meta": reescribir(
        METAS, lambda t: t.replace("        proyeccion:", "        reajustes: [{periodo: 2025, valor: 88, desde: 2024-04-01}]\n"
                                   "        proyeccion:"),
    ),
    "un año más de la meta": editar(METAS, "{anio: 2025, valor: 90}", "{anio: 2025, valor: 90}, {anio: 2026, valor: 92}"),
    "la misma cifra, escrita con más ceros": editar(METAS, "anio: 2025, valor: 90", "anio: 2025, valor: 90.0"),
    "una meta que se cambia con la sesión que la aprobó": editar(
        METAS, "{anio: 2025, valor: 90}", "{anio: 2025, valor: 88, aprobada_en: SALUD-2024-03-21}",
    ),
    "una corrección de una cifra": anadir(
        CIFRAS, "  - {indicador: SALUD-M1-I1, valor: 80.1, fecha_corte: 2024-03-31, corrige: Faltaba una región}\n",
    ),
    "quien sale de la mesa": editar(
        MIEMBROS, "recibido: 2024-01-08}, desde: 2024-01-08}", "recibido: 2024-01-08}, desde: 2024-01-08, hasta: 2024-04-30}",
    ),
    "el nombre de un miembro, completo": editar(MIEMBROS, "nombre: Luis Mejía", "nombre: Luis Alonso Mejía"),
    "un miembro más": anadir(MIEMBROS, "  - {id: eva-rios, nombre: Eva Ríos, cargo: Analista, nivel: tecnico, desde: 2024-04-01}\n"),
    "la redacción del resultado de una meta": editar(METAS, "completa su esquema de", "termina su esquema de"),
}  # fmt: skip


@pytest.mark.parametrize("que", INOCENTES)
def test_no_se_acusa_a_quien_no_toca_lo_definitivo(que: str, taller: Taller) -> None:
    INOCENTES[que](taller)
    taller.confirmar(que)
    assert taller.faltas("HEAD~1") == []
