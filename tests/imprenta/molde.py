"""De los esquemas a documentos que los cumplen: con todo dicho, con todo lo posible reservado o con lo mínimo."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.conftest import leer_recursos

if TYPE_CHECKING:
    from collections.abc import Callable

ESQUEMAS: dict[str, Any] = {nombre: json.loads(texto) for nombre, texto in leer_recursos().esquemas.items()}

# De lo que solo es un patrón, un valor que la organización pequeña tiene o puede tener.
_CANDIDATOS = (
    "A9", "M9", "I9", "L9", "E9", "C9", "D9", "EJE9", "TT2", "OE1", "PRO1", "ACT1", "2024-T1", "2024-05-30", "09:30",
    "SALUD-M1-I1", "SALUD-M1", "C102", "clave", "salud", "SALUD", "Salud", "1.2.3",
)  # fmt: skip
# Donde varias clases de id valdrían, la que enlaza con algo de la organización pequeña.
_POR_CLAVE = {
    "miembro": "ana-lopez", "metas": "SALUD-M1", "meta": "PRES-M1", "actividades": "SALUD-P2024-A1",
    "sobre": "SALUD-2024-03-21-A1", "acta": "SALUD-2024-03-21", "sesion": "SALUD-2024-03-21",
    "acuerdo": "SALUD-2024-03-21-A1", "rectifica": "SALUD-2024-03-21-A1", "reprograma": "SALUD-2024-03-21",
    "indicador": "SALUD-M1-I1", "vinculo": "PRES-M1-I1", "indicadores": "SALUD-M1-I1",
    "presentado_en": "SALUD-2024-03-21", "presentada_en": "SALUD-2024-03-21", "consensuada_en": "SALUD-2024-03-21",
    "acordada_en": "SALUD-2024-03-21", "identificada_en": "SALUD-2024-03-21", "concertada_en": "SALUD-2024-03-21",
    "aprobada_en": "SALUD-2024-03-21", "sectores": "salud", "sector": "salud", "rectoras": "sesal",
    "responsable": "sesal", "institucion": "sesal", "consintieron": "sesal", "rectora": "sesal",
    "sucesora": "sesal", "sustituye_a": "ana-lopez", "eje": "EJE1", "eslabon": "resultado",
    "semaforo": "diger-2023", "instrumentos": "plan-gobierno", "limitantes": "SALUD-L1",
}  # fmt: skip


def documento(
    clase: str, *, texto: str | Callable[[str], str] = "Un texto", reservar: bool = False, minimo: bool = False
) -> str:
    """Un documento de la clase, en JSON (que es YAML).

    `texto`: lo que se escribe donde cabe cualquier texto, o quien lo dice de cada campo, dada su clave.
    """
    decir = texto if callable(texto) else lambda _: texto
    hecho = _Molde(decir, reservar, minimo).valor(ESQUEMAS[clase], ESQUEMAS[clase], "")
    return json.dumps(hecho, ensure_ascii=False, indent=1) + "\n"


class _Molde:
    def __init__(self, texto: Callable[[str], str], reservar: bool, minimo: bool) -> None:
        self.texto, self.reservar, self.minimo = texto, reservar, minimo

    def valor(self, nodo: Any, raiz: Any, clave: str) -> Any:
        nodo, raiz = _resuelto(nodo, raiz)
        if self.reservar and _admite_reserva(nodo, raiz):
            return "reservado"
        if "else" in nodo:
            return self.valor(nodo["else"], raiz, clave)
        if "const" in nodo:
            return nodo["const"]
        if "enum" in nodo:
            return nodo["enum"][0]
        tipos = nodo["type"] if isinstance(nodo.get("type"), list) else [nodo.get("type")]
        if "object" in tipos:
            return self._objeto(nodo, raiz)
        if "array" in tipos:
            return [self.valor(nodo.get("items", {"type": "string"}), raiz, clave)]
        if "boolean" in tipos:
            return True
        if "string" in tipos and "pattern" not in nodo:
            return self.texto(clave)
        return self._de_patron(nodo, tipos, clave)

    def _objeto(self, nodo: Any, raiz: Any) -> dict[str, Any]:
        propiedades = nodo.get("properties", {})
        if not propiedades:
            return {"clave": 1.5}
        excluida = (nodo.get("not", {}).get("required") or [""])[-1]
        obligadas = {*nodo.get("required", []), *nodo.get("then", {}).get("required", [])}
        for opcion in nodo.get("anyOf", [])[:1]:
            obligadas |= set(opcion.get("required", []))
        return {
            nombre: self.valor(hijo, raiz, nombre)
            for nombre, hijo in propiedades.items()
            if nombre in obligadas or not (self.minimo or nombre in ("usa", excluida))
        }

    def _de_patron(self, nodo: Any, tipos: list[Any], clave: str) -> Any:
        if {"integer", "number"} & set(tipos):
            return min(2024, nodo.get("maximum", 2024))
        patron = re.compile(nodo["pattern"])
        for candidato in (_POR_CLAVE.get(clave, ""), *_CANDIDATOS, *map(str, nodo.get("examples", []))):
            if candidato and patron.search(candidato):
                return candidato
        raise AssertionError(f"ningún candidato para «{clave}»: {nodo['pattern']}")


def _resuelto(nodo: Any, raiz: Any) -> tuple[Any, Any]:
    while "$ref" in nodo:
        archivo, _, nombre = nodo["$ref"].partition("#/$defs/")
        raiz = ESQUEMAS[archivo.removesuffix(".json")] if archivo else raiz
        nodo = raiz["$defs"][nombre]
    return nodo, raiz


def _admite_reserva(nodo: Any, raiz: Any) -> bool:
    if nodo.get("not") == {"const": "reservado"}:
        return False
    if "else" in nodo:
        return bool(nodo.get("if") == {"const": "reservado"})
    if "enum" in nodo:
        return "reservado" in nodo["enum"]
    tipos = nodo["type"] if isinstance(nodo.get("type"), list) else [nodo.get("type")]
    return "string" in tipos and bool(re.search(nodo.get("pattern", ""), "reservado"))
