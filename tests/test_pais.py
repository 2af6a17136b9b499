"""Lo que las reglas dicen del país: cada hallazgo está leído, es cierto y es todo."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from mesgepret import compilador, deposito
from tests.conftest import RAIZ, leer_recursos
from tests.hallazgos_revisados import REVISADOS
from tests.imprenta.sitio import sitio

if TYPE_CHECKING:
    from mesgepret.compilador import Revision
    from mesgepret.expediente import Expediente, Indicador


COMPLETAS = frozenset(["educacion", "energia", "mercado-laboral", "salud", "transparencia"])
TRIMESTRES = ("2024-T1", "2024-T2", "2024-T3", "2024-T4")
with (RAIZ / "tests" / "indicadores_publicados.csv").open(encoding="utf-8", newline="") as tabla:
    FILAS = list(csv.DictReader(tabla))


@pytest.fixture(scope="module")
def revision() -> Revision:
    return compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos())


@pytest.fixture(scope="module")
def expediente(revision: Revision) -> Expediente:
    assert revision.expediente is not None
    return revision.expediente


def publicados(expediente: Expediente) -> list[Indicador]:
    """Los indicadores reales: los de demostración lo dicen en su nombre."""
    return [i for i in expediente.indicadores.values() if "(demostración)" not in i.nombre]


def test_los_hallazgos_del_repositorio_son_los_revisados_y_ninguno_es_error(revision: Revision) -> None:
    hallados = Counter((h.ubicacion.archivo, h.codigo, h.justificacion is not None) for h in revision.hallazgos)
    assert hallados == REVISADOS
    assert not revision.falla()


@pytest.mark.parametrize("mesa", sorted(COMPLETAS))
def test_una_mesa_completa_tiene_de_cada_clase_de_documento(mesa: str) -> None:
    archivos = deposito.leer_arbol(RAIZ).archivos
    for parte in ("mesa.yaml", "miembros/", "planes/", "convocatorias/", "actas/", "seguimiento/", "diagnostico.yaml",
                  "limitantes.yaml", "propuestas/", "poa/", "informes/"):  # fmt: skip
        assert any(a.startswith(f"mesas/{mesa}/{parte}") for a in archivos), parte


def test_el_pais_cuenta_4_ejes_22_sectores_22_mesas_y_23_ubicaciones(expediente: Expediente) -> None:
    assert (len(expediente.ejes), len(expediente.sectores), len(expediente.mesas)) == (4, 22, 22)
    assert expediente.ubicaciones == 23
    assert len(expediente.sectores["mercado-laboral"].ubicaciones) == 2
    de_muestra = [i.id for i in expediente.instituciones.values() if "(demostración)" in i.nombre]
    assert (len(expediente.instituciones), de_muestra) == (120, ["cpip"])


def test_la_portada_cuenta_al_mercado_laboral_una_vez_y_compara_con_lo_declarado() -> None:
    texto = " ".join(re.sub(r"<[^>]+>", " ", sitio("salud")["index.html"]).split())
    for dicho in (
        "22 mesas tienen documentos",
        "Ejes estratégicos 4 4",
        "Sectores, cada uno con su mesa 22 22",
        "Ubicaciones de un sector en un eje o vertiente 23 23",
        "Instituciones en vigor 119 97",
    ):
        assert dicho in texto, dicho


def test_hay_poa_de_seis_instituciones_y_los_informes_se_piden(expediente: Expediente) -> None:
    poas = [poa for mesa in expediente.mesas.values() for poa in mesa.poas]
    assert len({poa.doc.archivo.rsplit("/", 1)[1] for poa in poas}) >= 6
    assert sum(len(mesa.informes) for mesa in expediente.mesas.values()) >= 5


@pytest.mark.parametrize("sector", sorted(COMPLETAS))
def test_la_cadena_de_una_mesa_completa_esta_entera(sector: str, expediente: Expediente) -> None:
    """De lo presidencial a lo institucional, y en cada eslabón que la cadena tiene hay algún indicador."""
    metas = expediente.sectores[sector].metas
    assert any(c.meta and c.meta.nivel == "presidencial" for meta in metas for c in meta.contribuye_a)
    debajo = [m for meta in metas for m in meta.contribuyentes]
    assert {m.nivel for m in debajo} == {"institucional"}
    assert len({m.institucion for m in debajo}) >= 2
    arriba = [c.meta for meta in metas for c in meta.contribuye_a if c.meta]
    usados = {i.eslabon for meta in (*metas, *debajo, *arriba) for i in meta.indicadores if i.eslabon}
    assert {e.id for e in usados} == {e.id for e in expediente.catalogos.eslabones}
    con_todo = [
        indicador
        for meta in (*metas, *debajo)
        for indicador in meta.indicadores
        if len(indicador.programacion) == 4
        and set(TRIMESTRES) <= {avance.doc.archivo.split("/")[2] for avance in indicador.avances}
    ]
    assert len(con_todo) >= 6


@pytest.mark.parametrize("fila", FILAS, ids=[f"la fila {fila['fila']}, {fila['indicadores']}" for fila in FILAS])
def test_un_indicador_publicado_guarda_cada_cifra_que_se_publico(fila: dict[str, str], expediente: Expediente) -> None:
    """Cada número de la fila está en el indicador, como valor o en `texto_fuente`; y bajo una meta sectorial."""
    suyos = [i for i in publicados(expediente) if i.nombre in fila["indicadores"].split("; ")]
    assert len(suyos) == len(fila["indicadores"].split("; "))
    assert {i.meta.nivel for i in suyos} == {"sectorial"}
    assert all(i.fuente for i in suyos)
    escrito = " ".join(
        [json.dumps([i.datos, [a.datos for a in i.avances]], ensure_ascii=False) for i in suyos]
        + [a.doc.archivo for i in suyos for a in i.avances]
    )
    numero = re.compile(r"\d[\d.]*\d|\d")
    dichas = set(numero.findall(" ".join(fila[columna] for columna in ("linea_base", "metas", "reales"))))
    assert dichas <= set(numero.findall(escrito))


def test_no_hay_mas_indicadores_publicados_que_los_de_las_52_filas(expediente: Expediente) -> None:
    nombres = {nombre for fila in FILAS for nombre in fila["indicadores"].split("; ")}
    assert (len(FILAS), len(nombres)) == (52, 55)  # la fila 50 trae cinco instituciones, y una es la de la 51
    assert {i.nombre for i in publicados(expediente)} == nombres


def test_ningun_indicador_real_tiene_una_meta_inventada(expediente: Expediente) -> None:
    for indicador in publicados(expediente):
        assert indicador.sin_meta or indicador.metas_anuales
        assert all(meta.texto_fuente or meta.precision for meta in indicador.metas_anuales), indicador.id
