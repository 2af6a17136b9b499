"""De la cadena de metas a lo que la sostiene y lo que cuelga suelto: qué eslabón no se mide y dónde se corta."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente, Indicador, Meta
    from mesgepret.expediente.mcr import Eslabon


class Cobertura(NamedTuple):
    """Con qué se mide la cadena de una meta presidencial (R13).

    `metas`: ella y cuantas la sostienen, en vigor; `por_eslabon`: cuántos indicadores mide cada eslabón del catálogo;
    `sin_decir`: los que no dicen cuál miden, de los que no se sabe.
    """

    meta: Meta
    metas: int
    indicadores: int
    por_eslabon: tuple[tuple[Eslabon, int], ...]
    sin_decir: int

    @property
    def vacios(self) -> list[Eslabon]:
        """Los que nadie mide."""
        return [eslabon for eslabon, cuantos in self.por_eslabon if not cuantos]


class Hilo(NamedTuple):
    """Una meta presidencial y las sectoriales que la sostienen, cada una con sus institucionales (R15, R36)."""

    meta: Meta
    sectoriales: tuple[tuple[Meta, tuple[Meta, ...]], ...]

    @property
    def institucionales(self) -> int:
        """Cuántas metas institucionales la sostienen; cada una, una vez."""
        return len({m.id for _, suyas in self.sectoriales for m in suyas})


@dataclass(frozen=True, slots=True)
class Suelto:
    """Lo que no se enlaza con el nivel de arriba, o no tiene a nadie debajo (R15–R18)."""

    presidenciales_sin_sector: tuple[Meta, ...]
    sectoriales_sin_presidencial: tuple[Meta, ...]
    sectoriales_sin_institucion: tuple[Meta, ...]
    institucionales_sin_sectorial: tuple[Meta, ...]
    indicadores_sectoriales: tuple[Indicador, ...]
    indicadores_institucionales: tuple[Indicador, ...]


def coberturas(expediente: Expediente) -> list[Cobertura]:
    """La de cada meta presidencial en vigor; un indicador que dos metas comparten se cuenta una vez."""
    dichas = []
    for meta in _en_vigor(expediente, "presidencial"):
        cadena = [m for m in meta.cadena if m.vigente(expediente.corte)]
        indicadores = {i.propio.id: i.propio for m in cadena for i in m.indicadores}.values()
        veces = Counter(i.eslabon.id for i in indicadores if i.eslabon is not None)
        por_eslabon = tuple((eslabon, veces[eslabon.id]) for eslabon in expediente.catalogos.eslabones)
        sin_decir = sum(1 for i in indicadores if i.eslabon is None)
        dichas.append(Cobertura(meta, len(cadena), len(indicadores), por_eslabon, sin_decir))
    return dichas


def hilos(expediente: Expediente) -> list[Hilo]:
    """Los caminos de la Presidencia a la institución, de las metas en vigor."""
    return [
        Hilo(meta, tuple((media, _debajo(expediente, media, "institucional")) for media in suyas))
        for meta in _en_vigor(expediente, "presidencial")
        for suyas in [_debajo(expediente, meta, "sectorial")]
    ]


def suelto(expediente: Expediente) -> Suelto:
    """Dónde se corta la cadena; de lo reservado no se sabe, y no se dice."""
    sectoriales = [m for m in _en_vigor(expediente, "sectorial") if not m.reserva("contribuye_a")]
    institucionales = [m for m in _en_vigor(expediente, "institucional") if not m.reserva("contribuye_a")]
    return Suelto(
        tuple(m for m in _en_vigor(expediente, "presidencial") if not _debajo(expediente, m, "sectorial")),
        tuple(m for m in sectoriales if not m.superiores("presidencial")),
        tuple(m for m in _en_vigor(expediente, "sectorial") if not _debajo(expediente, m, "institucional")),
        tuple(m for m in institucionales if not m.superiores("sectorial")),
        tuple(_sin_vinculo(expediente, "sectorial", "presidencial")),
        tuple(_sin_vinculo(expediente, "institucional", "sectorial")),
    )


def _en_vigor(expediente: Expediente, nivel: str) -> Iterator[Meta]:
    return (m for m in expediente.metas_de(nivel) if m.vigente(expediente.corte))


def _debajo(expediente: Expediente, meta: Meta, nivel: str) -> tuple[Meta, ...]:
    unicas = {m.id: m for m in meta.contribuyentes if m.nivel == nivel and m.vigente(expediente.corte)}
    return tuple(unicas.values())


def _sin_vinculo(expediente: Expediente, nivel: str, arriba: str) -> Iterator[Indicador]:
    for meta in _en_vigor(expediente, nivel):
        yield from (i for i in meta.propios if not i.vinculos(arriba) and not i.calla("vinculo"))
