"""Los bordes de las convocatorias, las ayudas memoria y el seguimiento que un ejemplo de página no alcanza a mostrar."""

from __future__ import annotations

import pytest

from tests.conftest import dichos, leer_base, leer_recursos, revisar_sobre_base

ABRIL = "mesas/salud/actas/2024-04-02.yaml"
CITA_ABRIL = "mesas/salud/convocatorias/2024-04-02.yaml"
CITA = "mesas/salud/convocatorias/2024-05-16.yaml"
NOTA = "mesas/salud/seguimiento/2024-04-05.yaml"
ARSA = "mesas/salud/miembros/arsa.yaml"
MESA = "mesas/salud/mesa.yaml"
ENTRADA = "{sobre: SALUD-2024-03-21-A1, estado: en_proceso, comentario: Faltan dos regiones.}"


def acta(**claves: str) -> str:
    """Un acta en orden del 2 de abril, con unas claves cambiadas; la que vale «» se quita."""
    puestas = {
        "estado": "definitiva", "numero": "3", "nivel": "tecnico", "hora_inicio": "09:00", "lugar": "Sala",
        "levanta": "[luis-mejia]", "participantes": "[{miembro: luis-mejia}, {miembro: juan-coto}]",
        "agenda": "[{punto: 1, tema: Existencias}]", "acuerdos": "[]", "seguimiento": f"[{ENTRADA}]",
        "distribucion": "[{fecha: 2024-04-05, destinatarios: todos}]", **claves,
    }  # fmt: skip
    return "".join(f"{clave}: {valor}\n" for clave, valor in puestas.items() if valor)


def cita(**claves: str) -> str:
    """Una convocatoria en orden, con unas claves cambiadas."""
    puestas = {
        "nivel": "tecnico", "hora_inicio": "09:00", "lugar": "Sala", "emite": "luis-mejia",
        "enviada": "{fecha: 2024-03-20}", "convocados": "todos", "agenda": "[{punto: 1, tema: Existencias}]", **claves,
    }  # fmt: skip
    return "".join(f"{clave}: {valor}\n" for clave, valor in puestas.items() if valor)


def acuerdo(extra: str = "", plazo: str = "plazo: 2024-06-30, ") -> str:
    return f"[{{id: A1, texto: Contar, resultado: Cuenta, responsables: [arsa], {plazo}{extra}}}]"


def codigos(**archivos: str) -> list[str]:
    """Los códigos de lo que se halla con esos archivos: «abril», «cita_abril», «cita» o «nota».

    Lo que aquí se reserva no lleva su constancia, que es cosa de J104.
    """
    rutas = {"abril": ABRIL, "cita_abril": CITA_ABRIL, "cita": CITA, "nota": NOTA, "arsa": ARSA, "mesa": MESA}
    hallazgos = revisar_sobre_base({rutas[n]: texto for n, texto in archivos.items()}).hallazgos
    return [h.codigo for h in hallazgos if h.codigo != "J104"]


def test_una_jornada_de_varios_dias_puede_acabar_a_una_hora_menor() -> None:
    assert codigos(abril=acta(hora_cierre="01:30", fecha_cierre="2024-04-03")) == []
    assert codigos(abril=acta(hora_cierre="01:30", fecha_cierre="2024-04-02")) == ["A114"]
    assert codigos(abril=acta(fecha_cierre="2024-04-01")) == ["A114"]


def test_un_punto_tampoco_acaba_antes_de_empezar() -> None:
    agenda = "[{punto: 1, tema: Existencias, hora_inicio: 10:30, hora_cierre: 9:50}]"
    assert codigos(abril=acta(agenda=agenda)) == ["A114"]
    assert codigos(abril=acta(agenda=agenda, fecha_cierre="2024-04-03")) == []


def test_una_hora_reservada_no_se_compara() -> None:
    assert codigos(abril=acta(hora_inicio="reservado", hora_cierre="08:00")) == []


