"""Los bordes de las reglas de la mesa y su gente que una página sola no enseña."""

from __future__ import annotations

import pytest

from tests.conftest import leer_base, revisar_sobre_base

MESA = "mesas/salud/mesa.yaml"
ARSA = "mesas/salud/miembros/arsa.yaml"
SESION = """estado: definitiva
numero: 3
nivel: {nivel}
hora_inicio: "09:00"
lugar: Sala de la SESAL
levanta: [luis-mejia]
participantes: {participantes}
agenda: [{{punto: 1, tema: Registro de lotes, estado: tratado{extra}}}]
acuerdos: []
seguimiento: [{{sobre: SALUD-2024-03-21-A1, estado: en_proceso, fecha_corte: 2024-04-02}}]
distribucion: [{{fecha: 2024-04-04, destinatarios: todos}}]
"""
GRUPO = "grupos: [{id: frio, tema: Cadena de frío, integrantes: [juan-coto], desde: 2024-02-20, hasta: 2024-03-31}]\n"
QUIMICA = (
    "  - {id: eva-sosa, nombre: Eva Sosa, cargo: Química, nivel: tecnico, papel: equipo_tecnico, "
    "definido_por: rosa-paz, oficio: {numero: ARSA-05-2024, fecha: 2024-01-09, recibido: 2024-01-09}, "
    "desde: 2024-01-09}\n"
)


def _en_base(archivo: str, *pares: tuple[str, str]) -> str:
    texto = leer_base()[archivo].decode()
    for antes, despues in pares:
        assert antes in texto, antes
        texto = texto.replace(antes, despues)
    return texto


def _sesion(nivel: str = "tecnico", participantes: str = "[{miembro: luis-mejia}]", extra: str = "") -> str:
    return SESION.format(nivel=nivel, participantes=participantes, extra=extra)


def _dice(codigo: str, cambios: dict[str, str | bytes | None]) -> list[str]:
    revision = revisar_sobre_base(cambios)
    assert not [h for h in revision.hallazgos if h.codigo[0] in "LEV"]
    return [h.mensaje for h in revision.hallazgos if h.codigo == codigo]


@pytest.mark.parametrize(
    ("por", "cuantos"),
    [
        ("[Consejo de ministras y ministros del sector]", 0),
        ("[juan-coto, Consejo de ministras y ministros del sector]", 0),
        ("[arsa]", 0),
        ("reservado", 0),
        ("[juan-coto, luis-mejia]", 1),
    ],
)
def test_de_la_designacion_que_no_se_sabe_quien_hizo_no_se_acusa(por: str, cuantos: int) -> None:
    mesa = _en_base(MESA, ("por: [ana-lopez, rosa-paz]", f"por: {por}"))
    assert len(_dice("M121", {MESA: mesa})) == cuantos


def test_de_la_designacion_que_no_dice_quien_la_hizo_se_dice_eso() -> None:
    mesa = _en_base(MESA, ("por: [ana-lopez, rosa-paz], ", ""))
    assert "no dice quién la hizo" in _dice("M121", {MESA: mesa})[0]


def test_la_institucion_se_dice_una_vez_con_las_sesiones_que_son() -> None:
    arsa = _en_base(ARSA, ("papel: maxima_autoridad", "papel: maxima_autoridad, hasta: 2024-01-31"))
    cambios: dict[str, str | bytes | None] = {ARSA: arsa, "mesas/salud/actas/2024-04-02.yaml": _sesion("conjunta")}
    assert _dice("M123", cambios) == [
        "«ARSA» no tenía máxima autoridad acreditada en la mesa el 2024-02-15, día de esta sesión política; y así en 2 sesiones"
    ]


@pytest.mark.parametrize(
    ("participante", "cuantos"),
    [
        ("{miembro: eva-sosa}", 1),
        ("{nombre: Inés Ruiz, institucion: arsa}", 1),
        ("{nombre: Inés Ruiz, en_lugar_de: eva-sosa}", 1),
        ("{nombre: Inés Ruiz, institucion: arsa, calidad: invitado}", 0),
        ("{miembro: eva-sosa, asistencia: excusado}", 0),
        ("{nombre: Inés Ruiz, institucion: Organización Panamericana de la Salud}", 0),
    ],
)
def test_solo_cuenta_la_institucion_por_la_que_alguien_asistio(participante: str, cuantos: int) -> None:
    arsa = _en_base(ARSA, ("papel: direccion_upgret", "papel: direccion_upgret, hasta: 2024-03-31")) + QUIMICA
    sesion = _sesion(participantes=f"[{{miembro: luis-mejia}}, {participante}]")
    assert len(_dice("M119", {ARSA: arsa, "mesas/salud/actas/2024-04-02.yaml": sesion})) == cuantos


