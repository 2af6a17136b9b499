"""De los hallazgos de las reglas a cómo está cada mesa con cada requisito."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from mesgepret.diagnostico import Gravedad
from mesgepret.esquema import situar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


POR_ATENCION = (Estado.INCUMPLE, Estado.POR_VER, Estado.JUSTIFICADO, Estado.CUMPLE, Estado.NO_COMPROBABLE)
"""Los estados, del que pide que alguien actúe al que no pide nada."""


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

    def por_atencion(self, requisito: str) -> list[str]:
        """Las columnas de un requisito, de la que pide que alguien actúe a la que no pide nada."""
        columnas = self.estados[requisito]
        return sorted(columnas, key=lambda mesa: POR_ATENCION.index(columnas[mesa]))

    def de_mesa(self, mesa: str) -> dict[Estado, list[str]]:
        """Los requisitos de una mesa por su estado, con los cinco presentes."""
        suyos: dict[Estado, list[str]] = {estado: [] for estado in Estado}
        for requisito, columnas in self.estados.items():
            if mesa in columnas:
                suyos[columnas[mesa]].append(requisito)
        return suyos


def tablero(expediente: Expediente, hallazgos: Iterable[Diagnostico], requisitos: Iterable[Requisito]) -> Tablero:
    """Cómo está cada mesa con cada requisito, según las reglas que lo vigilan.

    Un hallazgo en la meta de un sector o en la cifra de una institución es de la mesa de ese sector. De lo que la mesa
    no tiene ningún documento no se dice que cumpla ni que no.
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
    documentos = _documentos(expediente)
    estados: dict[str, dict[str, Estado]] = {}
    for requisito in requisitos:
        clases = {campo.split(".")[0] for campo in requisito.campos} & _DE_MESA
        columnas = list(expediente.mesas) if clases else []
        if not clases or (requisito.id, PAIS) in suyos:
            columnas.insert(0, PAIS)
        estados[requisito.id] = {
            mesa: _por_hallazgos(suyos.get((requisito.id, mesa), [])) or _por_documentos(requisito, documentos[mesa])
            for mesa in columnas
        }
    return Tablero(estados, {clave: tuple(valor) for clave, valor in suyos.items()})


def _por_hallazgos(suyos: list[Diagnostico]) -> Estado | None:
    graves = [h for h in suyos if h.gravedad is not Gravedad.ALERTA]
    if any(h.justificacion is None for h in graves):
        return Estado.INCUMPLE
    if graves:
        return Estado.JUSTIFICADO
    return Estado.POR_VER if suyos else None


def _por_documentos(requisito: Requisito, documentos: Mapping[str, list[Any]]) -> Estado:
    """Sin hallazgos: lo vigilado se cumple si hay documento que mirar; lo que solo es un dato, si el dato está."""
    if requisito.reglas:
        trata = {campo.split(".")[0] for campo in requisito.campos}
        de_sesiones = trata & _DE_MESA - {"mesa", "miembros"}
        hay = any(documentos.get(clase) for clase in de_sesiones or trata)
    else:
        hay = bool(requisito.campos) and all(_consta(campo, documentos) for campo in requisito.campos)
    return Estado.CUMPLE if hay else Estado.NO_COMPROBABLE


def _consta(campo: str, documentos: Mapping[str, list[Any]]) -> bool:
    clase, *claves = campo.split(".")
    return any(_dice(datos, claves) for datos in documentos.get(clase, ()))


def _dice(dato: Any, claves: list[str]) -> bool:
    """Si en el dato, o en alguno de los de sus listas, está el camino entero."""
    if isinstance(dato, list):
        return any(_dice(uno, claves) for uno in dato)
    return not claves or (isinstance(dato, dict) and claves[0] in dato and _dice(dato[claves[0]], claves[1:]))


def _documentos(expediente: Expediente) -> dict[str, dict[str, list[Any]]]:
    """Los datos de cada documento por mesa («» es el país, que los ve todos) y clase."""
    hallados: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for raiz in expediente.raices:
        lugar = situar(raiz.doc.archivo)
        for mesa in [m.id for m in expediente.mesas_de(raiz.doc.archivo)] + [PAIS]:
            hallados[mesa][getattr(lugar, "clase", "")].append(raiz.datos)
    return hallados