@pytest.mark.parametrize(
    "claves",
    [
        {"lugar": "", "modalidad": "virtual"}, {"lugar": "", "enlace": "https://ejemplo.hn"},
        {"lugar": "", "direccion": "Calle La Salud"}, {"lugar": "reservado"}, {"hora_inicio": "reservado"},
        {"participantes": "", "anexos": "[{titulo: Lista firmada, contiene: participantes}]"},
        {"participantes": "reservado"}, {"seguimiento": "", "anexos": "[{titulo: Cuadro, contiene: seguimiento}]"},
        {"seguimiento": "reservado"}, {"agenda": "reservado"},
    ],
    ids=lambda claves: " y ".join(f"{c}: {v or 'no está'}" for c, v in claves.items()),
)  # fmt: skip
def test_lo_que_la_ayuda_memoria_dice_de_otra_manera_o_reserva_no_falta(claves: dict[str, str]) -> None:
    assert codigos(abril=acta(**claves)) == []


@pytest.mark.parametrize(("clave", "codigo"), [
    ("hora_inicio", "A113"), ("lugar", "A115"), ("participantes", "A116"), ("agenda", "A117"), ("seguimiento", "S103"),
])  # fmt: skip
def test_la_de_un_grupo_de_trabajo_no_lo_debe(clave: str, codigo: str) -> None:
    mesa = (
        leer_base()[MESA].decode() + "grupos: [{id: vacunas, tema: Vacunas, mandato: Ver, integrantes: [juan-coto]}]\n"
    )
    assert codigo in codigos(abril=acta(**{clave: ""}))
    assert codigo not in codigos(abril=acta(**{clave: "", "grupo": "vacunas"}), mesa=mesa)


def test_de_quien_asistio_de_invitado_o_no_asistio_no_se_mira_la_acreditacion() -> None:
    arsa = leer_base()[ARSA].decode().replace("desde: 2024-01-09}", "desde: 2024-01-09, hasta: 2024-03-29}")
    for mas in ("calidad: invitado", "calidad: delegado", "asistencia: ausente"):
        participantes = f"[{{miembro: luis-mejia}}, {{miembro: juan-coto, {mas}}}]"
        assert "A118" not in codigos(abril=acta(participantes=participantes), arsa=arsa), mas
    assert "A118" in codigos(abril=acta(), arsa=arsa)


def test_un_lugar_dicho_con_mas_senas_es_el_mismo_y_empezar_tarde_no_se_avisa() -> None:
    assert codigos(abril=acta(lugar="SALA, segundo piso", hora_inicio="9:20"), cita_abril=cita()) == []
    assert codigos(abril=acta(lugar="Auditorio"), cita_abril=cita()) == ["A120"]
    assert codigos(abril=acta(lugar="reservado"), cita_abril=cita()) == []


def test_una_reunion_cancelada_puede_tener_un_borrador() -> None:
    cancelada = cita(cancelada="{motivo: Lluvia}")
    assert codigos(abril=acta(estado="borrador"), cita_abril=cancelada) == ["A103"]
    assert codigos(abril=acta(), cita_abril=cancelada) == ["A121"]


def test_los_puntos_anadidos_en_la_sesion_no_se_convocaron_y_estan_bien() -> None:
    agenda = "[{punto: 1, tema: Existencias}, {punto: 2, tema: Frío, estado: pospuesto, motivo: Sin informe}]"
    assert codigos(abril=acta(agenda=agenda), cita_abril=cita()) == []


@pytest.mark.parametrize(("quorum", "esperado"), [
    ("{requerido: 2, presentes: 1, comprobado: false}", []),
    ("{requerido: 2, presentes: 1, comprobado: true}", ["A123"]),
    ("{presentes: 3}", ["A123"]),
    ("{presentes: reservado, comprobado: true}", []),
])  # fmt: skip
def test_el_quorum_se_cuenta(quorum: str, esperado: list[str]) -> None:
    assert codigos(abril=acta(quorum=quorum)) == esperado


def test_si_la_lista_nombra_instituciones_no_se_sabe_cuantos_eran() -> None:
    participantes = "[{miembro: luis-mejia}, {institucion: arsa}]"
    assert codigos(abril=acta(participantes=participantes, quorum="{presentes: 9}")) == []


