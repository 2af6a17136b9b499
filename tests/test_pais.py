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

if TYPE_CHECKING:
    from mesgepret.compilador import Revision
    from mesgepret.expediente import Expediente, Indicador

# (archivo, código, si está justificado): cuántos. Los I101 son indicadores reales sin meta publicada: no se les inventa.
REVISADOS: dict[tuple[str, str, bool], int] = {
    ("mcr/avances/2022/sreci.yaml", "F103", False): 1,
    ("mcr/avances/2023/sen.yaml", "F106", False): 1,
    ("mcr/avances/2023/unah.yaml", "F103", False): 1,
    ("mcr/avances/2024-T1/ihadfa.yaml", "F102", False): 1,
    ("mcr/avances/2024-T2/coneanfo.yaml", "F103", False): 1,
    ("mcr/avances/2024-T2/cpip.yaml", "F102", False): 1,
    ("mcr/avances/2024-T2/sesal.yaml", "F101", False): 1,
    ("mcr/avances/2024-T2/stlcc.yaml", "F103", False): 1,
    ("mcr/avances/2024-T3/sesal.yaml", "F103", False): 1,
    ("mcr/avances/2024/ine.yaml", "F103", False): 1,
    ("mcr/presidenciales.yaml", "I103", False): 1,
    ("mcr/presidenciales.yaml", "I110", False): 1,
    ("mcr/sectoriales/agropecuario.yaml", "I101", False): 2,
    ("mcr/sectoriales/agropecuario.yaml", "I117", False): 1,
    ("mcr/sectoriales/agropecuario.yaml", "I119", False): 2,
    ("mcr/sectoriales/agua-saneamiento.yaml", "I101", False): 1,
    ("mcr/sectoriales/agua-saneamiento.yaml", "I106", False): 1,
    ("mcr/sectoriales/agua-saneamiento.yaml", "I117", False): 1,
    ("mcr/sectoriales/agua-saneamiento.yaml", "I119", False): 1,
    ("mcr/sectoriales/ambiente.yaml", "I115", False): 1,
    ("mcr/sectoriales/ambiente.yaml", "I117", False): 1,
    ("mcr/sectoriales/ambiente.yaml", "I119", False): 1,
    ("mcr/sectoriales/ciencia.yaml", "I117", False): 1,
    ("mcr/sectoriales/cultura.yaml", "I106", False): 1,
    ("mcr/sectoriales/cultura.yaml", "I115", False): 1,
    ("mcr/sectoriales/cultura.yaml", "I117", False): 2,
    ("mcr/sectoriales/cultura.yaml", "I118", False): 1,
    ("mcr/sectoriales/cultura.yaml", "I119", False): 1,
    ("mcr/sectoriales/defensa-seguridad.yaml", "I106", False): 1,
    ("mcr/sectoriales/defensa-seguridad.yaml", "I115", False): 1,
    ("mcr/sectoriales/defensa-seguridad.yaml", "I117", False): 2,
    ("mcr/sectoriales/defensa-seguridad.yaml", "I118", False): 1,
    ("mcr/sectoriales/defensa-seguridad.yaml", "I119", False): 1,
    ("mcr/sectoriales/derechos-humanos.yaml", "I117", False): 1,
    ("mcr/sectoriales/educacion.yaml", "I101", True): 2,
    ("mcr/sectoriales/educacion.yaml", "I106", False): 3,
    ("mcr/sectoriales/energia.yaml", "I106", False): 3,
    ("mcr/sectoriales/energia.yaml", "I117", False): 1,
    ("mcr/sectoriales/energia.yaml", "I118", False): 1,
    ("mcr/sectoriales/energia.yaml", "I119", False): 1,
    ("mcr/sectoriales/energia.yaml", "I126", False): 1,
    ("mcr/sectoriales/energia.yaml", "I131", False): 1,
    ("mcr/sectoriales/genero.yaml", "I101", False): 1,
    ("mcr/sectoriales/genero.yaml", "I106", False): 1,
    ("mcr/sectoriales/genero.yaml", "I117", False): 1,
    ("mcr/sectoriales/genero.yaml", "I119", False): 1,
    ("mcr/sectoriales/gestion-riesgos.yaml", "I101", False): 1,
    ("mcr/sectoriales/gestion-riesgos.yaml", "I117", False): 1,
    ("mcr/sectoriales/gestion-riesgos.yaml", "I119", False): 1,
    ("mcr/sectoriales/gobernabilidad.yaml", "I106", False): 4,
    ("mcr/sectoriales/gobernabilidad.yaml", "I115", False): 1,
    ("mcr/sectoriales/gobernabilidad.yaml", "I117", False): 2,
    ("mcr/sectoriales/gobernabilidad.yaml", "I118", False): 1,
    ("mcr/sectoriales/gobernabilidad.yaml", "I119", False): 1,
    ("mcr/sectoriales/industria-comercio.yaml", "I101", False): 1,
    ("mcr/sectoriales/industria-comercio.yaml", "I117", False): 1,
    ("mcr/sectoriales/industria-comercio.yaml", "I119", False): 1,
    ("mcr/sectoriales/infraestructura.yaml", "I115", False): 1,
    ("mcr/sectoriales/infraestructura.yaml", "I117", False): 2,
    ("mcr/sectoriales/infraestructura.yaml", "I118", False): 1,
    ("mcr/sectoriales/infraestructura.yaml", "I119", False): 1,
    ("mcr/sectoriales/macroeconomico.yaml", "I101", False): 1,
    ("mcr/sectoriales/macroeconomico.yaml", "I106", False): 4,
    ("mcr/sectoriales/macroeconomico.yaml", "I115", False): 1,
    ("mcr/sectoriales/macroeconomico.yaml", "I117", False): 2,
    ("mcr/sectoriales/macroeconomico.yaml", "I118", False): 2,
    ("mcr/sectoriales/macroeconomico.yaml", "I119", False): 3,
    ("mcr/sectoriales/macroeconomico.yaml", "I120", False): 2,
    ("mcr/sectoriales/mercado-laboral.yaml", "I101", False): 2,
    ("mcr/sectoriales/mercado-laboral.yaml", "I106", False): 5,
    ("mcr/sectoriales/mercado-laboral.yaml", "I119", False): 2,
    ("mcr/sectoriales/mercado-laboral.yaml", "I128", False): 1,
    ("mcr/sectoriales/migracion.yaml", "I101", False): 1,
    ("mcr/sectoriales/migracion.yaml", "I117", False): 1,
    ("mcr/sectoriales/migracion.yaml", "I119", False): 1,
    ("mcr/sectoriales/salud.yaml", "I101", False): 1,
    ("mcr/sectoriales/salud.yaml", "I106", False): 2,
    ("mcr/sectoriales/salud.yaml", "I111", False): 2,
    ("mcr/sectoriales/salud.yaml", "I112", False): 1,
    ("mcr/sectoriales/salud.yaml", "I119", False): 1,
    ("mcr/sectoriales/salud.yaml", "I121", False): 1,
    ("mcr/sectoriales/salud.yaml", "I122", False): 1,
    ("mcr/sectoriales/telecomunicaciones.yaml", "I101", False): 1,
    ("mcr/sectoriales/telecomunicaciones.yaml", "I106", False): 3,
    ("mcr/sectoriales/telecomunicaciones.yaml", "I117", False): 1,
    ("mcr/sectoriales/telecomunicaciones.yaml", "I119", False): 1,
    ("mcr/sectoriales/transparencia.yaml", "I101", True): 1,
    ("mcr/sectoriales/transparencia.yaml", "I106", False): 1,
    ("mcr/sectoriales/transparencia.yaml", "I119", False): 1,
    ("mcr/sectoriales/turismo.yaml", "I115", False): 1,
    ("mcr/sectoriales/turismo.yaml", "I117", False): 2,
    ("mcr/sectoriales/turismo.yaml", "I119", False): 1,
    ("mcr/sectoriales/vivienda.yaml", "I115", False): 1,
    ("mcr/sectoriales/vivienda.yaml", "I117", False): 2,
    ("mcr/sectoriales/vivienda.yaml", "I118", False): 1,
    ("mcr/sectoriales/vivienda.yaml", "I119", False): 1,
    ("mesas/agropecuario/mesa.yaml", "I124", False): 1,
    ("mesas/agropecuario/planes/2024.yaml", "P116", False): 1,
    ("mesas/agropecuario/planes/2024.yaml", "P118", False): 1,
    ("mesas/agua-saneamiento/mesa.yaml", "I124", False): 1,
    ("mesas/agua-saneamiento/planes/2024.yaml", "P116", False): 1,
    ("mesas/ambiente/mesa.yaml", "I124", False): 1,
    ("mesas/ambiente/planes/2024.yaml", "P116", False): 1,
    ("mesas/ciencia/mesa.yaml", "I124", False): 1,
    ("mesas/cultura/mesa.yaml", "I124", False): 1,
    ("mesas/cultura/planes/2024.yaml", "P116", False): 1,
    ("mesas/defensa-seguridad/mesa.yaml", "I124", False): 1,
    ("mesas/defensa-seguridad/planes/2024.yaml", "P116", False): 1,
    ("mesas/derechos-humanos/mesa.yaml", "I124", False): 1,
    ("mesas/derechos-humanos/planes/2024.yaml", "P116", False): 1,
    ("mesas/derechos-humanos/planes/2024.yaml", "P118", False): 1,
    ("mesas/educacion/actas/2024-02-08.yaml", "S117", False): 1,
    ("mesas/educacion/actas/2024-07-25-2.yaml", "S117", False): 1,
    ("mesas/educacion/actas/2024-08-22.yaml", "M109", True): 1,
    ("mesas/educacion/actas/2024-09-26.yaml", "S116", False): 1,
    ("mesas/educacion/actas/2024-09-26.yaml", "S117", False): 1,
    ("mesas/educacion/actas/2024-10-24.yaml", "A104", False): 1,
    ("mesas/educacion/actas/2024-10-24.yaml", "A109", False): 1,
    ("mesas/educacion/actas/2024-10-24.yaml", "S117", False): 1,
    ("mesas/educacion/actas/2024-11-28.yaml", "S117", False): 1,
    ("mesas/educacion/informes/escuelas-tras-la-tormenta.yaml", "D108", False): 1,
    ("mesas/educacion/limitantes.yaml", "D101", False): 1,
    ("mesas/educacion/mesa.yaml", "I124", False): 1,
    ("mesas/educacion/mesa.yaml", "M110", True): 1,
    ("mesas/educacion/mesa.yaml", "M115", False): 1,
    ("mesas/educacion/mesa.yaml", "M124", False): 1,
    ("mesas/educacion/planes/2024.yaml", "P106", False): 1,
    ("mesas/educacion/planes/2024.yaml", "P116", False): 1,
    ("mesas/educacion/planes/2024.yaml", "P119", False): 1,
    ("mesas/educacion/propuestas/plazas-cubiertas-2027.yaml", "D105", False): 1,
    ("mesas/energia/actas/2024-04-17.yaml", "S121", False): 1,
    ("mesas/energia/actas/2024-06-19.yaml", "S117", False): 1,
    ("mesas/energia/actas/2024-07-16.yaml", "S117", False): 1,
    ("mesas/energia/actas/2024-08-14.yaml", "A108", True): 1,
    ("mesas/energia/actas/2024-10-16-2.yaml", "A109", False): 1,
    ("mesas/energia/actas/2024-11-27.yaml", "S117", False): 1,
    ("mesas/energia/convocatorias/2024-05-09.yaml", "C101", True): 1,
    ("mesas/energia/convocatorias/2024-05-09.yaml", "C104", False): 1,
    ("mesas/energia/informes/temporada-seca-2025.yaml", "D108", False): 1,
    ("mesas/energia/mesa.yaml", "M115", False): 1,
    ("mesas/energia/mesa.yaml", "M124", False): 1,
    ("mesas/energia/miembros/cree.yaml", "M130", False): 1,
    ("mesas/energia/planes/2024.yaml", "P107", False): 1,
    ("mesas/energia/planes/2024.yaml", "P116", False): 1,
    ("mesas/energia/planes/2024.yaml", "P119", False): 1,
    ("mesas/energia/poa/2024/enee.yaml", "D110", False): 1,
    ("mesas/energia/propuestas/electrificacion-rural-2025.yaml", "D105", False): 1,
    ("mesas/energia/seguimiento/2024-08-28.yaml", "S121", False): 1,
    ("mesas/genero/mesa.yaml", "I124", False): 1,
    ("mesas/genero/planes/2024.yaml", "P116", False): 1,
    ("mesas/gestion-riesgos/mesa.yaml", "I124", False): 1,
    ("mesas/gestion-riesgos/planes/2024.yaml", "P116", False): 1,
    ("mesas/gobernabilidad/mesa.yaml", "I124", False): 1,
    ("mesas/gobernabilidad/planes/2024.yaml", "P116", False): 1,
    ("mesas/gobernabilidad/planes/2024.yaml", "P118", False): 1,
    ("mesas/industria-comercio/mesa.yaml", "I124", False): 1,
    ("mesas/industria-comercio/planes/2024.yaml", "P116", False): 1,
    ("mesas/industria-comercio/planes/2024.yaml", "P118", False): 1,
    ("mesas/infraestructura/mesa.yaml", "I124", False): 1,
    ("mesas/infraestructura/planes/2024.yaml", "P116", False): 1,
    ("mesas/macroeconomico/mesa.yaml", "I124", False): 1,
    ("mesas/macroeconomico/planes/2024.yaml", "P118", False): 1,
    ("mesas/mercado-laboral/actas/2024-02-08.yaml", "S117", False): 1,
    ("mesas/mercado-laboral/actas/2024-04-25.yaml", "A109", False): 1,
    ("mesas/mercado-laboral/actas/2024-06-11.yaml", "S117", False): 1,
    ("mesas/mercado-laboral/actas/2024-06-26.yaml", "A108", True): 1,
    ("mesas/mercado-laboral/actas/2024-10-08.yaml", "S116", False): 1,
    ("mesas/mercado-laboral/actas/2024-11-26.yaml", "S117", False): 1,
    ("mesas/mercado-laboral/convocatorias/2024-10-08.yaml", "C104", False): 1,
    ("mesas/mercado-laboral/informes/danos-y-pagos-de-noviembre.yaml", "D108", False): 1,
    ("mesas/mercado-laboral/limitantes.yaml", "D103", False): 1,
    ("mesas/mercado-laboral/mesa.yaml", "I124", False): 1,
    ("mesas/mercado-laboral/mesa.yaml", "M110", True): 1,
    ("mesas/mercado-laboral/mesa.yaml", "M115", False): 1,
    ("mesas/mercado-laboral/mesa.yaml", "M124", False): 1,
    ("mesas/mercado-laboral/miembros/inpreunah.yaml", "M135", False): 1,
    ("mesas/mercado-laboral/planes/2024.yaml", "P107", False): 1,
    ("mesas/mercado-laboral/planes/2024.yaml", "P111", False): 1,
    ("mesas/mercado-laboral/planes/2024.yaml", "P116", False): 1,
    ("mesas/mercado-laboral/poa/2024/sedesol.yaml", "D110", False): 1,
    ("mesas/mercado-laboral/propuestas/encuesta-una-vez-al-anio.yaml", "D105", False): 1,
    ("mesas/migracion/planes/2024.yaml", "P116", False): 1,
    ("mesas/migracion/planes/2024.yaml", "P118", False): 1,
    ("mesas/salud/actas/2024-02-15.yaml", "M111", False): 1,
    ("mesas/salud/actas/2024-03-21.yaml", "S101", False): 1,
    ("mesas/salud/actas/2024-03-21.yaml", "S117", False): 1,
    ("mesas/salud/actas/2024-06-03.yaml", "A110", False): 1,
    ("mesas/salud/actas/2024-07-18.yaml", "A107", False): 1,
    ("mesas/salud/actas/2024-07-18.yaml", "S117", False): 1,
    ("mesas/salud/actas/2024-11-21.yaml", "A111", False): 1,
    ("mesas/salud/actas/2024-12-18.yaml", "A103", False): 1,
    ("mesas/salud/convocatorias/2024-06-03.yaml", "C102", True): 1,
    ("mesas/salud/convocatorias/2024-06-13.yaml", "A101", False): 1,
    ("mesas/salud/convocatorias/2024-12-12.yaml", "A102", False): 1,
    ("mesas/salud/informes/tercer-trimestre-2024.yaml", "D107", False): 1,
    ("mesas/salud/limitantes.yaml", "D102", False): 1,
    ("mesas/salud/mesa.yaml", "I124", False): 1,
    ("mesas/salud/mesa.yaml", "M125", False): 1,
    ("mesas/salud/miembros/sesal.yaml", "M112", True): 1,
    ("mesas/salud/planes/2024.yaml", "P105", False): 1,
    ("mesas/salud/propuestas/captacion-prenatal-2027.yaml", "D105", False): 1,
    ("mesas/telecomunicaciones/mesa.yaml", "I124", False): 1,
    ("mesas/transparencia/actas/2024-02-01.yaml", "M111", False): 1,
    ("mesas/transparencia/actas/2024-02-01.yaml", "S121", False): 1,
    ("mesas/transparencia/actas/2024-04-16.yaml", "A109", False): 1,
    ("mesas/transparencia/actas/2024-05-07.yaml", "A111", False): 1,
    ("mesas/transparencia/actas/2024-06-13.yaml", "M107", True): 1,
    ("mesas/transparencia/actas/2024-08-22.yaml", "S101", False): 1,
    ("mesas/transparencia/actas/2024-08-22.yaml", "S117", False): 1,
    ("mesas/transparencia/actas/2024-10-10.yaml", "S117", False): 1,
    ("mesas/transparencia/actas/2024-10-10.yaml", "S121", False): 1,
    ("mesas/transparencia/actas/2024-11-21.yaml", "S117", False): 1,
    ("mesas/transparencia/convocatorias/2024-11-21.yaml", "C102", True): 1,
    ("mesas/transparencia/mesa.yaml", "M115", False): 1,
    ("mesas/transparencia/mesa.yaml", "M125", False): 1,
    ("mesas/transparencia/miembros/cpip.yaml", "M140", False): 1,
    ("mesas/transparencia/planes/2024.yaml", "P106", False): 1,
    ("mesas/transparencia/planes/2024.yaml", "P116", False): 1,
    ("mesas/transparencia/poa/2024/stlcc.yaml", "D110", False): 1,
    ("mesas/transparencia/propuestas/ofertas-2025.yaml", "D105", False): 1,
    ("mesas/transparencia/seguimiento/2024-09-13.yaml", "S121", False): 1,
    ("mesas/turismo/mesa.yaml", "I124", False): 1,
    ("mesas/turismo/planes/2024.yaml", "P116", False): 1,
    ("mesas/vivienda/mesa.yaml", "I124", False): 1,
    ("mesas/vivienda/planes/2024.yaml", "P116", False): 1,
    ("mesgepret.yaml", "M117", False): 1,
}

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


def test_la_portada_cuenta_al_mercado_laboral_una_vez_y_compara_con_lo_declarado(revision: Revision) -> None:
    paginas = dict(compilador.componer(revision, leer_recursos()).archivos)
    texto = " ".join(re.sub(r"<[^>]+>", " ", paginas["index.html"].decode()).split())
    for dicho in (
        "22 mesas con documentos",
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
