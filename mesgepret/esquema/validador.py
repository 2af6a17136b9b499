"""De los esquemas y un documento a sus faltas de forma: jsonschema-rs encuentra, `mensajes` lo cuenta."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from mesgepret.esquema.mensajes import Falta, contar_falta

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mesgepret.diagnostico import Diagnostico
    from mesgepret.lectura import Documento

_BASE = "json-schema:///"
_BASTANTES = 1000  # un documento con más faltas no es el que se quiso escribir: las demás no enseñan nada


class Esquemas:
    """Los esquemas de todas las clases, por nombre; cada validador se prepara la primera vez que hace falta."""

    def __init__(self, textos: Mapping[str, str]) -> None:
        """`textos`: el JSON de cada esquema por su nombre sin extensión («acta», «comun»…)."""
        self.por_clase: dict[str, Any] = {nombre: json.loads(texto) for nombre, texto in sorted(textos.items())}
        self._validadores: dict[str, Any] = {}
        self._registro: Any = None

    def validar(self, clase: str, documento: Documento) -> list[Diagnostico]:
        """Los hallazgos de forma (códigos E) de un documento de esa clase; ninguno si es válido."""
        faltas = _sin_repetir(list(islice(self.faltas(clase, documento.datos), _BASTANTES)))
        return list(islice((h for falta in faltas for h in contar_falta(falta, documento)), _BASTANTES))

    def faltas(self, clase: str, datos: Any) -> Iterator[Falta]:
        """Cada error del validador, con el esquema que lo causa y lo que ese esquema dice a quien escribe."""
        for error in self._validador(clase).iter_errors(datos):
            esquema, propiedades, descripcion = self._seguir(clase, error.evaluation_path)
            yield Falta(
                tuple(error.instance_path), error.kind.name, error.kind.value, error.instance,
                esquema, propiedades, descripcion,
            )  # fmt: skip

    def _seguir(self, clase: str, camino: list[str | int]) -> tuple[Any, Mapping[str, Any], str]:
        """Por un camino: el esquema que contiene su última palabra, las claves de su mapa y qué es la última clave."""
        documento = esquema = self.por_clase[clase]
        propiedades: Mapping[str, Any] = esquema.get("properties", {})
        descripcion, anterior = "", None
        for paso in camino[:-1]:
            if paso == "$ref":
                recurso, _, puntero = esquema["$ref"].partition("#")
                documento = esquema = self.por_clase[recurso.removesuffix(".json")] if recurso else documento
                for trozo in puntero.split("/")[1:]:
                    esquema = esquema[trozo]
            else:
                esquema = esquema[paso]
            if anterior == "properties":
                descripcion = esquema.get("description", "")
            if isinstance(esquema, dict):
                propiedades = esquema.get("properties", propiedades)
            anterior = paso
        return esquema, propiedades, descripcion

    def _validador(self, clase: str) -> Any:
        if clase not in self._validadores:
            import jsonschema_rs

            if self._registro is None:
                recursos = [(f"{_BASE}{n}.json", e) for n, e in self.por_clase.items()]
                self._registro = jsonschema_rs.Registry(recursos)
            self._validadores[clase] = jsonschema_rs.Draft202012Validator(
                self.por_clase[clase],
                registry=self._registro,
                base_uri=f"{_BASE}{clase}.json",
                validate_formats=True,
            )
        return self._validadores[clase]


def _sin_repetir(faltas: list[Falta]) -> list[Falta]:
    """Una falta por valor y razón: a quien escribió «15/03/2024» no se le dice además que ese día no existe."""
    con_patron = {falta.ruta for falta in faltas if falta.razon in ("pattern", "type", "enum")}
    return [falta for falta in faltas if not (falta.razon in ("format", "not") and falta.ruta in con_patron)]
