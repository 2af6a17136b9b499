"""Lo que las reglas dicen del país: cada hallazgo está leído, es cierto y es todo."""

from __future__ import annotations

from collections import Counter

import pytest

from mesgepret import compilador, deposito
from tests.conftest import RAIZ, leer_recursos

# (archivo, código, si está justificado): cuántos. Los I101 son indicadores reales sin meta publicada: no se les inventa.
REVISADOS: dict[tuple[str, str, bool], int] = {
    ("mcr/avances/2024-T1/ihadfa.yaml", "F102", False): 1,
    ("mcr/avances/2024-T2/sesal.yaml", "F101", False): 1,
    ("mcr/sectoriales/agropecuario.yaml", "I101", False): 2,
    ("mcr/sectoriales/agua-saneamiento.yaml", "I101", False): 1,
    ("mcr/sectoriales/educacion.yaml", "I101", True): 2,
    ("mcr/sectoriales/genero.yaml", "I101", False): 1,
    ("mcr/sectoriales/gestion-riesgos.yaml", "I101", False): 1,
    ("mcr/sectoriales/industria-comercio.yaml", "I101", False): 1,
    ("mcr/sectoriales/macroeconomico.yaml", "I101", False): 1,
    ("mcr/sectoriales/mercado-laboral.yaml", "I101", False): 2,
    ("mcr/sectoriales/migracion.yaml", "I101", False): 1,
    ("mcr/sectoriales/salud.yaml", "I101", False): 1,
    ("mcr/sectoriales/telecomunicaciones.yaml", "I101", False): 1,
    ("mesas/educacion/actas/2024-08-22.yaml", "M109", True): 1,
    ("mesas/educacion/actas/2024-10-24.yaml", "A109", False): 1,
    ("mesas/educacion/limitantes.yaml", "D101", False): 1,
    ("mesas/educacion/mesa.yaml", "M115", False): 1,
    ("mesas/educacion/mesa.yaml", "M110", True): 1,
    ("mesas/educacion/planes/2024.yaml", "P106", False): 1,
    ("mesas/energia/actas/2024-08-14.yaml", "A108", True): 1,
    ("mesas/energia/actas/2024-10-16-2.yaml", "A109", False): 1,
    ("mesas/energia/convocatorias/2024-05-09.yaml", "C101", True): 1,
    ("mesas/energia/mesa.yaml", "M115", False): 1,
    ("mesas/energia/planes/2024.yaml", "P107", False): 1,
    ("mesas/mercado-laboral/actas/2024-04-25.yaml", "A109", False): 1,
    ("mesas/mercado-laboral/actas/2024-06-26.yaml", "A108", True): 1,
    ("mesas/mercado-laboral/mesa.yaml", "M115", False): 1,
    ("mesas/mercado-laboral/mesa.yaml", "M110", True): 1,
    ("mesas/mercado-laboral/planes/2024.yaml", "P111", False): 1,
    ("mesas/mercado-laboral/planes/2024.yaml", "P107", False): 1,
    ("mesas/salud/actas/2024-02-15.yaml", "M111", False): 1,
    ("mesas/salud/actas/2024-03-21.yaml", "S101", False): 1,
    ("mesas/salud/actas/2024-06-03.yaml", "A110", False): 1,
    ("mesas/salud/actas/2024-07-18.yaml", "A107", False): 1,
    ("mesas/salud/actas/2024-11-21.yaml", "A111", False): 1,
    ("mesas/salud/actas/2024-12-18.yaml", "A103", False): 1,
    ("mesas/salud/convocatorias/2024-06-03.yaml", "C102", True): 1,
    ("mesas/salud/convocatorias/2024-06-13.yaml", "A101", False): 1,
    ("mesas/salud/convocatorias/2024-12-12.yaml", "A102", False): 1,
    ("mesas/salud/limitantes.yaml", "D102", False): 1,
    ("mesas/salud/miembros/sesal.yaml", "M112", True): 1,
    ("mesas/salud/planes/2024.yaml", "P105", False): 1,
}


def test_los_hallazgos_del_repositorio_son_los_revisados_y_ninguno_es_error() -> None:
    revision = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos())
    hallados = Counter((h.ubicacion.archivo, h.codigo, h.justificacion is not None) for h in revision.hallazgos)
    assert hallados == REVISADOS
    assert not revision.falla()


@pytest.mark.parametrize("mesa", ["salud", "energia", "educacion", "mercado-laboral"])
def test_una_mesa_completa_tiene_de_cada_clase_de_documento(mesa: str) -> None:
    archivos = deposito.leer_arbol(RAIZ).archivos
    for parte in ("mesa.yaml", "miembros/", "planes/", "convocatorias/", "actas/", "seguimiento/", "diagnostico.yaml",
                  "limitantes.yaml", "propuestas/", "poa/", "informes/"):  # fmt: skip
        assert any(a.startswith(f"mesas/{mesa}/{parte}") for a in archivos), parte


def test_el_pais_cuenta_4_ejes_22_sectores_y_23_ubicaciones() -> None:
    expediente = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos()).expediente
    assert expediente is not None
    assert (len(expediente.ejes), len(expediente.sectores), expediente.ubicaciones) == (4, 22, 23)
    assert len(expediente.instituciones) == 119
    assert len(expediente.sectores["mercado-laboral"].ubicaciones) == 2


def test_los_52_indicadores_publicados_estan_bajo_metas_sectoriales() -> None:
    """Los reales no dicen «(demostración)»: son 52 filas publicadas, y alguna fila trae varias instituciones."""
    expediente = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos()).expediente
    assert expediente is not None
    reales = [i for i in expediente.indicadores.values() if "(demostración)" not in i.nombre]
    assert {i.meta.nivel for i in reales} == {"sectorial"}
    assert len(reales) >= 52 - 3  # transparencia (dos filas) llega con su mesa; la de CONDEPOR se comparte
    assert all(i.fuente or i.avances for i in reales)


def test_ningun_indicador_real_tiene_una_meta_inventada() -> None:
    expediente = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos()).expediente
    assert expediente is not None
    for indicador in expediente.indicadores.values():
        if "(demostración)" not in indicador.nombre:
            assert indicador.sin_meta or indicador.metas_anuales
            assert all(meta.texto_fuente or meta.precision for meta in indicador.metas_anuales), indicador.id
