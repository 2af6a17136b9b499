"""De un texto Markdown a la página de un código: su porqué, su ejemplo malo, el bueno y el remedio."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from mesgepret.diagnostico import Gravedad
from mesgepret.lectura import leer

if TYPE_CHECKING:
    from collections.abc import Mapping

SECCIONES = ("Por qué", "Mal", "Bien", "Cómo se arregla")
"""Los títulos fijos de una página, en este orden."""

_NOMBRE = re.compile(r"([A-Z][0-9]{3})-([a-z0-9-]+)\.md")
_FRENTE = re.compile(r"---\n(.*?)---\n(.*)", re.DOTALL)
_SECCION = re.compile(r"^## (.+)$", re.MULTILINE)
_ARCHIVO = re.compile(
    r"^`([^`]+)`(:| \(antes\):| \(se borra\)\.?)\s*\n(?:\s*```yaml\n(.*?)```)?", re.MULTILINE | re.DOTALL
)
_LO_DEMAS = "Lo demás, igual que en «Mal»."
_DICHO = re.compile(r"^```text\n(.*?)```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ejemplo:
    """Archivos que se ponen sobre la organización pequeña (None: se borra), y lo que ha de decirse de ellos.

    `antes`: cómo eran en la revisión anterior, en las páginas de lo que no puede pasar de una a otra.
    """

    archivos: dict[str, str | None] = field(default_factory=dict)
    dicho: tuple[str, ...] = ()
    antes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pagina:
    """Lo que se sabe de un código. `texto` es la página sin su frente; `remedio`, la primera frase del arreglo."""

    codigo: str
    nombre: str
    gravedad: Gravedad
    requisitos: tuple[str, ...]
    desde: date
    resumen: str
    secciones: dict[str, str]
    texto: str

    @property
    def remedio(self) -> str:
        """La primera frase de «Cómo se arregla», sin punto y en minúscula: lo que acompaña a cada hallazgo."""
        frase = re.split(r"(?<=[^.])\.(?:\s|$)", " ".join(self.secciones["Cómo se arregla"].split()), maxsplit=1)[0]
        return frase[:1].lower() + frase[1:]

    def ejemplo(self, seccion: str) -> Ejemplo:
        """El ejemplo de «Mal» o de «Bien»; el que dice «Lo demás, igual que en «Mal».» solo escribe lo que cambia."""
        texto = self.secciones.get(seccion, "")
        archivos = dict(self.ejemplo("Mal").archivos) if seccion != "Mal" and _LO_DEMAS in texto else {}
        hallados = _ARCHIVO.findall(texto)
        antes = {nombre: yaml for nombre, signo, yaml in hallados if "antes" in signo}
        archivos |= {n: yaml if signo == ":" else None for n, signo, yaml in hallados if "antes" not in signo}
        dichos = [linea for bloque in _DICHO.findall(texto) for linea in bloque.splitlines() if linea.strip()]
        return Ejemplo(archivos, tuple(dichos), antes or (self.ejemplo("Mal").antes if seccion != "Mal" else {}))


def leer_paginas(textos: Mapping[str, str]) -> dict[str, Pagina]:
    """Las páginas por código. `textos`: nombre de archivo → contenido; otra forma que la fija es un defecto nuestro."""
    paginas = {}
    for archivo, texto in sorted(textos.items()):
        nombre, partes = _NOMBRE.fullmatch(archivo), _FRENTE.fullmatch(texto)
        if nombre is None or partes is None:
            raise ValueError(f"{archivo} no tiene la forma de una página de código")
        frente = leer(archivo, partes[1].encode()).documento
        if frente is None:
            raise ValueError(f"{archivo}: el frente no es YAML")
        trozos = _SECCION.split(partes[2])
        requisitos = frente.datos.get("requisitos", [])
        paginas[nombre[1]] = Pagina(
            codigo=nombre[1],
            nombre=nombre[2],
            gravedad=Gravedad(frente.datos["gravedad"]),
            requisitos=tuple(requisitos if isinstance(requisitos, list) else [requisitos]),
            desde=date.fromisoformat(frente.datos["desde"]),
            resumen=_sin_titulo(trozos[0]),
            secciones={t.strip(): s.strip() for t, s in zip(trozos[1::2], trozos[2::2], strict=True)},
            texto=partes[2].strip() + "\n",
        )
    return paginas


def _sin_titulo(texto: str) -> str:
    return " ".join(linea for linea in texto.strip().splitlines() if not linea.startswith("# ")).strip()
