"""De un día y unos documentos a las alertas de ese día: ni un día antes, ni uno después."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from mesgepret import compilador, deposito
from mesgepret.deposito import Arbol, entorno
from mesgepret.evaluacion.alertas import CLASES, Alerta, alertas
from tests.conftest import RAIZ, leer_base, leer_recursos, revisar_sobre_base

if TYPE_CHECKING:
    from mesgepret.expediente import Expediente

Cambios = dict[str, str | bytes | None]

ACUERDO = "SALUD-2024-03-21-A1"
"""El acuerdo de la organización pequeña que vence el 30 de junio de 2024."""

ARSA = "mcr/institucionales/arsa.yaml"
CIFRAS = "mcr/avances/2024-{}/arsa.yaml"
ABRIL = "mesas/salud/actas/2024-04-02.yaml"
MARZO = "mesas/salud/actas/2024-03-21.yaml"


def expediente_al(dia: str, cambios: Cambios | None = None) -> Expediente:
    """La organización pequeña vista un día, con unos archivos encima."""
    repositorio = leer_base()["mesgepret.yaml"].decode().replace("hoy: 2024-04-10", f"hoy: {dia}")
    expediente = revisar_sobre_base({"mesgepret.yaml": repositorio, **(cambios or {})}).expediente
    assert expediente is not None
    return expediente


def al(dia: str, clase: str, cambios: Cambios | None = None, *, borradores: bool = True) -> list[Alerta]:
    """Las alertas de una clase ese día."""
    return [a for a in alertas(expediente_al(dia, cambios), borradores=borradores) if a.clase == clase]


def escrito(archivo: str, *pares: tuple[str, str]) -> Cambios:
    """Un archivo de la organización pequeña con unas palabras cambiadas."""
    texto = leer_base()[archivo].decode()
    for antes, despues in pares:
        assert antes in texto
        texto = texto.replace(antes, despues)
    return {archivo: texto}


def acta(cuerpo: str, estado: str = "definitiva") -> str:
    return f"estado: {estado}\nnivel: tecnico\nacuerdos: []\n{cuerpo}"


def cifra(periodo: str, dicho: str) -> Cambios:
    return {CIFRAS.format(periodo): f"avances:\n  - {{indicador: ARSA-M1-I1, {dicho}}}\n"}


def de(halladas: list[Alerta], cosa: str) -> list[str]:
    return [a.id for a in halladas if a.de.id == cosa]


# --- el día del plazo ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("dia", "esperada"), [
    ("2024-06-14", ""),
    ("2024-06-15", f"acuerdo-por-vencer:{ACUERDO}:2024-06-15"),
    ("2024-06-30", f"acuerdo-por-vencer:{ACUERDO}:2024-06-15"),
    ("2024-07-01", f"acuerdo-vencido:{ACUERDO}:2024-06-30"),
], ids=["a dieciséis días, nada", "a quince días justos", "el día del plazo", "al día siguiente"])  # fmt: skip
def test_un_acuerdo_vence_al_dia_siguiente_de_su_plazo_y_se_avisa_quince_dias_antes(dia: str, esperada: str) -> None:
    suyas = [a for a in alertas(expediente_al(dia)) if a.de.id == ACUERDO]
    assert [a.id for a in suyas] == ([esperada] if esperada else [])


def test_el_motivo_dice_cuantos_dias_y_de_quien() -> None:
    (hoy,) = al("2024-06-30", "acuerdo-por-vencer")
    (ayer,) = al("2024-07-01", "acuerdo-vencido")
    assert "vence hoy, el 2024-06-30" in hoy.motivo
    assert "con un día de atraso; a cargo de Secretaría de Salud" in ayer.motivo
    assert [quien.id for quien in ayer.duenios] == ["sesal"]
    assert [mesa.id for mesa in ayer.mesas] == ["salud"]


@pytest.mark.parametrize(("dia", "clase"), [
    ("2024-02-29", "acuerdo-por-vencer"), ("2024-03-01", "acuerdo-vencido"),
])  # fmt: skip
def test_el_29_de_febrero_es_un_dia_como_los_demas(dia: str, clase: str) -> None:
    bisiesto = acta("").replace(
        "acuerdos: []", "acuerdos: [{id: A1, texto: Contar, responsables: [arsa], plazo: 2024-02-29}]"
    )
    cambios: Cambios = {"mesas/salud/actas/2024-02-20.yaml": bisiesto}
    suyas = [a for a in alertas(expediente_al(dia, cambios)) if a.de.id == "SALUD-2024-02-20-A1"]
    assert [a.clase for a in suyas] == [clase]
    assert suyas[0].desde == date(2024, 2, 29 if clase == "acuerdo-vencido" else 20)  # desde que el plazo se puso


def test_los_quince_dias_cuentan_el_29_de_febrero() -> None:
    suyo = acta("").replace(
        "acuerdos: []", "acuerdos: [{id: A1, texto: Contar, responsables: [arsa], plazo: 2024-03-07}]"
    )
    cambios: Cambios = {"mesas/salud/actas/2024-02-19.yaml": suyo}
    assert de(al("2024-02-20", "acuerdo-por-vencer", cambios), "SALUD-2024-02-19-A1") == []
    assert len(de(al("2024-02-21", "acuerdo-por-vencer", cambios), "SALUD-2024-02-19-A1")) == 1


@pytest.mark.parametrize(("hora", "vencido"), [("05:59", False), ("06:00", True)])
def test_el_dia_es_el_de_la_zona_del_repositorio(hora: str, vencido: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A las 05:59 de Greenwich del 1 de julio, en Tegucigalpa sigue siendo 30 de junio."""

    class Reloj(datetime):
        @classmethod
        def now(cls, tz: object = None) -> Reloj:
            return cls.fromisoformat(f"2024-07-01T{hora}:00").replace(tzinfo=UTC)

    monkeypatch.setattr(entorno, "datetime", Reloj)
    sin_dia = leer_base()["mesgepret.yaml"].decode().replace("hoy: 2024-04-10\n", "")
    expediente = revisar_sobre_base({"mesgepret.yaml": sin_dia}).expediente
    assert expediente is not None
    assert (ACUERDO in [a.de.id for a in alertas(expediente) if a.clase == "acuerdo-vencido"]) is vencido


