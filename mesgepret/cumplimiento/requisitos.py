"""De `requisitos.yaml` a los requisitos de los Lineamientos, con lo que sostiene cada uno."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mesgepret.lectura import leer

SECCIONES = {
    "portada": "Portada",
    "ANT": "Antecedentes",
    "SEG": "Seguimiento y cadena de valor",
    "DEF": "Definición",
    "OG": "Objetivo general",
    "OE1": "Objetivo específico 1",
    "OE2": "Objetivo específico 2",
    "OE3": "Objetivo específico 3",
    "OE4": "Objetivo específico 4",
    "OE5": "Objetivo específico 5",
    "OE6": "Objetivo específico 6",
    "OE7": "Objetivo específico 7",
    "OE8": "Objetivo específico 8",
    "EST": "Estructura",
    "ORG": "Matriz y organización",
    "TRA": "Temas transversales",
    "PRO": "Productos",
    "ACT": "Actividades",
    "COO": "Coordinación",
    "PLA": "Plan de Trabajo",
    "INT": "Organización interna",
    "ACR": "Acreditación",
    "GRU": "Grupos de trabajo",
    "CON": "Convocatorias",
    "AYU": "Ayudas Memoria",
}
"""Las secciones de la fuente, por su sigla; `PRO3` o `ACT1` son la tercera y la primera de las suyas."""


@dataclass(frozen=True, slots=True)
class Requisito:
    """Una exigencia de los Lineamientos, en palabras nuestras.

    `clases`: dato, regla, informe o proceso; `mandato`: si la fuente lo manda o solo lo sugiere. Lo sostienen `campos`
    (caminos de los esquemas), `reglas` (códigos) e `informes` (plantillas de página).
    """

    id: str
    seccion: str
    titulo: str
    texto: str
    clases: tuple[str, ...]
    mandato: bool
    campos: tuple[str, ...] = ()
    reglas: tuple[str, ...] = ()
    informes: tuple[str, ...] = ()

    @property
    def en_la_fuente(self) -> str:
        """El nombre de su sección en los Lineamientos."""
        nombres = []
        for sigla in self.seccion.split("/"):
            nombre = SECCIONES.get(sigla) or SECCIONES[sigla.rstrip("0123456789")]
            nombres.append(nombre if sigla in SECCIONES else f"{nombre}, {sigla.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}")
        return " y ".join(nombres)


def leer_requisitos(texto: bytes) -> dict[str, Requisito]:
    """Los requisitos por id, en el orden del archivo; otra forma que la suya es un defecto nuestro."""
    documento = leer("requisitos.yaml", texto).documento
    if documento is None:
        raise ValueError("requisitos.yaml no se puede leer")
    return {dato["id"]: _requisito(**dato) for dato in documento.datos["requisitos"]}


def _requisito(**dato: Any) -> Requisito:
    dicho: dict[str, Any] = {clave: tuple(v) if isinstance(v, list) else v for clave, v in dato.items()}
    return Requisito(**dicho)
