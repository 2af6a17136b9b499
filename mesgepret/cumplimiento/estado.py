"""De los hallazgos de las reglas a cómo está cada mesa con cada requisito."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from mesgepret.diagnostico import Gravedad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mesgepret.cumplimiento.requisitos import Requisito
    from mesgepret.diagnostico import Diagnostico
    from mesgepret.expediente import Expediente

PAIS = ""
"""La columna de lo que no es de ninguna mesa: los ejes, los catálogos, lo presidencial."""

_DE_MESA = frozenset([
    "mesa", "miembros", "plan", "convocatoria", "acta", "seguimiento", "diagnostico", "limitantes", "propuesta",
    "poa", "informe", "metas", "avances",
])  # fmt: skip


class Estado(Enum):
    """Cómo está una mesa con un requisito; el valor es lo que se lee."""

    CUMPLE = "cumple"
    INCUMPLE = "incumple"
    JUSTIFICADO = "justificado"
    POR_VER = "por ver"
    NO_COMPROBABLE = "no comprobable con los datos"


@dataclass(frozen=True)
class Tablero:
    """Los estados por requisito y mesa («» es el país), y los hallazgos que los explican."""

    estados: Mapping[str, Mapping[str, Estado]]
    hallazgos: Mapping[tuple[str, str], tuple[Diagnostico, ...]]

    def de(self, requisito: str, mesa: str) -> tuple[Diagnostico, ...]:
        """Los hallazgos de una mesa que tocan a un requisito."""
        return self.hallazgos.get((requisito, mesa), ())

    def cuenta(self, requisito: str) -> dict[Estado, int]:
        """Cuántas columnas hay en cada estado, con los cinco presentes: suman las que al requisito le tocan."""
        cuenta = dict.fromkeys(Estado, 0)
        for estado in self.estados[requisito].values():
            cuenta[estado] += 1
        return cuenta

    def de_mesa(self, mesa: str) -> dict[Estado, list[str]]:
        """Los requisitos de una mesa por su estado, con los cinco presentes."""
        suyos: dict[Estado, list[str]] = {estado: [] for estado in Estado}
        for requisito, columnas in self.estados.items():
            if mesa in columnas:
                suyos[columnas[mesa]].append(requisito)
        return suyos


def tablero(expediente: Expediente, hallazgos: Iterable[Diagnostico], requisitos: Iterable[Requisito]) -> Tablero:
    """Cómo está cada mesa con cada requisito, según las reglas que lo vigilan.

    Un hallazgo en la meta de un sector o en la cifra de una institución es de la mesa de ese sector. Sin hallazgos, se
    cumple solo si la mesa tiene algún documento de los que el requisito trata: de lo que no hay no se dice nada.
    """
    requisitos = list(requisitos)
    de_la_regla: dict[str, list[str]] = defaultdict(list)
    for requisito in requisitos:
        for codigo in requisito.reglas:
            de_la_regla[codigo].append(requisito.id)
    suyos: dict[tuple[str, str], list[Diagnostico]] = defaultdict(list)
    for hallazgo in hallazgos:
        for id in de_la_regla.get(hallazgo.codigo, ()):
            for mesa in [m.id for m in expediente.mesas_de(hallazgo.ubicacion.archivo)] or [PAIS]:
                suyos[id, mesa].append(hallazgo)
    tienen = {sector: frozenset(_clases_que_tiene(expediente, sector)) for sector in expediente.mesas}
    estados: dict[str, dict[str, Estado]] = {}
    for requisito in requisitos:
        clases = {campo.split(".")[0] for campo in requisito.campos} & _DE_MESA
        columnas = list(expediente.mesas) if clases else []
        if not clases or (requisito.id, PAIS) in suyos:
            columnas.insert(0, PAIS)
        estados[requisito.id] = {
            mesa: _estado(requisito, suyos.get((requisito.id, mesa), []), clases, tienen.get(mesa)) for mesa in columnas
        }
    return Tablero(estados, {clave: tuple(valor) for clave, valor in suyos.items()})


def _estado(requisito: Requisito, suyos: list[Diagnostico], clases: set[str], tiene: frozenset[str] | None) -> Estado:
    graves = [h for h in suyos if h.gravedad is not Gravedad.ALERTA]
    if any(h.justificacion is None for h in graves):
        return Estado.INCUMPLE
    if graves:
        return Estado.JUSTIFICADO
    if suyos:
        return Estado.POR_VER
    trata = clases - {"mesa", "miembros"} or clases
    hay = tiene is None or bool(trata & tiene)
    return Estado.CUMPLE if requisito.reglas and hay else Estado.NO_COMPROBABLE


def _clases_que_tiene(expediente: Expediente, sector: str) -> Iterator[str]:
    """Las clases de documento de que una mesa tiene alguno."""
    mesa = expediente.mesas[sector]
    yield "mesa"
    for clase, hay in (
        ("miembros", mesa.acreditaciones),
        ("plan", mesa.planes),
        ("convocatoria", any(s.convocatoria for s in mesa.sesiones)),
        ("acta", mesa.actas),
        ("seguimiento", mesa.seguimientos or mesa.actas),
        ("diagnostico", mesa.diagnostico),
        ("limitantes", mesa.limitantes),
        ("propuesta", mesa.propuestas),
        ("poa", mesa.poas),
        ("informe", mesa.informes),
        ("metas", mesa.metas),
        ("avances", any(i.avances for meta in mesa.metas for i in meta.indicadores)),
    ):
        if hay:
            yield clase
