"""De una mesa a su organigrama: los dos niveles, quién coordina, los miembros por institución y quién la asiste."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.imprenta import lengua
from mesgepret.imprenta.trazos.medida import ANCHO, renglones, unir

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from mesgepret.expediente import Acreditacion, Mesa

HOLGADO = 960
"""El ancho del que se lee de arriba abajo y de lado a lado; en un teléfono se lee todo de arriba abajo."""

_ALTO_DE_LETRA, _CABEZA, _LETRA = 17, 16, 13  # la cabeza mide 14, y en negrita ocupa como 16
_RELLENO, _AIRE, _SANGRIA = 10, 22, 18
_COLUMNAS, _DESDE_EL_MEDIO = 4, (1, 2, 0, 3)


class Cargo(NamedTuple):
    """Una caja por dibujar: cómo se llama, lo que dice, un renglón por cosa, y la clase que la pinta."""

    nombre: str
    dice: tuple[str, ...] = ()
    clase: str = "nivel"


class Renglon(NamedTuple):
    """Un texto en su sitio, en píxeles."""

    x: int
    y: int
    texto: str
    clase: str = ""


class Caja(NamedTuple):
    """Un recuadro con sus renglones."""

    x: int
    y: int
    ancho: int
    alto: int
    clase: str
    renglones: tuple[Renglon, ...]


class Lamina(NamedTuple):
    """Un dibujo entero: su tamaño, sus cajas y las rayas que las unen (`suaves`, las de quien asiste y no decide)."""

    ancho: int
    alto: int
    cajas: tuple[Caja, ...]
    rayas: str
    suaves: str


@dataclass(frozen=True, slots=True)
class Organigrama:
    """El mismo organigrama en dos láminas, para una pantalla ancha y para una estrecha."""

    titulo: str
    descripcion: str
    ancha: Lamina
    estrecha: Lamina


class Plantel(NamedTuple):
    """Lo que un organigrama pone: los niveles de arriba abajo, quienes asisten, las instituciones y los grupos."""

    niveles: tuple[Cargo, ...]
    apoyos: tuple[Cargo, ...] = ()
    instituciones: tuple[Cargo, ...] = ()
    grupos: tuple[Cargo, ...] = ()


def organigrama(mesa: Mesa, dia: date) -> Organigrama:
    """El de una mesa ese día (R97)."""
    plantel = _plantel(mesa, dia)
    cuantas = len(plantel.instituciones)
    return dibujar(
        f"Organigrama de la Mesa de {mesa.nombre} al {lengua.fecha_larga(dia)}",
        unir((
            *(f"{cargo.nombre}: {'; '.join(cargo.dice)}" for cargo in (*plantel.niveles, *plantel.apoyos)),
            f"{lengua.contar(cuantas, 'institución', 'instituciones')}: "
            f"{', '.join(cargo.nombre for cargo in plantel.instituciones)}" if cuantas else "",
            f"grupos de trabajo: {'; '.join(cargo.nombre for cargo in plantel.grupos)}" if plantel.grupos else "",
        )),
        plantel,
    )  # fmt: skip


def dibujar(titulo: str, descripcion: str, plantel: Plantel) -> Organigrama:
    """Las dos láminas de un plantel."""
    return Organigrama(titulo, descripcion, _ancha(plantel), _estrecha(plantel))


# --- quién está --------------------------------------------------------------------------------------------------


def _plantel(mesa: Mesa, dia: date) -> Plantel:
    autoridades, tecnicos = mesa.maximas_autoridades(dia), mesa.acreditados(dia, "tecnico")
    niveles = [
        Cargo("Nivel Político", (
            *_coordina(mesa, "politico", dia),
            lengua.contar(len(autoridades), "máxima autoridad", "máximas autoridades") + " en la Mesa",
        )),
        Cargo("Nivel Técnico-Operativo", (
            *_coordina(mesa, "tecnico", dia),
            lengua.contar(len(tecnicos), "persona acreditada", "personas acreditadas"),
        )),
    ]  # fmt: skip
    if mesa.politico and mesa.politico.instancia:
        niveles.insert(0, Cargo(mesa.politico.instancia, ("Conduce el Nivel Político",), "instancia"))
    analistas = [a.nombre for a in mesa.diger.analistas if a.vigente(dia)] if mesa.diger else []
    apoyo = (
        [i.quien or "Sin nombre" for i in mesa.equipo_apoyo.integrantes if i.vigente(dia)] if mesa.equipo_apoyo else []
    )
    instituciones = [
        Cargo(i.sigla, tuple(_de_la_institucion(mesa, i.id, dia)) or ("Sin nadie acreditado",), "institucion")
        for i in mesa.instituciones(dia)
    ]
    ajenas = {a.institucion.id: a.institucion for a in mesa.acreditados(dia) if a.institucion}
    for id in sorted(ajenas.keys() - {i.id for i in mesa.instituciones(dia)}):
        instituciones.append(Cargo(ajenas[id].sigla, tuple(_de_la_institucion(mesa, id, dia)), "institucion ajena"))
    grupos = [
        Cargo(g.nombre, (lengua.contar(len(g.integrantes), "integrante"),), "grupo")
        for g in mesa.grupos
        if g.vigente(dia)
    ]
    return Plantel(
        tuple(niveles),
        (
            Cargo("Acompaña: la DIGER", tuple(analistas) or ("Sin analistas asignados",), "apoyo"),
            Cargo("Equipo de apoyo", tuple(apoyo) or ("No consta quién lo integra",), "apoyo"),
        ),
        tuple(instituciones),
        tuple(grupos),
    )


def _coordina(mesa: Mesa, nivel: str, dia: date) -> list[str]:
    """Quién coordina ese nivel, con la sigla de quien le acredita."""
    dichos = []
    for una in mesa.coordina(nivel, dia):
        suyas = una.miembro.instituciones(dia) if hasattr(una.miembro, "instituciones") else []
        dichos.append(f"Coordina: {una.quien}{f' ({suyas[0].sigla})' if suyas else ''}")
    return dichos or ["Nadie lo coordina"]


_PAPELES: tuple[tuple[str, Callable[[Acreditacion], bool]], ...] = (
    ("Político: ", lambda a: a.nivel == "politico"),
    ("Técnico: ", lambda a: a.nivel == "tecnico"),
)


def _de_la_institucion(mesa: Mesa, id: str, dia: date) -> list[str]:
    """Sus acreditados de ese día: los políticos y los técnicos, cada nivel en su renglón."""
    suyos = [a for a in mesa.acreditados(dia) if a.institucion and a.institucion.id == id]
    dichos = [(papel, [a.nombre for a in suyos if es(a)]) for papel, es in _PAPELES]
    return [papel + ", ".join(dict.fromkeys(nombres)) for papel, nombres in dichos if nombres]


# --- dónde va ----------------------------------------------------------------------------------------------------


def _caja(cargo: Cargo, x: int, y: int, ancho: int) -> Caja:
    """La caja de un cargo, tan alta como lo que dice."""
    dentro = ancho - 2 * _RELLENO
    lineas = [(linea, "cabeza") for linea in renglones(cargo.nombre, dentro, _CABEZA, 4)]
    lineas += [(linea, "") for dicho in cargo.dice for linea in renglones(dicho, dentro, _LETRA, 5)]
    puestas = tuple(
        Renglon(x + _RELLENO, y + _RELLENO + 11 + _ALTO_DE_LETRA * i, linea, clase)
        for i, (linea, clase) in enumerate(lineas)
    )
    return Caja(x, y, ancho, 2 * _RELLENO + _ALTO_DE_LETRA * max(1, len(lineas)) - 2, cargo.clase, puestas)


def _estrecha(plantel: Plantel) -> Lamina:
    """Todo de arriba abajo: un tronco a la izquierda, y de él cuelga cuanto no es un nivel."""
    cajas: list[Caja] = []
    rayas, suaves, y = "", "", 1
    for i, cargo in enumerate(plantel.niveles):
        if i:
            rayas += f"M{_SANGRIA // 2} {y - _AIRE}v{_AIRE}"
        cajas.append(_caja(cargo, 1, y, ANCHO - 2))
        y += cajas[-1].alto + _AIRE
    tronco = y - _AIRE
    fin = tronco
    for cargo in (*plantel.apoyos, *plantel.instituciones, *plantel.grupos):
        cajas.append(_caja(cargo, _SANGRIA + 6, y - 10, ANCHO - _SANGRIA - 7))
        medio = y - 10 + cajas[-1].alto // 2
        rama = f"M{_SANGRIA // 2} {medio}h{_SANGRIA // 2 + 6}"
        rayas, suaves = (rayas, suaves + rama) if cargo.clase == "apoyo" else (rayas + rama, suaves)
        fin = medio
        y += cajas[-1].alto + 12
    if fin > tronco:
        rayas += f"M{_SANGRIA // 2} {tronco}V{fin}"
    return Lamina(ANCHO, cajas[-1].y + cajas[-1].alto + 1, tuple(cajas), rayas, suaves)


def _ancha(plantel: Plantel) -> Lamina:
    """Los niveles en el medio, quienes asisten a los lados del último, y debajo las instituciones y los grupos."""
    medio, del_nivel, del_apoyo = HOLGADO // 2, 380, 250
    cajas: list[Caja] = []
    rayas, suaves, y = "", "", 1
    for i, cargo in enumerate(plantel.niveles):
        if i:
            rayas += f"M{medio} {y - _AIRE}v{_AIRE}"
        cajas.append(_caja(cargo, medio - del_nivel // 2, y, del_nivel))
        y += cajas[-1].alto + _AIRE
    ultimo = cajas[-1]
    fondo = ultimo.y + ultimo.alto
    a_la_altura = ultimo.y + min(30, ultimo.alto // 2)
    for i, cargo in enumerate(plantel.apoyos):
        x = HOLGADO - del_apoyo - 1 if i % 2 else 1
        cajas.append(_caja(cargo, x, ultimo.y, del_apoyo))
        desde = ultimo.x + ultimo.ancho if i % 2 else x + del_apoyo
        hasta = x if i % 2 else ultimo.x
        suaves += f"M{desde} {a_la_altura}H{hasta}"
        fondo = max(fondo, cajas[-1].y + cajas[-1].alto)
    tronco = ultimo.y + ultimo.alto
    y = fondo + _AIRE
    for lista in (plantel.instituciones, plantel.grupos):
        puestas, trazo, y, nudo = _rejilla(lista, y, medio)
        cajas += puestas
        if puestas:
            rayas += f"M{medio} {tronco}V{nudo}{trazo}"
            tronco = nudo
    return Lamina(HOLGADO, max(c.y + c.alto for c in cajas) + 1, tuple(cajas), rayas, suaves)


def _rejilla(cargos: Sequence[Cargo], y: int, medio: int) -> tuple[list[Caja], str, int, int]:
    """Unas cajas en filas de a cuatro: ellas, las rayas de que cuelgan, dónde se sigue y la altura de la última raya.

    Por el medio, entre la segunda columna y la tercera, baja el tronco: las filas a medias se llenan desde él.
    """
    hueco = 16
    ancho = (HOLGADO - 2 - hueco * (_COLUMNAS - 1)) // _COLUMNAS
    cajas: list[Caja] = []
    trazo, nudo = "", y - _AIRE
    for i in range(0, len(cargos), _COLUMNAS):
        fila = cargos[i : i + _COLUMNAS]
        nudo = y - _AIRE // 2
        columnas = sorted(_DESDE_EL_MEDIO[: len(fila)])
        puestas = [_caja(c, 1 + (ancho + hueco) * j, y, ancho) for c, j in zip(fila, columnas, strict=True)]
        alto = max(caja.alto for caja in puestas)
        centros = [caja.x + ancho // 2 for caja in puestas]
        trazo += f"M{min(*centros, medio)} {nudo}H{max(*centros, medio)}"
        trazo += "".join(f"M{centro} {nudo}V{y}" for centro in centros)
        cajas += [caja._replace(alto=alto) for caja in puestas]
        y += alto + _AIRE
    return cajas, trazo, y + _AIRE // 2, nudo