# --- la cifra que se debe -----------------------------------------------------------------------------------------


def test_la_cifra_de_un_trimestre_no_se_debe_el_ultimo_dia_del_trimestre() -> None:
    assert de(al("2024-06-30", "cifra-debida-sin-informar"), "ARSA-M1-I1") == []
    (una,) = de(al("2024-07-01", "cifra-debida-sin-informar"), "ARSA-M1-I1")
    assert una == "cifra-debida-sin-informar:ARSA-M1-I1:2024-T2"


def test_el_rezago_que_acaba_hoy_todavia_no_la_exige() -> None:
    con_rezago = escrito(ARSA, ("        sentido:", "        rezago_meses: 2\n        sentido:"))
    assert de(al("2024-08-31", "cifra-debida-sin-informar", con_rezago), "ARSA-M1-I1") == []
    assert len(de(al("2024-09-01", "cifra-debida-sin-informar", con_rezago), "ARSA-M1-I1")) == 1


@pytest.mark.parametrize("dicho", ["sin_dato: Se cayó el registro", "valor: reservado", "valor: 70"])
def test_lo_que_se_dijo_no_se_debe(dicho: str) -> None:
    assert de(al("2024-07-01", "cifra-debida-sin-informar", cifra("T2", dicho)), "ARSA-M1-I1") == []


def test_de_varias_cifras_debidas_se_dice_una_vez_y_se_nombran_todas() -> None:
    (una,) = [a for a in al("2024-10-01", "cifra-debida-sin-informar") if a.de.id == "ARSA-M1-I1"]
    assert una.desde == "2024-T2"
    assert "no constan 2 cifras de «ARSA-M1-I1», ni por qué faltan (2024-T2, 2024-T3)" in una.motivo
    assert una.motivo.endswith("se exige desde el 2024-07-01")


# --- la mesa y sus documentos -------------------------------------------------------------------------------------


