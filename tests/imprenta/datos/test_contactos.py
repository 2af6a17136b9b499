"""Los números y correos de `privado/` no salen en ningún archivo del sitio público; los que alguien publica, se avisan."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from mesgepret import compilador
from mesgepret.lectura import leer
from tests.conftest import leer_recursos, revisar_sobre_base
from tests.imprenta.molde import documento

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTACTOS = "privado/contactos/salud.yaml"
SECRETOS = ("9911-2233", "99112233", "secreta@ejemplo.hn", "8844-5566")
PUBLICO_TELEFONO, PUBLICO_CORREO = "+504 2232-1234", "oficina@ejemplo.hn"
# Cada clase de documento de una mesa, en su sitio, con algo escrito donde cabe cualquier texto.
DE_MESA = {
    "mesa": "mesas/salud/mesa.yaml",
    "plan": "mesas/salud/planes/2024.yaml",
    "convocatoria": "mesas/salud/convocatorias/2024-03-21.yaml",
    "acta": "mesas/salud/actas/2024-04-04.yaml",
    "seguimiento": "mesas/salud/seguimiento/2024-04-02.yaml",
    "diagnostico": "mesas/salud/diagnostico.yaml",
    "limitantes": "mesas/salud/limitantes.yaml",
    "propuesta": "mesas/salud/propuestas/una.yaml",
    "informe": "mesas/salud/informes/uno.yaml",
    "miembros": "mesas/salud/miembros/stlcc.yaml",
    "poa": "mesas/salud/poa/2024/sesal.yaml",
}


def _contactos() -> str:
    return (
        "contactos:\n"
        f"  - {{miembro: luis-mejia, telefonos: ['{SECRETOS[0]}', '{SECRETOS[1]}'], correos: [{SECRETOS[2]}]}}\n"
        f"  - {{miembro: ana-lopez, telefonos: ['{SECRETOS[3]}']}}\n"
    )


def _sitio(cambios: dict[str, str | bytes | None], perfil: str = "publico") -> dict[str, bytes]:
    revision = revisar_sobre_base(cambios)
    assert not [h for h in revision.hallazgos if h.codigo[0] in "LEV"], [h.mensaje for h in revision.hallazgos][:5]
    return dict(compilador.componer(revision, leer_recursos(), perfil).archivos)


def test_de_privado_no_sale_nada_en_ningun_archivo_publico_tampoco_en_la_base() -> None:
    sitio = _sitio({CONTACTOS: _contactos()})
    assert not [(r, s) for r, contenido in sitio.items() for s in SECRETOS if s.encode() in contenido]
    assert not [ruta for ruta, contenido in sitio.items() if b"privado/contactos" in contenido and "reglas" not in ruta
                and not ruta.startswith("cumplimiento")]  # fmt: skip


def test_el_interno_si_los_tiene_y_por_eso_la_prueba_de_antes_prueba_algo() -> None:
    sitio = _sitio({CONTACTOS: _contactos()}, "interno")
    assert [ruta for ruta, contenido in sitio.items() if SECRETOS[0].encode() in contenido]


@pytest.mark.parametrize("clase", sorted(DE_MESA))
def test_un_numero_en_cada_texto_de_un_documento_publico_se_halla_y_no_deja_publicar(clase: str) -> None:
    texto = f"Llame al {PUBLICO_TELEFONO} o escriba a {PUBLICO_CORREO}"
    datos = _enlazable(json.loads(documento(clase, texto=texto)))
    escrito = json.dumps(datos, ensure_ascii=False, indent=1)
    revision = revisar_sobre_base({DE_MESA[clase]: escrito, CONTACTOS: _contactos()})
    avisos = [h for h in revision.hallazgos if h.codigo == "M141"]
    leido, _ = leer(DE_MESA[clase], escrito.encode())
    assert leido is not None
    lugares = {leido.en(*ruta) for ruta in _con(texto, leido.datos)}
    assert len(lugares) > 0
    assert {h.ubicacion for h in avisos} == lugares
    assert not [h for h in avisos if "2232" in h.mensaje + h.ayuda or PUBLICO_CORREO in h.mensaje + h.ayuda]
    assert revision.falla()


def test_aunque_eso_se_publicara_lo_de_privado_seguiria_sin_salir() -> None:
    cambios: dict[str, str | bytes | None] = {
        ruta: documento(clase, texto=f"Llame al {PUBLICO_TELEFONO}") for clase, ruta in DE_MESA.items()
    }
    revision = revisar_sobre_base({**cambios, CONTACTOS: _contactos()})
    sitio = dict(compilador.componer(revision, leer_recursos()).archivos)
    assert [ruta for ruta, contenido in sitio.items() if PUBLICO_TELEFONO.encode() in contenido]
    assert not [(r, s) for r, contenido in sitio.items() for s in SECRETOS if s.encode() in contenido]


def _enlazable(dato: Any) -> Any:
    """Lo mismo sin lo que señala a cosas que la organización pequeña no tiene: con un enlace roto no se juzga."""
    if isinstance(dato, list):
        return [_enlazable(uno) for uno in dato]
    if not isinstance(dato, dict):
        return dato
    limpio = {
        clave: _enlazable(hijo)
        for clave, hijo in dato.items()
        if clave not in ("grupo", "limitantes", "alertas") or (clave == "limitantes" and isinstance(hijo[0], dict))
    }
    if "analistas" in limpio:
        limpio["analistas"][0]["id"] = "eva-cruz"
    return limpio


def _con(texto: str, dato: Any, ruta: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if dato == texto:
        yield ruta
    elif isinstance(dato, dict | list):
        for paso, hijo in dato.items() if isinstance(dato, dict) else enumerate(dato):
            yield from _con(texto, hijo, (*ruta, paso))
