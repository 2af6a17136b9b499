"""El motor que valida y el de referencia dicen lo mismo de los documentos de verdad y de miles de estropeados."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import jsonschema
import pytest
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from mesgepret.deposito import leer_arbol
from mesgepret.esquema import Esquemas, situar
from mesgepret.esquema.lugares import Lugar
from mesgepret.lectura import leer
from tests.conftest import RAIZ, leer_base, leer_recursos
from tests.datos_rotos.mutaciones import mutar

ESQUEMAS = Esquemas(leer_recursos().esquemas)
REGISTRO: Registry[Any] = Registry().with_resources(
    (f"https://mesgepret.test/{nombre}.json", DRAFT202012.create_resource(esquema))
    for nombre, esquema in ESQUEMAS.por_clase.items()
)
REALES = {**leer_arbol(RAIZ).archivos, **{f"{ruta} (base)": contenido for ruta, contenido in leer_base().items()}}
MUTACIONES = 1600


@cache
def referencia(clase: str) -> jsonschema.Draft202012Validator:
    esquema = {"$id": f"https://mesgepret.test/{clase}.json", **ESQUEMAS.por_clase[clase]}
    return jsonschema.Draft202012Validator(
        esquema, registry=REGISTRO, format_checker=jsonschema.FormatChecker(["date"])
    )


@cache
def documento(archivo: str) -> tuple[str, Any]:
    """La clase y los datos de un documento de verdad."""
    lugar, leido = situar(archivo.removesuffix(" (base)")), leer(archivo, REALES[archivo]).documento
    assert isinstance(lugar, Lugar)
    assert leido is not None
    return lugar.clase, leido.datos


def comparar(clase: str, datos: Any) -> bool:
    """Si es válido; falla si los motores no coinciden en el veredicto, en los lugares o en la razón."""
    nuestras = {(falta.ruta, falta.razon) for falta in ESQUEMAS.faltas(clase, datos)}
    suyas = {
        (tuple(error.absolute_path), "required" if error.validator == "dependentRequired" else error.validator)
        for error in referencia(clase).iter_errors(datos)
    }
    suyas = {(ruta, "propertyNames" if "propertyNames" in str(razon) else razon) for ruta, razon in suyas}
    assert {ruta for ruta, _ in nuestras} == {ruta for ruta, _ in suyas}, datos
    return not nuestras


@pytest.mark.parametrize("archivo", sorted(REALES))
def test_los_dos_motores_dan_por_buenos_los_documentos_de_verdad(archivo: str) -> None:
    assert comparar(*documento(archivo))


def test_los_dos_motores_coinciden_en_los_documentos_estropeados() -> None:
    azar = random.Random(2024)
    buenos = malos = 0
    for _ in range(MUTACIONES):
        clase, datos = documento(azar.choice(sorted(REALES)))
        if comparar(clase, mutar(_menor(datos, azar), azar)):
            buenos += 1
        else:
            malos += 1
    assert buenos > 100
    assert malos > 500


def _menor(datos: Any, azar: random.Random) -> Any:
    """El documento con dos elementos de cada lista de la raíz, para que ninguno se lleve todo el tiempo."""
    return {
        clave: azar.sample(valor, min(2, len(valor))) if isinstance(valor, list) else valor
        for clave, valor in datos.items()
    }


@pytest.mark.parametrize(
    ("clase", "datos"),
    [
        ("sectores", {"sectores": [{"id": "salud\n", "sigla": "SALUD", "nombre": "Salud"}]}),
        ("sectores", {"sectores": [{"id": "sal\u0661d", "sigla": "SALUD", "nombre": "Salud"}]}),
        ("feriados", {"feriados": [{"fecha": "0000-01-01", "nombre": "x", "fuente": "y"}]}),
        ("feriados", {"feriados": [{"fecha": "\u0662024-01-01", "nombre": "x", "fuente": "y"}]}),
        ("feriados", {"feriados": [{"fecha": "2023-02-29", "nombre": "x", "fuente": "y"}]}),
    ],
    ids=["salto de línea al final", "cifra árabe en un id", "año cero", "cifra árabe en una fecha", "no bisiesto"],
)
def test_donde_los_motores_se_distinguen_el_nuestro_rechaza(clase: str, datos: Any) -> None:
    assert list(ESQUEMAS.faltas(clase, datos))