def test_a_los_noventa_dias_justos_de_la_ultima_sesion_se_avisa() -> None:
    assert al("2024-06-18", "mesa-sin-sesion") == []
    (una,) = al("2024-06-19", "mesa-sin-sesion")
    assert (una.id, [q.id for q in una.duenios]) == ("mesa-sin-sesion:salud:2024-03-21", ["luis-mejia"])


def test_una_ayuda_memoria_en_borrador_prueba_que_la_mesa_se_reunio() -> None:
    assert al("2024-06-19", "mesa-sin-sesion", {ABRIL: acta("", "borrador")}) == []


@pytest.mark.parametrize(("dia", "clases"), [
    ("2024-04-09", set()), ("2024-04-10", {"borrador-viejo", "distribucion-pendiente"}),
], ids=["al séptimo día, no", "al octavo, sí"])  # fmt: skip
def test_un_borrador_sin_distribuir_se_dice_al_octavo_dia(dia: str, clases: set[str]) -> None:
    expediente = expediente_al(dia, {ABRIL: acta("", "borrador")})
    assert {a.clase for a in alertas(expediente) if a.de.id == "SALUD-2024-04-02"} == clases


def test_la_institucion_de_dos_mesas_tiene_una_alerta_en_cada_una() -> None:
    cambios = escrito("mcr/instituciones.yaml", ("Secretaría de Transparencia,", "x, sectores: [salud],"))
    (una,) = al("2024-04-10", "institucion-sin-acreditados", cambios)
    assert una.id == "institucion-sin-acreditados:stlcc:SALUD"
    fin = "desde: 2024-01-09}"
    (otra,) = al(
        "2024-04-10", "institucion-sin-acreditados",
        escrito("mesas/salud/miembros/arsa.yaml", (fin, "desde: 2024-01-09, hasta: 2024-03-29}")),
    )  # fmt: skip
    assert otra.id == "institucion-sin-acreditados:arsa:SALUD-2024-03-29"


# --- las metas ----------------------------------------------------------------------------------------------------


def test_una_meta_en_rojo_lo_esta_desde_su_primer_periodo_en_rojo_sin_interrupcion() -> None:
    cifras = cifra("T1", "valor: 60") | cifra("T2", "valor: 30") | cifra("T3", "valor: 31")
    (una,) = [a for a in al("2024-10-01", "meta-fuera-de-ruta", cifras) if a.de.id == "ARSA-M1"]
    assert una.desde == "2024-T2"
    assert "«ARSA-M1» está en rojo a 2024-T3: 41.3 %, «Bajo» según diger-2023" in una.motivo
    sana = cifras | cifra("T2", "valor: 69")
    (otra,) = [a for a in al("2024-10-01", "meta-fuera-de-ruta", sana) if a.de.id == "ARSA-M1"]
    assert otra.desde == "2024-T3"


def test_mientras_la_ultima_cifra_no_se_exige_se_mira_la_anterior() -> None:
    rezago = escrito(ARSA, ("        sentido:", "        rezago_meses: 1\n        sentido:"))
    cambios = rezago | cifra("T1", "valor: 30")
    assert len(de(al("2024-07-31", "meta-fuera-de-ruta", cambios), "ARSA-M1")) == 1
    assert de(al("2024-08-01", "meta-fuera-de-ruta", cambios), "ARSA-M1") == []  # ya se exige: es la cifra lo que falta


def test_donde_nada_se_programo_la_ruta_es_la_recta_a_la_meta_final() -> None:
    solo_final = escrito(
        ARSA, ("{anio: 2024, valor: 80}, ", ""),
        (", {periodo: 2024-T2, valor: 70}, {periodo: 2024-T3, valor: 75}, {periodo: 2024-T4, valor: 80}]", "]"),
        ("programacion: [{periodo: 2024-T1, valor: 65}]", "peso: 1"),
    )  # fmt: skip
    (una,) = al("2024-04-10", "meta-fuera-de-ruta", solo_final)
    assert una.motivo == (
        "«ARSA-M1» va por detrás de su camino: ARSA-M1-I1 está en 64 a 2024-T1, y para llegar a 90 en 2025 pedía 72.5"
    )
    assert al("2024-04-10", "meta-fuera-de-ruta", solo_final | cifra("T1", "valor: 73")) == []