@pytest.mark.parametrize(("decision", "esperado"), [
    ("{forma: votacion, como: A mano alzada}", ["A124"]),
    ("{forma: votacion, favor: 2}", []),
    ("{forma: consenso, favor: 1, contra: 1}", ["A124"]),
    ("{forma: consenso, contra: 0}", []),
    ("{forma: votacion, favor: reservado}", []),
    ("reservado", []),
])  # fmt: skip
def test_los_votos_se_cuentan(decision: str, esperado: list[str]) -> None:
    assert codigos(abril=acta(acuerdos=acuerdo(f"decision: {decision}"))) == esperado


def errata(cambio: str, sobre: str = "SALUD-2024-03-21-A1") -> str:
    return acta(fe_de_erratas=f"[{{sobre: {sobre}, {cambio}, motivo: dedo}}]")


@pytest.mark.parametrize(("cambio", "esperado"), [
    ("campo: responsables, dice: sesal, debe_decir: [sesal, arsa]", []),
    ("campo: punto, dice: '1', debe_decir: 1", []),
    ("campo: texto, dice: 'Publicar cada mes   las existencias de vacunas por región', debe_decir: x", []),
    ("campo: sin_plazo, dice: x, debe_decir: y", ["A125"]),
    ("campo: condicion, debe_decir: Si hay portal", []),
    ("campo: decision, dice: consenso, debe_decir: votacion", []),
    ("campo: fecha, dice: 2024-03-21, debe_decir: 2024-03-22", ["A126"]),
    ("campo: id, dice: A1, debe_decir: A2", ["A126"]),
], ids=lambda valor: valor if isinstance(valor, str) else "")  # fmt: skip
def test_una_errata_se_compara_llana_de_tipos(cambio: str, esperado: list[str]) -> None:
    assert codigos(abril=errata(cambio)) == esperado


def test_de_una_sesion_se_corrige_su_fecha_aunque_sea_el_nombre_del_archivo() -> None:
    dice = "campo: fecha, dice: 2024-03-21, debe_decir: 2024-03-22"
    assert codigos(abril=errata(dice, "SALUD-2024-03-21")) == []
    assert codigos(abril=errata(dice.replace("03-21", "03-20"), "SALUD-2024-03-21")) == ["A125"]


def test_la_segunda_errata_corrige_lo_que_dejo_la_primera() -> None:
    otra = "{sobre: SALUD-2024-03-21-A1, campo: plazo, dice: %s, debe_decir: %s, motivo: dedo}"
    bien = f"[{otra % ('2024-06-30', '2024-07-30')}, {otra % ('2024-07-30', '2024-07-31')}]"
    mal = f"[{otra % ('2024-06-30', '2024-07-30')}, {otra % ('2024-06-30', '2024-07-31')}]"
    assert codigos(abril=acta(fe_de_erratas=bien)) == []
    assert codigos(abril=acta(fe_de_erratas=mal)) == ["A125"]


def test_la_proxima_sesion_puede_ser_el_mismo_dia_mas_tarde() -> None:
    assert codigos(abril=acta(proxima_sesion="{fecha: 2024-04-02, hora_inicio: 14:00}")) == []
    assert codigos(abril=acta(proxima_sesion="{fecha: 2024-04-02}")) == ["A133"]


def test_una_correccion_se_explica_con_su_fe_de_erratas() -> None:
    agenda = "[{punto: 1, tema: x, actas_anteriores: [{acta: SALUD-2024-03-21, resolucion: con_correcciones}]}]"
    dice = "campo: plazo, dice: 2024-06-30, debe_decir: 2024-07-30"
    assert codigos(abril=acta(agenda=agenda)) == ["A135"]
    assert codigos(abril=errata(dice) + "", nota=f"registra: luis-mejia\nseguimiento: [{ENTRADA}]\n") == []
    assert codigos(abril=errata(dice).replace("[{punto: 1, tema: Existencias}]", agenda)) == []


