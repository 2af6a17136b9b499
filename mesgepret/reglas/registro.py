"""De funciones marcadas a hallazgos sellados: la regla no conoce su código, su gravedad ni su remedio."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from mesgepret.diagnostico import Diagnostico, Gravedad, Justificacion, Ubicacion
from mesgepret.expediente import mesa_de

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
    funcion: Callable[[Expediente], Iterator[Hallado]]


_REGLAS: dict[str, Regla] = {}


def regla(codigo: str) -> Callable[[Callable[[Expediente], Iterator[Hallado]]], Regla]:
    """Marca una función como la regla de un código; la página `<código>-<nombre>.md` dice lo demás."""

    def marcar(funcion: Callable[[Expediente], Iterator[Hallado]]) -> Regla:
        if codigo in _REGLAS:
            raise ValueError(f"dos reglas con el código {codigo}")
        _REGLAS[codigo] = Regla(codigo, funcion)
        return _REGLAS[codigo]

    return marcar


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
    juicio = _Juicio(expediente)
    return [
        hallazgo
        for una in reglas()
        for hallado in una.funcion(expediente)
        if (hallazgo := juicio.sellar(paginas[una.codigo], *hallado)) is not None
    ]


class _Juicio:
    def __init__(self, expediente: Expediente) -> None:
        self.en_duda = expediente.en_duda
        self.juzga_desde = expediente.repositorio.juzga_desde or date.min
        self.fechas: dict[str, date] = {}
        for sesion in expediente.sesiones.values():
            for documento in (sesion.convocatoria, sesion.acta):
                if documento is not None:
                    self.fechas[documento.doc.archivo] = sesion.fecha
        self.fechas |= {plan.doc.archivo: plan.hasta for plan in expediente.planes if plan.hasta}
        self.explicaciones: dict[tuple[str, str, str], Justificacion] = {}
        for raiz in expediente.raices:
            for j in raiz.justificaciones:
                clave = (j.regla, mesa_de(raiz.doc.archivo) if j.sobre else raiz.doc.archivo, j.sobre)
                self.explicaciones[clave] = Justificacion(j.motivo, j.autor, str(j.fecha or ""))

    def sellar(
        self, pagina: Pagina, lugar: Ubicacion, mensaje: str, sobre: str = "", otras: tuple[Ubicacion, ...] = ()
    ) -> Diagnostico | None:
        if mesa_de(lugar.archivo) in self.en_duda:
            return None
        fecha = self.fechas.get(lugar.archivo)
        if fecha is not None and fecha < max(self.juzga_desde, pagina.desde):
            return None
        explicacion = None
        if pagina.gravedad is Gravedad.INCUMPLIMIENTO:
            explicacion = self.explicaciones.get((pagina.codigo, lugar.archivo, "")) or (
                self.explicaciones.get((pagina.codigo, mesa_de(lugar.archivo), sobre)) if sobre else None
            )
        return Diagnostico(lugar, pagina.codigo, mensaje, pagina.gravedad, pagina.remedio, sobre, otras, explicacion)