def test_dos_trimestres_en_rojo_sin_acuerdo_y_uno_solo_todavia_no() -> None:
    rojas = cifra("T1", "valor: 30") | cifra("T2", "valor: 30")
    assert al("2024-06-29", "meta-en-rojo-sin-acuerdo", rojas) == []
    (una,) = al("2024-06-30", "meta-en-rojo-sin-acuerdo", rojas)
    assert una.id == "meta-en-rojo-sin-acuerdo:ARSA-M1:2024-T1"
    assert [q.id for q in una.duenios] == ["arsa"]
    atendida = escrito(MARZO, ("metas: [SALUD-M1]", "metas: [ARSA-M1]"))
    assert al("2024-06-30", "meta-en-rojo-sin-acuerdo", rojas | atendida) == []
    citada = escrito(MARZO, ("metas: [SALUD-M1]", 'alertas: ["meta-fuera-de-ruta:ARSA-M1:2024-T1"]'))
    assert al("2024-06-30", "meta-en-rojo-sin-acuerdo", rojas | citada) == []


def en_circulo(uno: str, otro: str) -> Cambios:
    """Dos metas que se contribuyen la una a la otra y solo juntan lo que les llega, con sus cifras en rojo."""
    junta = "    agregacion: {indicadores: ninguna, contribuyentes: promedio_ponderado}\n    indicadores:\n"
    base = leer_base()["mcr/sectoriales/salud.yaml"].decode().replace("    indicadores:\n", junta, 1)
    una = base.replace("{meta: PRES-M1}", f"{{meta: {otro}}}", 1)
    otra = base.replace("metas:\n", "", 1).replace("{meta: PRES-M1}", f"{{meta: {uno}}}", 1).replace("id: M1", "id: M2")
    cifras = "".join(
        f"  - {{indicador: {id}-I1, valor: 10, estado: definitivo, fecha_corte: 2024-03-31, fuente: Boletín}}\n"
        for id in (uno, otro)
    )
    return {"mcr/sectoriales/salud.yaml": una + otra, "mcr/avances/2024-T1/sesal.yaml": f"avances:\n{cifras}"}


def test_de_dos_metas_en_circulo_las_alertas_salen_de_sus_propios_indicadores() -> None:
    uno, otro = "SALUD-M1", "SALUD-M2"
    halladas = al("2024-05-30", "meta-fuera-de-ruta", en_circulo(uno, otro))
    assert {a.de.id for a in halladas} >= {uno, otro}


def test_lo_que_pasa_de_130_por_ciento_se_avisa_y_130_justos_no() -> None:
    assert al("2024-04-10", "meta-muy-superada", cifra("T1", "valor: 84.5")) == []
    assert len(al("2024-04-10", "meta-muy-superada", cifra("T1", "valor: 84.51"))) == 1


def test_con_dos_cifras_no_hay_tendencia_de_que_avisar() -> None:
    dos = cifra("T1", "valor: 60") | cifra("T2", "valor: 59")
    assert al("2024-07-01", "tendencia-que-no-llega", dos) == []
    (una,) = al("2024-10-01", "tendencia-que-no-llega", dos | cifra("T3", "valor: 58"))
    assert (una.id, una.lugar.archivo) == ("tendencia-que-no-llega:ARSA-M1-I1:2024-T3", ARSA)


# --- lo que se publica --------------------------------------------------------------------------------------------


def test_lo_que_dice_un_borrador_no_cambia_las_alertas_que_se_publican() -> None:
    mueve = f"seguimiento: [{{sobre: {ACUERDO}, estado: en_proceso, nuevo_plazo: 2024-04-08, motivo: Antes}}]\n"
    borrador: Cambios = {ABRIL: acta(mueve, "borrador")}
    (interna,) = al("2024-04-10", "acuerdo-vencido", borrador)
    assert interna.desde == date(2024, 4, 8)
    assert al("2024-04-10", "acuerdo-vencido", borrador, borradores=False) == []
    (publica,) = al("2024-07-01", "acuerdo-vencido", borrador, borradores=False)
    assert (publica.desde, publica.otras) == (date(2024, 6, 30), ())


