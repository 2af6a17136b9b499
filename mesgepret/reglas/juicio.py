"""De lo que una regla halla al hallazgo sellado: su gravedad, su remedio y la justificación que lo explica."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from mesgepret.diagnostico import Diagnostico, Gravedad, Justificacion, Ubicacion
from mesgepret.expediente import mesa_de

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mesgepret.expediente import Expediente, Justifica, Raiz
    from mesgepret.reglas.pagina import Pagina

Clave = tuple[str, str, str]
"""Lo que una justificación alcanza: una regla, en un archivo o en toda una mesa, y el id de que trata («» es todo)."""


class Juicio:
    """Lo que se va sabiendo mientras se juzga: qué no se acusa, qué está justificado y qué justificación sirvió."""

    def __init__(self, expediente: Expediente, paginas: Mapping[str, Pagina]) -> None:
        self.paginas = paginas
        self.expediente = expediente
        self.en_duda = expediente.en_duda
        self.juzga_desde = expediente.repositorio.juzga_desde or date.min
        self.fechas = expediente.fechas
        self.explicaciones: dict[Clave, Justificacion] = {}
        self.usadas: set[Clave] = set()
        self.hallados: dict[tuple[str, str], list[str]] = defaultdict(list)
        for raiz, j in self.justificaciones:
            self.explicaciones[self.clave(raiz, j)] = Justificacion(j.motivo, j.autor, str(j.fecha or ""))

    @property
    def justificaciones(self) -> Iterator[tuple[Raiz, Justifica]]:
        """Cada justificación escrita, con su documento."""
        return ((raiz, j) for raiz in self.expediente.raices for j in raiz.justificaciones)

    @staticmethod
    def clave(raiz: Raiz, una: Justifica) -> Clave:
        """Lo que esa justificación alcanza: sin `sobre`, su archivo; con él, lo que en su mesa trate de ese id."""
        return (una.regla, mesa_de(raiz.doc.archivo) if una.sobre else raiz.doc.archivo, una.sobre)

    def sellar(
        self, pagina: Pagina, lugar: Ubicacion, mensaje: str, sobre: str = "", otras: tuple[Ubicacion, ...] = ()
    ) -> Diagnostico | None:
        """El hallazgo con lo que su página dice de él; None si no se juzga. Anota las justificaciones que le tocan."""
        if mesa_de(lugar.archivo) in self.en_duda:
            return None
        explicacion = None
        if pagina.gravedad is Gravedad.INCUMPLIMIENTO:
            del_archivo, de_la_mesa = (pagina.codigo, lugar.archivo, ""), (pagina.codigo, mesa_de(lugar.archivo), sobre)
            tocan = [c for c in (del_archivo, *([de_la_mesa] if sobre else [])) if c in self.explicaciones]
            self.usadas.update(tocan)
            explicacion = self.explicaciones[tocan[0]] if tocan else None
            if sobre and not tocan:
                self.hallados[pagina.codigo, mesa_de(lugar.archivo)].append(sobre)
        fecha = self.fechas.get(lugar.archivo)
        if fecha is not None and fecha < max(self.juzga_desde, pagina.desde):
            return None
        return Diagnostico(lugar, pagina.codigo, mensaje, pagina.gravedad, pagina.remedio, sobre, otras, explicacion)

    def cerca(self, raiz: Raiz, una: Justifica) -> list[str]:
        """Los ids sobre los que esa regla sí halló, en la misma mesa, algo que nadie ha explicado."""
        return list(dict.fromkeys(self.hallados[una.regla, mesa_de(raiz.doc.archivo)]))

    @property
    def sin_usar(self) -> Iterator[tuple[Raiz, Justifica]]:
        """Las que no tocaron a ningún hallazgo; mientras haya una mesa en duda, las de todo el país no se acusan."""
        for raiz, una in self.justificaciones:
            dudosa = bool(self.en_duda) and not mesa_de(raiz.doc.archivo)
            if self.clave(raiz, una) not in self.usadas and not dudosa:
                yield raiz, una
