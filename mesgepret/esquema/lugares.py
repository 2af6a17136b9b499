"""De la ruta de un archivo a su clase de documento: el sitio dice qué es, de qué mesa y de qué fecha."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from mesgepret.diagnostico import Diagnostico, Ubicacion, sugerir

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_HUECOS = {
    "sector": _SLUG,
    "institucion": _SLUG,
    "id": _SLUG,
    "periodo": r"[0-9]{4}(?:-[A-Za-z0-9-]+)?",
    "anio": r"[0-9]{4}",
    "fecha": r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[2-9])?",
}
# Sitio → clase; el nombre de la clase es el de su esquema.
_SITIOS: list[tuple[str, str]] = [
    ("mesgepret.yaml", "mesgepret"),
    ("calendario/feriados.yaml", "feriados"),
    ("mcr/ejes.yaml", "ejes"),
    ("mcr/sectores.yaml", "sectores"),
    ("mcr/instituciones.yaml", "instituciones"),
    ("mcr/catalogos.yaml", "catalogos"),
    ("mcr/semaforos.yaml", "semaforos"),
    ("mcr/presidenciales.yaml", "metas"),
    ("mcr/sectoriales/{sector}.yaml", "metas"),
    ("mcr/institucionales/{institucion}.yaml", "metas"),
    ("mcr/avances/{periodo}/{institucion}.yaml", "avances"),
    ("mesas/{sector}/mesa.yaml", "mesa"),
    ("mesas/{sector}/miembros/{institucion}.yaml", "miembros"),
    ("mesas/{sector}/planes/{periodo}.yaml", "plan"),
    ("mesas/{sector}/convocatorias/{fecha}.yaml", "convocatoria"),
    ("mesas/{sector}/actas/{fecha}.yaml", "acta"),
    ("mesas/{sector}/seguimiento/{fecha}.yaml", "seguimiento"),
    ("mesas/{sector}/diagnostico.yaml", "diagnostico"),
    ("mesas/{sector}/limitantes.yaml", "limitantes"),
    ("mesas/{sector}/propuestas/{id}.yaml", "propuesta"),
    ("mesas/{sector}/poa/{anio}/{institucion}.yaml", "poa"),
    ("mesas/{sector}/informes/{id}.yaml", "informe"),
    ("privado/contactos/{sector}.yaml", "contactos"),
]
CARPETAS = ("calendario", "mcr", "mesas", "privado")
"""Donde viven los documentos, además de `mesgepret.yaml`."""

_PERIODO = re.compile(r"[0-9]{4}(?:-(?:S[12]|T[1-4]|0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Lugar:
    """Lo que la ruta dice del documento: su clase y los huecos del sitio (`sector`, `fecha`…)."""

    clase: str
    huecos: dict[str, str] = field(default_factory=dict)


def _patron(sitio: str) -> re.Pattern[str]:
    partes = re.split(r"\{(\w+)\}", sitio)
    return re.compile("".join(f"(?P<{p}>{_HUECOS[p]})" if i % 2 else re.escape(p) for i, p in enumerate(partes)))


_PATRONES = [(_patron(sitio), clase) for sitio, clase in _SITIOS]


def situar(archivo: str) -> Lugar | Diagnostico:
    """El lugar de un archivo (ruta relativa con «/»), o por qué ahí no vive ningún documento."""
    for patron, clase in _PATRONES if archivo.endswith(".yaml") else ():
        hallado = patron.fullmatch(archivo)
        if hallado:
            lugar = Lugar(clase, hallado.groupdict())
            return _fecha_imposible(archivo, lugar) or lugar
    return _fuera_de_lugar(archivo)


def _fecha_imposible(archivo: str, lugar: Lugar) -> Diagnostico | None:
    escrito = lugar.huecos.get("fecha", "")[:10]
    if escrito:
        try:
            date.fromisoformat(escrito)
        except ValueError:
            return Diagnostico(
                Ubicacion(archivo), "E111", f"el nombre del archivo dice una fecha que no existe: «{escrito}»",
                ayuda="cámbiele el nombre al archivo por el día de la sesión, como 2024-03-21.yaml",
            )  # fmt: skip
    if lugar.clase == "avances" and not _PERIODO.fullmatch(lugar.huecos["periodo"]):
        return _mal_nombre(archivo, "avances", lugar.huecos["periodo"], "periodo")
    return None


def _fuera_de_lugar(archivo: str) -> Diagnostico:
    """Por qué un archivo no está en ningún sitio: un nombre con mala forma, o una carpeta que no es ninguna."""
    partes = archivo.removesuffix(".yaml").split("/")
    parecidos: dict[str, str] = {}
    for sitio, clase in _SITIOS:
        molde = sitio.removesuffix(".yaml").split("/")
        if len(molde) != len(partes):
            continue
        ajenas = [(m, p) for m, p in zip(molde, partes, strict=True) if "{" not in m and m != p]
        if not ajenas:
            for i, (m, p) in enumerate(zip(molde, partes, strict=True)):
                if "{" in m and not re.fullmatch(_HUECOS[m[1:-1]], p):
                    return _mal_nombre(archivo, clase, f"{p}.yaml" if i == len(partes) - 1 else p, m[1:-1])
        if len(ajenas) == 1:
            parecidos[ajenas[0][0]] = ajenas[0][1]
    for bueno, malo in sorted(parecidos.items()):
        if sugerir(malo, parecidos) == bueno:
            propuesta = "/".join(bueno if parte == malo else parte for parte in partes)
            ayuda = f"¿quiso decir {propuesta}.yaml?"
            break
    else:
        ayuda = "los sitios están en el README, en «Dónde vive cada cosa»"
    return Diagnostico(Ubicacion(archivo), "E110", "aquí no vive ningún documento de mesgepret", ayuda=ayuda)


def _mal_nombre(archivo: str, clase: str, parte: str, hueco: str) -> Diagnostico:
    es_archivo = parte.endswith(".yaml")
    quien = f"«{parte}» no es nombre para un documento de clase {clase}"
    if not es_archivo:
        quien = f"la carpeta «{parte}» no es {_CARPETAS_DE[hueco][0]}"
    ayuda = _NOMBRES[hueco] if es_archivo else _CARPETAS_DE[hueco][1]
    return Diagnostico(Ubicacion(archivo), "E111", quien, ayuda=ayuda)


_NOMBRES = {
    "fecha": "se llama como el día de la sesión: 2024-03-21.yaml; la segunda de ese día, 2024-03-21-2.yaml",
    "institucion": "se llama como el id de la institución, en minúsculas: sesal.yaml",
    "sector": "se llama como el id del sector, en minúsculas: salud.yaml",
    "periodo": "se llama como el periodo que cubre: 2024.yaml",
    "id": "use minúsculas, cifras y guiones: vacunacion-2025.yaml",
}
_CARPETAS_DE = {
    "sector": ("el id de un sector", "se llama como el id del sector, en minúsculas: salud"),
    "periodo": ("un periodo", "un periodo se escribe 2024, 2024-S1, 2024-T1 o 2024-01"),
    "anio": ("un año", "el año se escribe con sus cuatro cifras: 2024"),
}