@pytest.mark.parametrize(("emite", "esperado"), [
    ("", ["C103"]), ("juan-coto", ["C103"]), ("sesal", ["C103"]), ("marta-rios", ["C103"]), ("Ana Ruiz", ["C103"]),
    ("reservado", []), ("'Luis Mejía, Coordinador Técnico-Operativo'", []), ("luis-mejia", []),
])  # fmt: skip
def test_convoca_quien_coordina(emite: str, esperado: list[str]) -> None:
    assert codigos(cita=cita(emite=emite, enviada="{fecha: 2024-05-07}")) == esperado


def test_donde_se_exigen_habiles_la_falta_es_incumplimiento_y_el_aviso_calla() -> None:
    feriado = "feriados: [{fecha: 2024-05-13, nombre: Feria, fuente: x}]\n"
    repositorio = leer_base()["mesgepret.yaml"].decode() + "plazos: {convocatoria: {dias: 5, computo: habiles}}\n"
    archivos = {"calendario/feriados.yaml": feriado, CITA: cita(enviada="{fecha: 2024-05-09}")}
    (aviso,) = dichos(revisar_sobre_base({**archivos}))
    (falta,) = dichos(revisar_sobre_base({**archivos, "mesgepret.yaml": repositorio}))
    assert " C104 " in aviso
    assert falta.endswith(
        "C102 la convocatoria se envió el 2024-05-09 para el 2024-05-16, con 4 días hábiles de anticipación: "
        "vie 10 de mayo (1), sáb 11 no, dom 12 no, lun 13 no (feriado: Feria), mar 14 (2), mié 15 (3), jue 16 (4); "
        "se piden 5, y el último día para enviarla era el 2024-05-08"
    )


def test_convocar_despues_de_reunirse_lo_dice_y_no_cuenta_nada() -> None:
    (dicho,) = dichos(revisar_sobre_base({CITA: cita(enviada="{fecha: 2024-05-17}")}))
    assert dicho.endswith(
        "se envió el 2024-05-17, 1 día después de la reunión, que era el 2024-05-16; se piden 5, y el último día para "
        "enviarla era el 2024-05-11"
    )


def test_una_convocatoria_no_se_reprograma_a_si_misma() -> None:
    propia = cita(enviada="{fecha: 2024-05-07}", reprograma="SALUD-2024-05-16")
    assert codigos(cita=propia) == ["C105"]


def energia() -> dict[str, str | bytes | None]:
    """La mesa de Salud repetida con otro nombre: solo sirve para nombrar lo que es de otra mesa."""
    otra: dict[str, str | bytes | None] = {}
    for ruta, texto in leer_base().items():
        if ruta.startswith("mesas/salud/"):
            cambiado = texto.decode().replace("SALUD-", "ENER-").replace("ENER-M1", "SALUD-M1")
            otra[ruta.replace("mesas/salud/", "mesas/energia/")] = cambiado
    sectores = leer_base()["mcr/sectores.yaml"].decode() + "  - {id: energia, sigla: ENER, nombre: Energía}\n"
    return {**otra, "mcr/sectores.yaml": sectores}


def test_lo_que_es_de_otra_mesa_se_dice_y_no_cuenta() -> None:
    nota = "registra: luis-mejia\nseguimiento:\n  - {sobre: ENER-2024-03-21-A1, estado: cumplido, comentario: Ya.}\n"
    revision = revisar_sobre_base({**energia(), NOTA: nota})
    (dicho,) = [linea for linea in dichos(revision) if linea.startswith(NOTA)]
    assert dicho == (f"{NOTA}:3:13 S105 «ENER-2024-03-21-A1» es de otra mesa, y la de Salud no puede darle seguimiento")
    assert revision.expediente is not None
    assert revision.expediente.acuerdos["ENER-2024-03-21-A1"].entradas == ()


def seguimiento(*entradas: str) -> str:
    return acta(seguimiento="[" + ", ".join(f"{{sobre: SALUD-2024-03-21-A1, {e}}}" for e in entradas) + "]")


def nota(entrada: str) -> str:
    return f"registra: luis-mejia\nseguimiento: [{{sobre: SALUD-2024-03-21-A1, {entrada}}}]\n"


