"""De funciones marcadas a hallazgos sellados: la regla no conoce su código, su gravedad ni su remedio."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from mesgepret.diagnostico import Diagnostico, Ubicacion
from mesgepret.reglas.juicio import Juicio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.pagina import Pagina

Hallado = tuple[Ubicacion, str] | tuple[Ubicacion, str, str] | tuple[Ubicacion, str, str, tuple[Ubicacion, ...]]
"""Lo que una regla da: dónde, qué, y si hace falta sobre qué id y en qué otros lugares."""


@dataclass(frozen=True, slots=True)
class Regla:
    """Una función con su código; solo la hace el decorador `regla`."""

    codigo: str
    funcion: Callable[..., Iterator[Hallado]]
    de_cierre: bool = False
    """Si mira el juicio, y no el expediente: corre cuando todas las demás ya dijeron lo suyo."""


_REGLAS: dict[str, Regla] = {}


def regla(codigo: str) -> Callable[[Callable[[Expediente], Iterator[Hallado]]], Regla]:
    """Marca una función como la regla de un código; la página `<código>-<nombre>.md` dice lo demás."""
    return lambda funcion: _anotar(Regla(codigo, funcion))


def regla_de_cierre(codigo: str) -> Callable[[Callable[[Juicio], Iterator[Hallado]]], Regla]:
    """Como `regla`, para la que solo puede saberse al final: recibe el juicio, con lo que sirvió y lo que no."""
    return lambda funcion: _anotar(Regla(codigo, funcion, de_cierre=True))


def _anotar(una: Regla) -> Regla:
    if una.codigo in _REGLAS:
        raise ValueError(f"dos reglas con el código {una.codigo}")
    _REGLAS[una.codigo] = una
    return una


@cache
def reglas() -> list[Regla]:
    """Todas las reglas, por código: cada módulo de esta sala que se llama como un código es una."""
    sala = __name__.rpartition(".")[0]
    especificacion = find_spec(sala)
    carpetas = especificacion.submodule_search_locations if especificacion else None
    for modulo in sorted(m.name for m in iter_modules(carpetas)):
        if modulo[1:4].isdigit():
            import_module(f"{sala}.{modulo}")
    return [_REGLAS[codigo] for codigo in sorted(_REGLAS)]


def juzgar(expediente: Expediente, paginas: Mapping[str, Pagina]) -> list[Diagnostico]:
    """Los hallazgos de todas las reglas, con la gravedad y el remedio de su página.

    Se calla sobre lo que no se pudo leer o enlazar (sin cascadas), sobre lo anterior a `juzga_desde` y, en cada regla,
    sobre lo anterior a su `desde`.
    """
    if "" in expediente.en_duda:
        return []
    juicio = Juicio(expediente, paginas)
    return [
        hallazgo
        for una in sorted(reglas(), key=lambda r: (r.de_cierre, r.codigo))
        if una.codigo in paginas
        for hallado in una.funcion(juicio if una.de_cierre else expediente)
        if (hallazgo := juicio.sellar(paginas[una.codigo], *hallado)) is not None
    ]
