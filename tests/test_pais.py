"""Lo que las reglas dicen de la Mesa de Salud: cada hallazgo está leído, es cierto y es todo."""

from __future__ import annotations

from mesgepret import compilador, deposito
from tests.conftest import RAIZ, leer_recursos

# archivo, código, sobre, si está justificado
REVISADOS: set[tuple[str, str, bool]] = {
    ("mcr/avances/2024-T1/ihadfa.yaml", "F102", False),
    ("mcr/avances/2024-T2/sesal.yaml", "F101", False),
    ("mcr/sectoriales/salud.yaml", "I101", False),
    ("mesas/salud/actas/2024-02-15.yaml", "M111", False),
    ("mesas/salud/actas/2024-03-21.yaml", "S101", False),
    ("mesas/salud/actas/2024-06-03.yaml", "A110", False),
    ("mesas/salud/actas/2024-07-18.yaml", "A107", False),
    ("mesas/salud/actas/2024-11-21.yaml", "A111", False),
    ("mesas/salud/actas/2024-12-18.yaml", "A103", False),
    ("mesas/salud/convocatorias/2024-06-03.yaml", "C102", True),
    ("mesas/salud/convocatorias/2024-06-13.yaml", "A101", False),
    ("mesas/salud/convocatorias/2024-12-12.yaml", "A102", False),
    ("mesas/salud/limitantes.yaml", "D102", False),
    ("mesas/salud/miembros/sesal.yaml", "M112", True),
    ("mesas/salud/planes/2024.yaml", "P105", False),
}


def test_los_hallazgos_del_repositorio_son_los_revisados_y_ninguno_es_error() -> None:
    revision = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos())
    hallados = {(h.ubicacion.archivo, h.codigo, h.justificacion is not None) for h in revision.hallazgos}
    assert hallados == REVISADOS
    assert len(revision.hallazgos) == len(REVISADOS)
    assert not revision.falla()


def test_la_mesa_tiene_de_cada_clase_de_documento() -> None:
    archivos = deposito.leer_arbol(RAIZ).archivos
    for parte in ("mesa.yaml", "miembros/", "planes/", "convocatorias/", "actas/", "seguimiento/", "diagnostico.yaml",
                  "limitantes.yaml", "propuestas/", "poa/", "informes/"):  # fmt: skip
        assert any(a.startswith(f"mesas/salud/{parte}") for a in archivos), parte


def test_el_pais_cuenta_4_ejes_22_sectores_y_23_ubicaciones() -> None:
    expediente = compilador.revisar(deposito.leer_arbol(RAIZ), leer_recursos()).expediente
    assert expediente is not None
    assert (len(expediente.ejes), len(expediente.sectores), expediente.ubicaciones) == (4, 22, 23)
    assert len(expediente.instituciones) == 119
    assert len(expediente.sectores["mercado-laboral"].ubicaciones) == 2