@pytest.mark.parametrize(("antes", "despues", "esperado"), [
    ("estado: cumplido, comentario: Ya", "estado: cumplido, comentario: Sí", ["S106"]),
    ("estado: cumplido, comentario: Ya", "estado: en_proceso, comentario: No", ["S107"]),
    ("estado: en_proceso, avance: 60", "estado: en_proceso, avance: 40", ["S120"]),
    ("estado: en_proceso, avance: 60", "estado: en_proceso, avance: 40, comentario: Se midió mejor", []),
    ("estado: en_proceso, avance: reservado", "estado: en_proceso, avance: 40", []),
    ("estado: en_proceso, avance: 60", "estado: cumplido, comentario: Ya", []),
])  # fmt: skip
def test_lo_que_se_dice_despues_se_compara_con_lo_dicho_antes(antes: str, despues: str, esperado: list[str]) -> None:
    assert codigos(abril=seguimiento(antes), nota=nota(despues)) == esperado


def test_lo_dicho_entre_sesiones_puede_repetirlo_la_mesa() -> None:
    primera = "registra: luis-mejia\nseguimiento: [{sobre: SALUD-2024-03-21-A1, estado: cumplido, comentario: Ya}]\n"
    marzo = "mesas/salud/seguimiento/2024-03-27.yaml"
    revision = revisar_sobre_base({marzo: primera, ABRIL: seguimiento("estado: cumplido, comentario: Conocido")})
    assert dichos(revision) == []


def test_la_misma_entrada_dos_veces_no_se_contradice() -> None:
    assert codigos(abril=seguimiento("estado: en_proceso, avance: 4", "estado: en_proceso, avance: 4")) == []
    assert codigos(abril=seguimiento("estado: en_proceso, avance: 4", "estado: en_proceso, avance: 5")) == ["S113"]


def test_un_acuerdo_puede_vencer_el_dia_de_la_sesion_y_sus_hitos_no_antes() -> None:
    hito = "hitos: [{que: Formatos, plazo: 2024-04-01}]"
    assert codigos(abril=acta(acuerdos=acuerdo(hito))) == ["S104"]
    hoy = acta(acuerdos=acuerdo(plazo="plazo: 2024-04-02, ").replace("A1, texto", "A1, texto"))
    assert codigos(abril=hoy, nota=nota("estado: en_proceso").replace("03-21", "04-02")) == ["S117"]


def test_un_nuevo_plazo_no_nace_vencido() -> None:
    assert codigos(abril=seguimiento("estado: en_proceso, nuevo_plazo: 2024-04-01, motivo: x")) == ["S104"]


def test_lo_que_otro_acuerdo_rectifica_no_se_reclama() -> None:
    vencido: dict[str, str | bytes | None] = {"mesas/salud/actas/2024-03-14.yaml": acta(
        numero="9", acuerdos=acuerdo(plazo="plazo: 2024-04-01, "), seguimiento="", fecha_cierre="2024-03-31",
    )}  # fmt: skip
    assert "S117" in [h.codigo for h in revisar_sobre_base(vencido).hallazgos]
    rectifica = {ABRIL: acta(acuerdos=acuerdo("rectifica: SALUD-2024-03-14-A1"))}
    assert "S117" not in [h.codigo for h in revisar_sobre_base({**vencido, **rectifica}).hallazgos]


@pytest.mark.parametrize(("resuelve", "nivel", "esperado"), [
    ("{sobre: SALUD-M1, resolucion: aprobado}", "tecnico", True),
    ("{sobre: SALUD-M1-I1, resolucion: aprobado}", "tecnico", True),
    ("{sobre: SALUD-M1, resolucion: devuelto}", "tecnico", False),
    ("{sobre: SALUD-M1, resolucion: aprobado}", "politico", False),
    ("{sobre: SALUD-2024-03-21-A1, resolucion: aprobado}", "tecnico", False),
])  # fmt: skip
def test_aprueba_el_nivel_politico(resuelve: str, nivel: str, esperado: bool) -> None:
    assert ("S118" in codigos(abril=acta(nivel=nivel, acuerdos=acuerdo(f"resuelve: [{resuelve}]")))) is esperado


