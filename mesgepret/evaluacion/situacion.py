"""De un acuerdo y su seguimiento a su situación un día: la última palabra dicha hasta entonces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mesgepret.expediente import Acuerdo, Curso

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from mesgepret.expediente import Actividad, Entrada

CERRADOS = frozenset(["cumplido", "sin_efecto", "rechazado"])
"""Los estados de los que ya no se espera nada."""

EN_ESPERA = frozenset(["por_aprobar", "devuelto"])
"""Los estados de lo que todavía no surte efecto: espera al nivel político."""


class Situacion(NamedTuple):
    """Cómo está algo un día.

    `estado`: pendiente, en_proceso, cumplido, sin_efecto, por_aprobar, devuelto o rechazado. `plazo`: el que rige ese
    día; `plazo_original`, el primero. `atraso`: días pasados desde el plazo, 0 si no está vencido. `provisional`: si la
    última palabra está en un borrador.
    """

    estado: str
    plazo: date | None
    plazo_original: date | None
    reprogramaciones: tuple[Entrada, ...]
    entradas: tuple[Entrada, ...]
    avance: Decimal | None
    atraso: int
    provisional: bool

    @property
    def abierto(self) -> bool:
        """Si todavía se espera algo."""
        return self.estado not in CERRADOS

    @property
    def exigible(self) -> bool:
        """Si surte efecto y todavía se espera: ni cerrado ni pendiente de que el nivel político lo apruebe."""
        return self.abierto and self.estado not in EN_ESPERA

    @property
    def vencido(self) -> bool:
        """Si su plazo pasó y sigue abierto."""
        return self.atraso > 0


def situacion(que: Acuerdo | Actividad | Curso, dia: date, *, borradores: bool = True) -> Situacion:
    """La situación de un acuerdo, actividad o curso el día `dia`; sin `borradores`, solo con lo definitivo.

    El estado es el de la última entrada por fecha de sesión o de archivo. El plazo original es el del acta, como lo
    dejó la fe de erratas, y se mueve por `nuevo_plazo`. Lo que requiere aprobación no surte efecto hasta que un acta
    política lo resuelve (T12).
    """
    if (dia, borradores) not in que.vistas:
        que.vistas[dia, borradores] = _situacion(que, dia, borradores=borradores)
    vista: Situacion = que.vistas[dia, borradores]
    return vista


def _situacion(que: Acuerdo | Actividad | Curso, dia: date, *, borradores: bool) -> Situacion:
    entradas = tuple([e for e in que.entradas if e.fecha <= dia and (borradores or not e.provisional)])
    original = que.fin if not isinstance(que, Acuerdo) else que.plazo_vigente(dia, borradores=borradores)
    reprogramaciones = tuple([e for e in entradas if e.nuevo_plazo is not None])
    plazo = reprogramaciones[-1].nuevo_plazo if reprogramaciones else original
    estado = _sin_resolver(que, dia) or (entradas[-1].estado if entradas else "pendiente")
    avances = [e.avance for e in entradas if e.avance is not None]
    corre = estado not in CERRADOS and estado not in EN_ESPERA
    return Situacion(
        estado=estado,
        plazo=plazo,
        plazo_original=original,
        reprogramaciones=reprogramaciones,
        entradas=entradas,
        avance=avances[-1] if avances else None,
        atraso=max(0, (dia - plazo).days) if corre and plazo is not None else 0,
        provisional=bool(entradas) and entradas[-1].provisional,
    )


def _sin_resolver(que: Acuerdo | Actividad | Curso, dia: date) -> str:
    """Vacío si surte efecto; si no, lo que falta o lo que el nivel político dijo."""
    if not isinstance(que, Acuerdo) or not que.requiere_aprobacion:
        return ""
    dichas = [
        resolucion.resolucion
        for resolucion in que.resoluciones
        if resolucion.acuerdo.acta.sesion.del_nivel("politico")
        and resolucion.acuerdo.acta.definitiva
        and resolucion.acuerdo.acta.fecha <= dia
    ]
    if not dichas:
        return "por_aprobar"
    return {"aprobado": "", "rechazado": "rechazado"}.get(dichas[-1], "devuelto")
