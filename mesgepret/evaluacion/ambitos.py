"""Del expediente a los ámbitos de que se rinde cuenta, con sus metas: país, ejes, vertientes, mesas e instituciones."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mesgepret.diagnostico import llano, sugerir
from mesgepret.expediente.metas import NIVELES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mesgepret.expediente import Expediente, Institucion, Meta, Sector
    from mesgepret.expediente.mcr import Eje, Vertiente


@dataclass(frozen=True, slots=True)
class Ambito:
    """Aquello de que trata un informe.

    `clase`: pais, eje, vertiente, mesa, institucion o, si solo es un renglón de otro, parte. `metas`: las suyas en
    vigor en el corte, cada una una vez; `partes`: en qué se reparten. Una meta puede estar en dos partes (Mercado
    Laboral tiene dos ubicaciones), y en el ámbito se cuenta una.
    """

    clase: str
    id: str
    nombre: str
    de: Eje | Vertiente | Sector | Institucion | None = None
    metas: tuple[Meta, ...] = ()
    partes: tuple[Ambito, ...] = ()

    @property
    def propias(self) -> tuple[Meta, ...]:
        """Las que su informe enumera: las presidenciales si es más que una mesa; si no, todas, de arriba abajo."""
        grande = self.clase in ("pais", "eje", "vertiente")
        suyas = [m for m in self.metas if not grande or m.nivel == "presidencial"]
        return tuple(sorted(suyas, key=lambda m: NIVELES.index(m.nivel)))

    @property
    def repetidas(self) -> int:
        """Cuántas de sus metas están en más de una de sus partes."""
        veces = Counter(meta.id for parte in self.partes for meta in parte.metas)
        return sum(1 for cuantas in veces.values() if cuantas > 1)

    @property
    def renglones(self) -> Iterator[tuple[int, Ambito]]:
        """Sus partes y las de sus partes, en orden, con lo hondas que están; las de una mesa, solo en la suya."""
        for parte in self.partes:
            yield 0, parte
            if parte.clase in ("eje", "vertiente"):
                yield from ((hondo + 1, otra) for hondo, otra in parte.renglones)


class Ambitos:
    """Los ámbitos de un expediente en su corte."""

    def __init__(self, expediente: Expediente) -> None:
        self.expediente = expediente
        self._metas = [m for m in expediente.metas.values() if m.vigente(expediente.corte)]
        self.fuera_de_vigor = len(expediente.metas) - len(self._metas)
        self._sectores = {m.id: sectores_de(m) for m in self._metas}
        self.mesas = {id: self._de_sector(sector) for id, sector in expediente.sectores.items()}
        self.ejes = {eje.id: self._de_eje(eje) for eje in expediente.ejes}
        self.vertientes = {p.id: p for eje in self.ejes.values() for p in eje.partes if p.clase == "vertiente"}
        self.instituciones = {
            id: Ambito("institucion", id, institucion.nombre, institucion, suyas)
            for id, institucion in expediente.instituciones.items()
            if (suyas := tuple(m for m in self._metas if institucion in (m.institucion, m.responde)))
        }
        self.pais = self._del_pais()

    @property
    def todos(self) -> list[Ambito]:
        """De lo más grande a lo más pequeño; las instituciones, solo si responden de alguna meta."""
        grupos = (self.ejes, self.vertientes, self.mesas, self.instituciones)
        return [self.pais, *(ambito for grupo in grupos for ambito in grupo.values())]

    def hallar(self, clase: str, dicho: str) -> tuple[Ambito | None, str]:
        """El ámbito de esa clase con ese id, o esa sigla; si no lo hay, el id más parecido, o vacío.

        Un «eje» puede ser también una vertiente, como EJE2-social.
        """
        grupos: dict[str, list[Ambito]] = {
            "pais": [self.pais],
            "eje": [*self.ejes.values(), *self.vertientes.values()],
            "mesa": list(self.mesas.values()),
            "institucion": list(self.instituciones.values()),
        }
        por_nombre = {llano(nombre): a for a in grupos[clase] for nombre in (_sigla(a), a.id) if nombre}
        hallado = por_nombre.get(llano(dicho))
        parecido = "" if hallado else sugerir(dicho, por_nombre)
        return hallado, por_nombre[parecido].id if parecido else ""

    def _de_sector(self, sector: Sector) -> Ambito:
        suyas = [m for m in self._metas if sector in self._sectores[m.id]]
        casas = {m.institucion.id: m.institucion for m in suyas if m.institucion is not None}
        partes = [_parte("Metas del sector", (m for m in suyas if m.nivel == "sectorial"))]
        for id in sorted(casas):
            de_la_casa = tuple(m for m in suyas if m.institucion is casas[id])
            partes.append(Ambito("institucion", id, casas[id].nombre, casas[id], de_la_casa))
        return Ambito("mesa", sector.id, f"Mesa de {sector.nombre}", sector, tuple(suyas), tuple(partes))

    def _de_eje(self, eje: Eje) -> Ambito:
        altas = [m for m in self._metas if m.nivel == "presidencial" and m.eje is eje]
        partes = [_parte("Metas presidenciales", (m for m in altas if m.vertiente not in eje.vertientes))]
        partes += [self.mesas[sector.id] for sector in eje.sectores]
        for vertiente in eje.vertientes:
            suyas = [m for m in altas if m.vertiente is vertiente]
            dentro = (_parte("Metas presidenciales", suyas), *(self.mesas[s.id] for s in vertiente.sectores))
            nombre = f"{eje.nombre}, vertiente {vertiente.nombre.lower()}"
            id = f"{eje.id}-{vertiente.datos['id']}"
            partes.append(Ambito("vertiente", id, nombre, vertiente, _juntas(dentro), dentro))
        con_algo = tuple(p for p in partes if p.metas or p.clase != "parte")
        return Ambito("eje", eje.id, eje.nombre, eje, _juntas(partes), con_algo)

    def _del_pais(self) -> Ambito:
        dentro = {m.id for eje in self.ejes.values() for m in eje.metas}
        sueltas = _parte("Sin lugar en ningún eje", (m for m in self._metas if m.id not in dentro))
        partes = (*self.ejes.values(), *((sueltas,) if sueltas.metas else ()))
        return Ambito("pais", "pais", "El país", None, tuple(self._metas), partes)


def sectores_de(meta: Meta) -> tuple[Sector, ...]:
    """Los sectores en que una meta se cuenta: el suyo o, si es de una institución, los de las sectoriales a que sirve.

    Si no sirve a ninguna, los de su institución. Una presidencial es de su eje, y de ningún sector.
    """
    if meta.sector is not None:
        return (meta.sector,)
    por_la_cadena = [m.sector for m in meta.superiores("sectorial") if m.sector is not None]
    if por_la_cadena or meta.institucion is None:
        return tuple({s.id: s for s in por_la_cadena}.values())
    return tuple({s.id: s for s in meta.institucion.sectores}.values())


def _parte(nombre: str, metas: Iterable[Meta]) -> Ambito:
    return Ambito("parte", "", nombre, None, tuple(metas))


def _juntas(partes: Iterable[Ambito]) -> tuple[Meta, ...]:
    return tuple({meta.id: meta for parte in partes for meta in parte.metas}.values())


def _sigla(ambito: Ambito) -> str:
    return str(getattr(ambito.de, "sigla", ""))
