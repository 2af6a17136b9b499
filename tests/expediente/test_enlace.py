"""De documentos a expediente: cada referencia apunta a su pieza, cada id es de una sola y nadie paga por otro."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mesgepret.expediente import Externo, Grupo, Institucion, Miembro
from mesgepret.expediente.niveles import Analista
from tests.conftest import dichos, revisar_sobre_base

if TYPE_CHECKING:
    from mesgepret.compilador import Revision
    from mesgepret.expediente import Expediente

MESA = "mesas/salud/mesa.yaml"
NOTAS = "mesas/salud/seguimiento/2024-04-05.yaml"


def enlazar(cambios: dict[str, str | bytes | None]) -> Expediente:
    """El expediente de la organización pequeña con unos archivos encima."""
    expediente = revisar_sobre_base(cambios).expediente
    assert expediente is not None
    return expediente


def vinculos(revision: Revision) -> list[str]:
    """Los hallazgos que detienen: de lectura, de forma y de vínculo."""
    return [linea for linea, h in zip(dichos(revision), revision.hallazgos, strict=True) if h.codigo[0] in "LEV"]


@pytest.fixture(scope="module")
def base() -> Expediente:
    return enlazar({})


def test_de_un_acuerdo_se_llega_a_su_acta_a_su_mesa_y_a_su_sector(base: Expediente) -> None:
    acuerdo = base.acuerdos["SALUD-2024-03-21-A1"]
    assert acuerdo.acta is base.sesiones["SALUD-2024-03-21"].acta
    assert acuerdo.acta.mesa is base.mesas["salud"]
    assert acuerdo.acta.mesa.sector is base.sectores["salud"]
    assert base.sectores["salud"].mesa is base.mesas["salud"]


def test_la_convocatoria_y_el_acta_del_mismo_dia_son_una_sesion(base: Expediente) -> None:
    sesion = base.sesiones["SALUD-2024-02-15"]
    assert sesion.convocatoria is not None
    assert sesion.acta is not None
    assert sesion.convocatoria.id == sesion.acta.id == sesion.id
    assert sesion.convocatoria.sesion is sesion.acta.sesion is sesion
    assert sesion.fecha == date(2024, 2, 15)


def test_cada_meta_conoce_a_las_que_contribuyen_a_ella(base: Expediente) -> None:
    assert [m.id for m in base.metas["PRES-M1"].contribuyentes] == ["SALUD-M1"]
    assert {m.id for m in base.metas["SALUD-M1"].contribuyentes} == {"ARSA-M1", "SESAL-M1"}
    assert [m.nivel for m in base.metas.values()] == ["institucional", "institucional", "presidencial", "sectorial"]
    assert base.metas["SESAL-M1"].institucion is base.instituciones["sesal"]


def test_cada_indicador_conoce_sus_cifras(base: Expediente) -> None:
    (avance,) = base.indicadores["SALUD-M1-I1"].avances
    assert (str(avance.valor), avance.periodo) == ("79.5", "2024-T1")
    assert avance.institucion is base.instituciones["sesal"]


def test_un_acuerdo_conoce_lo_que_se_dijo_de_el_y_lo_que_resuelve(base: Expediente) -> None:
    plan = base.acuerdos["SALUD-2024-02-15-A1"]
    assert [e.estado for e in plan.entradas] == ["cumplido"]
    del_plan, de_la_meta = plan.resuelve
    assert del_plan.sobre is base.mesas["salud"].planes[0]
    assert base.mesas["salud"].planes[0].resoluciones == (del_plan,)
    assert base.metas["SALUD-M1"].aprobaciones == [de_la_meta]


def test_quien_actua_es_miembro_analista_grupo_institucion_o_alguien_de_fuera() -> None:
    acta = (
        "estado: borrador\nnivel: tecnico\npreside: [luis-mejia, marta-rios, vacunas, sesal, Juan Pérez]\n"
        "participantes: [{nombre: Juan Pérez, institucion: red-solidaria-de-ejemplo}]\n"
    ).replace("red-solidaria-de-ejemplo", "OPS")
    mesa = "grupos: [{id: vacunas, tema: Vacunas, integrantes: [luis-mejia], desde: 2024-01-10}]\n"
    archivo = "mesas/salud/actas/2024-04-02.yaml"
    completa = revisar_sobre_base({}).documentos[MESA].decode() + mesa
    expediente = enlazar({archivo: acta, MESA: completa})
    documento = expediente.sesiones["SALUD-2024-04-02"].acta
    assert documento is not None
    assert [type(q) for q in documento.preside] == [Miembro, Analista, Grupo, Institucion, Externo]
    assert [q.nombre for q in documento.preside] == [
        "Luis Mejía", "Marta Ríos", "Grupo de trabajo: Vacunas", "Secretaría de Salud", "Juan Pérez",
    ]  # fmt: skip
    assert documento.participantes[0].institucion == Externo("OPS")


@pytest.mark.parametrize(
    ("escrito", "mensaje", "ayuda"),
    [
        ("SALUD-2024-03-21-A11", "no existe un acuerdo, una actividad o un curso de acción «SALUD-2024-03-21-A11»",
         "¿quiso decir «SALUD-2024-03-21-A1»?"),
        ("SALUD-P2024-A88", "no existe un acuerdo, una actividad o un curso de acción «SALUD-P2024-A88»",
         "¿quiso decir «SALUD-P2024-A8»?"),
        ("GENERO-L1", "no existe un acuerdo, una actividad o un curso de acción «GENERO-L1»",
         "revise el id, o escriba primero aquello a lo que apunta"),
        ("SALUD-M1", "«SALUD-M1» es una meta, y «sobre» espera un acuerdo, una actividad o un curso de acción",
         "ponga el id de lo que corresponde"),
    ],
)  # fmt: skip
def test_una_referencia_rota_propone_el_id_mas_cercano(escrito: str, mensaje: str, ayuda: str) -> None:
    yaml = f"registra: luis-mejia\nseguimiento:\n  - sobre: {escrito}\n    estado: pendiente\n"
    (hallazgo,) = (h for h in revisar_sobre_base({NOTAS: yaml}).hallazgos if h.codigo[0] == "V")
    assert (str(hallazgo.ubicacion), hallazgo.mensaje, hallazgo.ayuda) == (f"{NOTAS}:3:12", mensaje, ayuda)
    assert hallazgo.sobre == escrito


def test_cada_elemento_roto_de_una_lista_se_dice_en_su_lugar() -> None:
    archivo = "mesas/salud/actas/2024-04-02.yaml"
    acta = (
        "estado: borrador\nnivel: tecnico\nacuerdos:\n  - id: A1\n    texto: Vacunar\n"
        "    metas: [SALUD-M1, SALUD-M9, SALUD-M1-I1]\n    responsables: [sesal, sesall, Ana López]\n"
    )
    assert vinculos(revisar_sobre_base({archivo: acta})) == [
        f"{archivo}:6:23 V101 no existe una meta «SALUD-M9»",
        f"{archivo}:6:33 V105 «SALUD-M1-I1» es un indicador, y «metas» espera una meta",
        f"{archivo}:7:27 V101 «sesall» no es miembro, grupo ni institución de la mesa",
    ]


def test_una_palabra_vale_por_una_lista_tambien_si_es_una_referencia() -> None:
    archivo = "mesas/salud/actas/2024-04-02.yaml"
    acta = "estado: borrador\nnivel: tecnico\nacuerdos: [{id: A1, texto: x, metas: SALUD-M1, responsables: sesal}]\n"
    expediente = enlazar({archivo: acta})
    acuerdo = expediente.acuerdos["SALUD-2024-04-02-A1"]
    assert acuerdo.metas == (expediente.metas["SALUD-M1"],)
    assert acuerdo.responsables == (expediente.instituciones["sesal"],)


def test_lo_reservado_no_se_busca() -> None:
    yaml = "registra: luis-mejia\nseguimiento: [{sobre: reservado, estado: pendiente}]\n"
    assert vinculos(revisar_sobre_base({NOTAS: yaml})) == []


_LISTAS: dict[str, tuple[str, str, str]] = {
    "mesas/salud/actas/2024-04-02.yaml": (
        "estado: borrador\nnivel: tecnico\nacuerdos:\n", "texto: x", "SALUD-2024-04-02-A1"
    ),
    "mesas/salud/planes/2025.yaml": (
        "version: 1\ndesde: 2025-01-01\nhasta: 2025-12-31\nactividades:\n", "actividad: x", "SALUD-P2025-A1"
    ),
    "mesas/salud/limitantes.yaml": ("limitantes:\n", "titulo: x", "SALUD-L1"),
    "mesas/salud/diagnostico.yaml": ("desafios:\n", "titulo: x", "SALUD-D1"),
    "mcr/ejes.yaml": ("ejes:\n", "nombre: x, sectores: [salud]", "EJE1"),
    "mcr/sectoriales/salud.yaml": ("metas:\n", "indicadores: []", "SALUD-M1"),
}  # fmt: skip
"""Archivo → lo que va antes de una lista, las claves de un elemento y el id global del que se repite."""


@pytest.mark.parametrize("archivo", list(_LISTAS))
def test_un_id_repetido_se_dice_en_los_dos_lugares(archivo: str) -> None:
    antes, claves, id = _LISTAS[archivo]
    local = re.sub(r".*-(?=[A-Z]+[0-9]+$)", "", id)
    revision = revisar_sobre_base({archivo: antes + f"  - {{id: {local}, {claves}}}\n" * 2})
    (hallazgo,) = (h for h in revision.hallazgos if h.codigo == "V102")
    linea = antes.count("\n") + 1
    assert str(hallazgo.ubicacion) == f"{archivo}:{linea + 1}:10"
    assert hallazgo.mensaje == f"el id «{id}» ya está en uso"
    assert [str(otra) for otra in hallazgo.otras] == [f"{archivo}:{linea}:10"]


def test_una_sigla_repetida_se_dice_en_los_dos_lugares() -> None:
    yaml = "sectores:\n  - {id: salud, sigla: SALUD, nombre: x}\n  - {id: vivienda, sigla: SALUD, nombre: y}\n"
    (hallazgo,) = (h for h in revisar_sobre_base({"mcr/sectores.yaml": yaml}).hallazgos if h.codigo == "V102")
    assert (str(hallazgo.ubicacion), hallazgo.mensaje) == (
        "mcr/sectores.yaml:3:27",
        "la sigla «SALUD» ya está en uso",
    )
    assert [str(otra) for otra in hallazgo.otras] == ["mcr/sectores.yaml:2:24"]


# --- sin cascadas ----------------------------------------------------------------------------------------------------


def test_un_acta_invalida_no_deja_a_nadie_apuntando_al_vacio() -> None:
    """Ni quien cita sus acuerdos ni las reglas de su mesa dicen nada: solo el acta."""
    archivo = "mesas/salud/actas/2024-02-15.yaml"
    revision = revisar_sobre_base({archivo: "estado: definitivo\nnivel: tecnico\n"})
    assert dichos(revision) == [f"{archivo}:1:9 E104 «estado»: «definitivo» no está entre borrador y definitiva"]
    assert revision.expediente is not None
    assert "SALUD-2024-02-15-A1" not in revision.expediente.acuerdos
    assert archivo in revision.expediente.retenidos


@pytest.mark.parametrize("archivo", ["instituciones", "sectores", "ejes"])
def test_un_catalogo_invalido_no_da_ni_un_vinculo_roto(archivo: str) -> None:
    revision = revisar_sobre_base({f"mcr/{archivo}.yaml": f"{archivo}: 5\n"})
    assert [h.codigo for h in revision.hallazgos] == ["E103"]
    assert revision.expediente is None


def test_la_mesa_invalida_calla_a_las_reglas_y_no_rompe_las_metas() -> None:
    revision = revisar_sobre_base({MESA: "grupos: 5\n"})
    assert [h.codigo for h in revision.hallazgos] == ["E103"]


def test_un_archivo_en_el_sitio_de_nadie_no_deja_a_nadie_apuntando_al_vacio() -> None:
    acta = revisar_sobre_base({}).documentos["mesas/salud/actas/2024-02-15.yaml"]
    revision = revisar_sobre_base({"mesas/salud/actas/2024-02-15.yaml": None, "mesas/salud/acta/2024-02-15.yaml": acta})
    assert [h.codigo for h in revision.hallazgos] == ["E110"]


def test_arreglado_lo_retenido_se_dice_lo_que_callaba() -> None:
    rota = "registra: luis-mejia\nseguimiento: [{sobre: SALUD-2024-02-15-A7, estado: pendiente}]\n"
    febrero = "mesas/salud/actas/2024-02-15.yaml"
    assert [h.codigo for h in revisar_sobre_base({NOTAS: rota, febrero: "estado: [\n"}).hallazgos] == ["L118"]
    assert [linea.split()[1] for linea in vinculos(revisar_sobre_base({NOTAS: rota}))] == ["V101"]


def test_los_catalogos_del_programa_pueden_nombrar_lo_que_aqui_no_hay() -> None:
    """`mcr/catalogos.yaml` nombra rectoras y sectores que un repositorio pequeño no tiene."""
    instituciones = "instituciones: [{id: sesal, sigla: SESAL, nombre: Secretaría de Salud, sectores: [salud]}]\n"
    revision = revisar_sobre_base({"mcr/instituciones.yaml": instituciones})
    assert not [linea for linea in vinculos(revision) if linea.startswith("mcr/catalogos.yaml")]


def test_las_sesiones_van_por_fecha_y_la_segunda_del_dia_despues() -> None:
    minima = "estado: borrador\nnivel: tecnico\n"
    expediente = enlazar({f"mesas/salud/actas/{d}.yaml": minima for d in ("2024-04-02-2", "2024-04-02", "2023-12-01")})
    assert [s.id for s in expediente.mesas["salud"].sesiones] == [
        "SALUD-2023-12-01", "SALUD-2024-02-15", "SALUD-2024-03-21", "SALUD-2024-04-02", "SALUD-2024-04-02-2",
    ]  # fmt: skip
    assert [s.orden for s in expediente.mesas["salud"].sesiones][-2:] == [1, 2]