def test_mientras_la_mesa_no_se_reune_otra_vez_el_grupo_esta_a_tiempo() -> None:
    assert _dice("M137", {MESA: _en_base(MESA) + GRUPO}) == []


@pytest.mark.parametrize(("extra", "cuantos"), [("", 1), (", grupo: frio", 0), (", grupo: reservado", 0)])
def test_lo_del_grupo_se_ha_tratado_si_un_punto_lo_nombra(extra: str, cuantos: int) -> None:
    sesion = _sesion(extra=extra)
    cambios: dict[str, str | bytes | None] = {
        MESA: _en_base(MESA) + GRUPO,
        "mesas/salud/actas/2024-04-02.yaml": sesion,
    }
    assert len(_dice("M137", cambios)) == cuantos


def test_la_institucion_que_ya_no_tiene_tecnicos_se_mira_su_ultimo_dia() -> None:
    arsa = _en_base(
        ARSA,
        ("papel: direccion_upgret", "papel: upgret, hasta: 2024-03-31"),
    )
    assert "el 2024-03-31 («Juan Coto»)" in _dice("M135", {ARSA: arsa})[0]


@pytest.mark.parametrize(("hasta", "cuantos"), [("2024-03-03", 0), ("2024-03-04", 0), ("2024-03-05", 1)])
def test_el_dia_del_relevo_pueden_coincidir(hasta: str, cuantos: int) -> None:
    nora = (
        "  - {id: nora-lara, nombre: Nora Lara, cargo: Directora de la UPGRET, nivel: tecnico, "
        "papel: direccion_upgret, sustituye_a: juan-coto, "
        "oficio: {numero: ARSA-05-2024, fecha: 2024-03-01, recibido: 2024-03-01}, desde: 2024-03-04}\n"
    )
    arsa = _en_base(ARSA, ("papel: direccion_upgret", f"papel: direccion_upgret, hasta: {hasta}")) + nora
    assert len(_dice("M144", {ARSA: arsa})) == cuantos


def test_quien_pasa_a_suplente_de_quien_llega_no_sigue_en_su_lugar() -> None:
    nora = (
        "  - {id: nora-lara, nombre: Nora Lara, cargo: Directora de la UPGRET, nivel: tecnico, "
        "papel: direccion_upgret, sustituye_a: juan-coto, "
        "oficio: {numero: ARSA-05-2024, fecha: 2024-03-01, recibido: 2024-03-01}, desde: 2024-03-04}\n"
    )
    assert (
        _dice(
            "M144",
            {
                ARSA: _en_base(
                    ARSA, ("calidad: titular, oficio: {numero: ARSA-02", "calidad: suplente, oficio: {numero: ARSA-02")
                )
                + nora
            },
        )
        == []
    )


def test_quien_todavia_no_acredita_a_nadie_no_ha_dejado_de_hacerlo() -> None:
    futura = _en_base(ARSA, ("desde: 2024-01-09", "desde: 2024-05-02"))
    pasada = _en_base(ARSA, ("desde: 2024-01-09", "desde: 2024-01-09, hasta: 2024-04-09"))
    for arsa, tiene in ((futura, "no tiene"), (pasada, "ya no tiene")):
        dicho = f"«ARSA» es de la mesa y el 2024-04-10 {tiene} a nadie acreditado en ella"
        assert _dice("M132", {ARSA: arsa}) == [dicho]


def test_sin_el_archivo_de_contactos_no_se_pide_ninguno() -> None:
    assert _dice("M134", {}) == []
    vacio = "contactos: []\n"
    assert len(_dice("M134", {"privado/contactos/salud.yaml": vacio})) == 4


@pytest.mark.parametrize("clave", ["institución", "sector"])
def test_ms_ger_no_es_un_alias_de_nadie(clave: str) -> None:
    archivo, antes, despues = {
        "institución": ("mcr/instituciones.yaml", "sigla: ARSA,", "sigla: ARSA, alias: [MS-GER],"),
        "sector": ("mcr/sectores.yaml", "nombre: Salud,", "nombre: Salud, alias: [Salud pública, Ms Ger],"),
    }[clave]
    assert len(_dice("M138", {archivo: _en_base(archivo, (antes, despues))})) == 1


def test_la_acreditacion_que_se_reserva_no_se_acusa() -> None:
    arsa = _en_base(
        ARSA,
        ("papel: maxima_autoridad", "papel: reservado"),
        ("cargo: Comisionada Presidenta", "cargo: reservado"),
        ("papel: direccion_upgret", "papel: reservado"),
    )
    for codigo in ("M119", "M122", "M123", "M133", "M135", "M139"):
        assert _dice(codigo, {ARSA: arsa}) == []