def test_del_borrador_solo_se_publica_que_lo_es() -> None:
    borrador: Cambios = {ABRIL: acta("", "borrador")}
    publicas = alertas(expediente_al("2024-04-10", borrador), borradores=False)
    assert [a.clase for a in publicas if a.de.id == "SALUD-2024-04-02"] == ["borrador-viejo"]


def test_una_agenda_y_un_acuerdo_que_la_citan_constan_en_ella() -> None:
    id = f"acuerdo-vencido:{ACUERDO}:2024-06-30"
    cita = (
        f'agenda: [{{punto: 1, tema: x, alertas: ["{id}"]}}]\n'
        f"seguimiento: [{{sobre: {ACUERDO}, estado: en_proceso, comentario: Falta}}]\n"
    )
    cambios: Cambios = {
        ABRIL: acta(cita).replace("acuerdos: []", f'acuerdos: [{{id: A1, texto: Ver, alertas: ["{id[:-11]}"]}}]')
    }
    (una,) = [a for a in al("2024-07-01", "acuerdo-vencido", cambios) if a.de.id == ACUERDO]
    assert [type(donde).__name__ for donde in una.citada_en] == ["Punto", "Acuerdo"]
    movido: Cambios = {"mesas/salud/actas/2024-07-02.yaml": acta(
        f"seguimiento: [{{sobre: {ACUERDO}, estado: en_proceso, nuevo_plazo: 2024-08-01, motivo: x}}]\n"
    )}  # fmt: skip
    (otra,) = [a for a in al("2024-08-02", "acuerdo-vencido", cambios | movido) if a.de.id == ACUERDO]
    assert [type(donde).__name__ for donde in otra.citada_en] == ["Acuerdo"]  # la del plazo viejo era otra alerta


# --- el país ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pais() -> Expediente:
    expediente = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos(), date(2024, 11, 28)).expediente
    assert expediente is not None
    return expediente


def test_en_el_pais_cada_alerta_tiene_un_id_que_una_agenda_puede_citar(pais: Expediente) -> None:
    halladas = alertas(pais)
    patron = json.loads(leer_recursos().esquemas["comun"])["$defs"]["alertas"]["items"]["pattern"]
    assert len({a.id.lower() for a in halladas}) == len(halladas) > 100
    assert [a.id for a in halladas if not re.fullmatch(patron, a.id)] == []
    assert [a.id for a in halladas if not a.es_la_de(a.id)] == []


def test_en_el_pais_van_por_clase_y_en_cada_una_la_mas_antigua_primero(pais: Expediente) -> None:
    halladas = alertas(pais)
    assert [a.clase for a in halladas] == sorted((a.clase for a in halladas), key=list(CLASES).index)
    plazos = [a.desde for a in halladas if a.clase == "acuerdo-vencido"]
    assert plazos == sorted(plazos, key=str)
    assert len(plazos) > 5


def test_un_punto_y_un_acuerdo_de_la_muestra_citan_una_alerta_que_aquel_dia_existia(pais: Expediente) -> None:
    una = next(a for a in alertas(pais) if a.id == "acuerdo-vencido:EDU-2024-02-08-A4:2024-11-15")
    assert [getattr(donde, "id", "") or f"punto {donde.punto}" for donde in una.citada_en] == [
        "punto 1", "EDU-2024-11-28-A1",
    ]  # fmt: skip


def test_las_alertas_no_dependen_del_orden_de_los_archivos() -> None:
    archivos = {**leer_base(), ABRIL: acta("", "borrador").encode()}
    dichas = []
    for orden in (sorted(archivos), sorted(archivos, reverse=True)):
        expediente = compilador.revisar(Arbol({ruta: archivos[ruta] for ruta in orden}), leer_recursos()).expediente
        assert expediente is not None
        dichas.append([(a.id, a.motivo) for a in alertas(expediente)])
    assert dichas[0] == dichas[1] != []


@pytest.mark.parametrize("clase", CLASES)
def test_cada_clase_es_el_nombre_de_la_regla_que_la_dice(clase: str) -> None:
    (pagina,) = [p for p in leer_recursos().paginas.values() if p.nombre == clase]
    assert "R07" in pagina.requisitos
    assert any(f" {pagina.codigo} " in linea for linea in pagina.ejemplo("Mal").dicho)
