"""De documentos válidos a un índice: cada id con su pieza, y lo que no se puede saber si existe."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.diagnostico import Diagnostico, sugerir
from mesgepret.expediente import (
    acta,
    avances,
    calculo,
    convocatoria,
    mcr,
    mesa,
    metas,
    miembros,
    plan,
    productos,
    repositorio,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mesgepret.diagnostico import Ubicacion
    from mesgepret.expediente.mesa import Mesa
    from mesgepret.expediente.pieza import Raiz
    from mesgepret.lectura import Documento

RAICES: dict[str, type[Raiz]] = {
    "mesgepret": repositorio.Repositorio,
    "feriados": repositorio.Feriados,
    "ejes": mcr.Ejes,
    "sectores": mcr.Sectores,
    "instituciones": mcr.Instituciones,
    "catalogos": mcr.Catalogos,
    "semaforos": mcr.Semaforos,
    "metas": metas.Metas,
    "avances": avances.Avances,
    "mesa": mesa.Mesa,
    "miembros": miembros.Miembros,
    "plan": plan.Plan,
    "convocatoria": convocatoria.Convocatoria,
    "acta": acta.Acta,
    "seguimiento": acta.Seguimiento,
    "diagnostico": productos.DiagnosticoSectorial,
    "limitantes": productos.Limitantes,
    "propuesta": productos.Propuesta,
    "poa": productos.Poa,
    "informe": productos.Informe,
    "contactos": miembros.Contactos,
    "calculo": calculo.Calculo,
}
"""La pieza raíz de cada clase de documento."""


class Situado(NamedTuple):
    """Un documento válido con lo que su ruta dice: la clase y los huecos del sitio."""

    documento: Documento
    clase: str
    huecos: Mapping[str, str]
    propio: bool = True
    """Falso para los catálogos que pone el programa y para un cálculo suelto: pueden nombrar lo que aquí no está."""


class Retenido(NamedTuple):
    """Un documento que no se pudo leer o validar: su archivo, su clase (vacía si ni eso se sabe) y sus huecos."""

    archivo: str
    clase: str
    huecos: Mapping[str, str]


class Indice:
    """Lo que se va sabiendo mientras se enlaza.

    `piezas`: por clase y por id; `por_clase`: las raíces de cada clase de documento, con los huecos de su ruta;
    `duenias`: la mesa de cada archivo; `personas`: quién es cada id dentro de cada mesa; `a_ciegas`: los sectores
    cuyos miembros no se conocen todos; `prefijos`: el comienzo de los ids que vivirían en un documento retenido, de
    los que nadie puede decir que falten.
    """

    def __init__(self, situados: list[Situado], retenidos: list[Retenido]) -> None:
        self.hallazgos: list[Diagnostico] = []
        self.piezas: dict[str, dict[str, Any]] = defaultdict(dict)
        self.por_clase: dict[str, list[tuple[Any, Mapping[str, str]]]] = defaultdict(list)
        self.raices: list[Raiz] = []
        self.ajenos: set[str] = set()
        for documento, clase, huecos, propio in situados:
            raiz = RAICES[clase](documento, (), documento.datos)
            if not propio:
                self.ajenos.add(documento.archivo)
            self.por_clase[clase].append((raiz, huecos))
            self.raices.append(raiz)
        self.retenidos = retenidos
        self.mesas: dict[str, Mesa] = {}
        self.duenias: dict[str, Mesa] = {}
        self.personas: dict[str, dict[str, Any]] = {}
        self.a_ciegas: set[str] = set()
        self.prefijos: tuple[str, ...] = ()

    def registrar(self, clase: str, id: str, pieza: Any) -> None:
        """Anota una pieza por su id; si ya hay otra con el mismo, lo cuenta en los dos lugares.

        De un id repetido no se sabe cuál debió ser: quien apunte a un hermano suyo que falte no será acusado.
        """
        otra = self.piezas[clase].setdefault(id, pieza)
        if otra is not pieza:
            self.repetido(id, pieza.en("id"), otra.en("id"))
            self.prefijos += (id.rpartition("-")[0] + "-",) if "-" in id else ()

    def repetido(self, id: str, lugar: Ubicacion, antes: Ubicacion, que: str = "el id") -> None:
        """Cuenta un id (o una sigla) que ya tenía dueño."""
        self.decir(
            lugar, "V102", f"{que} «{id}» ya está en uso", "elija otro: un id no se repite ni se reutiliza", id, antes
        )

    def decir(
        self, lugar: Ubicacion, codigo: str, mensaje: str, ayuda: str, sobre: str = "", *otras: Ubicacion
    ) -> None:
        """Añade un hallazgo de vínculo."""
        self.hallazgos.append(Diagnostico(lugar, codigo, mensaje, ayuda=ayuda, sobre=sobre, otras=otras))

    def dudar_de_todo(self) -> None:
        """Un archivo en el sitio de nadie puede ser lo que las referencias buscan: ninguna se da por rota."""
        self.prefijos = ("",)

    def del_archivo(self, raiz: Raiz, huecos: Mapping[str, str], hueco: str) -> Any:
        """El sector o la institución que el nombre del archivo dice; si no existe, se cuenta una vez."""
        clase = {"sector": "Sector", "institucion": "Institucion"}[hueco]
        hallado = self.piezas[clase].get(huecos[hueco])
        if hallado is None:
            catalogo = {"sector": "mcr/sectores.yaml", "institucion": "mcr/instituciones.yaml"}[hueco]
            parecido = sugerir(huecos[hueco], self.piezas[clase])
            nombre = {"sector": "el sector", "institucion": "la institución"}[hueco]
            self.dudar_de_todo()
            self.decir(
                raiz.en(), "V103", f"{nombre} «{huecos[hueco]}», que la ruta nombra, no está en {catalogo}",
                f"¿quiso decir «{parecido}»? cambie el nombre del archivo o de la carpeta"
                if parecido else f"añada {nombre} a {catalogo}",
            )  # fmt: skip
        return hallado
