"""De lo que cambió en una mesa a valores con nombre: lo que sus lectores quieren saber, y nada de cómo se dice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.evaluacion import variacion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from mesgepret.diagnostico import Diagnostico
    from mesgepret.evaluacion import ResultadoDeMeta, Situacion
    from mesgepret.evaluacion.esperado import Esperado
    from mesgepret.expediente import Acreditacion, Acuerdo, Entrada, Expediente, Indicador, Meta, Resolucion
    from mesgepret.expediente.avances import Avance
    from mesgepret.historia.documentos import Cambiado


class Foto(NamedTuple):
    """Un repositorio en una revisión: su expediente, None si no se pudo enlazar, y lo que las reglas dicen de él."""

    expediente: Expediente | None
    hallazgos: tuple[Diagnostico, ...]


class Movido(NamedTuple):
    """Un acuerdo que ya estaba y del que se dijo algo: cómo estaba, cómo está, y lo que se le añadió."""

    acuerdo: Acuerdo
    antes: Situacion
    despues: Situacion
    entradas: tuple[Entrada, ...]
    resoluciones: tuple[Resolucion, ...]

    @property
    def reprogramado(self) -> bool:
        """Si su plazo es otro."""
        return self.antes.plazo != self.despues.plazo

    @property
    def dias(self) -> int | None:
        """Cuántos días se movió el plazo; None si no se movió, o si antes o después no hay ninguno."""
        viejo, nuevo = self.antes.plazo, self.despues.plazo
        return (nuevo - viejo).days if viejo and nuevo and viejo != nuevo else None

    @property
    def cumplido(self) -> bool:
        """Si con esto quedó cumplido."""
        return self.despues.estado == "cumplido" != self.antes.estado


class Meneo(NamedTuple):
    """Lo que se espera de un periodo, que es otra cosa, y el acuerdo o la sesión que lo aprobó; vacío si no se dice."""

    indicador: Indicador
    periodo: str
    antes: Esperado
    despues: Esperado
    acordado_en: str

    @property
    def por_ciento(self) -> Decimal | None:
        """El cambio, como porcentaje de lo que era; None si no había, o era cero."""
        era, es = self.antes.valor, self.despues.valor
        return None if era is None or es is None else variacion(era, es)


class Informado(NamedTuple):
    """Una cifra que antes no estaba; `corregida`: la que dice corregir."""

    avance: Avance
    corregida: Avance | None


class Luces(NamedTuple):
    """Una meta cuya luz o estado cambió."""

    meta: Meta
    antes: ResultadoDeMeta
    despues: ResultadoDeMeta


@dataclass
class Cambios:
    """Lo que cambió en una mesa; `mesa` vacío: lo que no es de ninguna. Todo, en orden de archivo.

    `a_ciegas`: si algo no se pudo leer o enlazar en una de las dos revisiones; entonces lo que dicen las reglas no se
    sabe, y de lo que no se leyó solo se sabe lo que cambió en sus `documentos`.
    """

    mesa: str
    nombre: str = ""
    a_ciegas: bool = False
    nuevos: list[Acuerdo] = field(default_factory=list)
    movidos: list[Movido] = field(default_factory=list)
    retirados: list[Acuerdo] = field(default_factory=list)
    entran: list[Acreditacion] = field(default_factory=list)
    salen: list[Acreditacion] = field(default_factory=list)
    metas: list[Meneo] = field(default_factory=list)
    cifras: list[Informado] = field(default_factory=list)
    luces: list[Luces] = field(default_factory=list)
    alertas_nuevas: list[Diagnostico] = field(default_factory=list)
    alertas_idas: list[Diagnostico] = field(default_factory=list)
    incumplimientos: list[Diagnostico] = field(default_factory=list)
    justificados: list[Diagnostico] = field(default_factory=list)
    documentos: list[Cambiado] = field(default_factory=list)
    redaccion: list[Cambiado] = field(default_factory=list)

    @property
    def hay(self) -> bool:
        """Si hay algo que decir."""
        return any(valor for clave, valor in vars(self).items() if clave not in ("mesa", "nombre", "a_ciegas"))

    @property
    def hay_de_fondo(self) -> bool:
        """Si algo dice otra cosa, y no solo de otra manera."""
        return any(v for c, v in vars(self).items() if c not in ("mesa", "nombre", "a_ciegas", "redaccion"))


class Comparacion(NamedTuple):
    """Lo que cambió entre dos revisiones.

    `base`, `cabeza`: como se nombraron; `cabeza` vacía es la carpeta de trabajo. `desde`, `hasta`: las confirmaciones
    que se compararon; `comun`: si `desde` es la última que las dos comparten. `forja`, `dentro`: dónde se ve un
    archivo, y en qué carpeta están. `faltas`: lo que no podía pasar. `errores`: cuántos, en la revisión nueva, no dejan
    leer o enlazar un documento. `hoy`: el día en que se miran las dos.
    """

    base: str
    cabeza: str
    desde: str
    hasta: str
    comun: bool
    forja: str = ""
    dentro: str = ""
    faltas: Sequence[Diagnostico] = ()
    cambios: Sequence[Cambios] = ()
    errores: int = 0
    hoy: date | None = None

    @property
    def nada(self) -> bool:
        """Si no hay nada que decir, ni de fondo ni de forma."""
        return not self.faltas and not self.cambios