def test_resolver_otra_cosa_no_pide_plazo_ni_responsable() -> None:
    resuelve = "[{id: A1, texto: Aprobar, resultado: Plan, resuelve: [{sobre: SALUD-M1, resolucion: devuelto}]}]"
    assert codigos(abril=acta(acuerdos=resuelve)) == []
    assert codigos(abril=acta(acuerdos="[{id: A1, texto: Contar, resultado: Cuenta}]")) == ["S109", "S110"]
    reservado = "[{id: A1, texto: Contar, resultado: x, responsables: reservado, plazo: reservado}]"
    assert codigos(abril=acta(acuerdos=reservado)) == []


def test_una_institucion_rectora_y_la_diger_pueden_tener_encargos() -> None:
    diger = "  - {id: diger, sigla: DIGER, nombre: Dirección de Gestión por Resultados, fuente: x}\n"
    instituciones = leer_base()["mcr/instituciones.yaml"].decode() + diger
    encargo = acta(acuerdos=acuerdo().replace("[arsa]", "[semujer, diger, Casa Presidencial]"))
    revision = revisar_sobre_base({"mcr/instituciones.yaml": instituciones, ABRIL: encargo})
    assert "A104" not in [h.codigo for h in revision.hallazgos]


def test_a_un_borrador_no_se_le_pide_nada_mientras_corre_el_plazo_de_distribuirlo() -> None:
    a_medias = "estado: borrador\nnivel: tecnico\nacuerdos: [{id: A1, texto: Contar}]\n"
    assert dichos(revisar_sobre_base({"mesas/salud/actas/2024-04-08.yaml": a_medias})) == []
    assert {"A103", "A108", "A113", "A115", "A116", "A117", "S101", "S103", "S109", "S110"} <= set(
        codigos(abril=a_medias)
    )


def test_a_la_ayuda_memoria_de_un_grupo_no_se_le_pide_numero_ni_distribucion() -> None:
    mesa = (
        leer_base()[MESA].decode() + "grupos: [{id: frio, tema: Frío, integrantes: [juan-coto], desde: 2024-02-20}]\n"
    )
    assert codigos(mesa=mesa, abril="estado: definitiva\nnivel: tecnico\ngrupo: frio\n") == []


def test_si_se_reserva_lo_que_se_resolvio_no_se_sabe_que_quedo_sin_aprobar() -> None:
    febrero = "mesas/salud/actas/2024-02-15.yaml"
    resuelve = "[{sobre: SALUD-P2024, version: 1, resolucion: aprobado}, {sobre: SALUD-M1, resolucion: aprobado}]"
    texto = leer_base()[febrero].decode()
    for despues, esperados in (("reservado", set()), ("[{sobre: SALUD-M1, resolucion: rechazado}]", {"P111", "I117"})):
        hallazgos = revisar_sobre_base({febrero: texto.replace(resuelve, despues)}).hallazgos
        assert {h.codigo for h in hallazgos} & {"P110", "P111", "I117"} == esperados


def test_un_reajuste_que_todavia_no_rige_puede_acordarse() -> None:
    pagina = leer_recursos().paginas["I131"].ejemplo("Mal").archivos["mcr/institucionales/arsa.yaml"]
    assert pagina is not None
    futuro = pagina.replace("desde: 2024-03-21", "desde: 2024-05-01")
    assert dichos(revisar_sobre_base({"mcr/institucionales/arsa.yaml": futuro})) == []


def test_a_un_grupo_de_trabajo_no_se_le_cuentan_los_cinco_dias_ni_se_le_pide_agenda() -> None:
    mesa = (
        leer_base()[MESA].decode() + "grupos: [{id: frio, tema: Frío, integrantes: [juan-coto], desde: 2024-02-20}]\n"
    )
    assert codigos(mesa=mesa, cita=cita(grupo="frio", enviada="{fecha: 2024-05-14}", agenda="")) == []
    assert codigos(cita=cita(enviada="{fecha: 2024-05-14}", agenda="")) == ["C101", "C102"]
