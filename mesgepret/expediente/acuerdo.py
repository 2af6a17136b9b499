"""De una decisión a lo que fue de ella: el acuerdo, lo que resuelve y las líneas de su seguimiento."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from mesgepret.expediente.campos import (
    Entero,
    Fecha,
    Numero,
    Palabras,
    Quienes,
    Ref,
    Refs,
    Texto,
    Una,
    Varias,
    dia_escrito,
)
from mesgepret.expediente.pieza import Evidencia, Pieza

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mesgepret.expediente.acta import Acta, Errata, Seguimiento
    from mesgepret.expediente.miembros import Acreditacion


class Decision(Pieza):
    """Cómo se decidió (R16)."""

    forma = Texto()
    favor = Entero()
    contra = Entero()
    abstencion = Entero()
    como = Texto()


class Hito(Pieza):
    """Un paso intermedio de un acuerdo."""

    que = Texto()
    inicio = Fecha()
    plazo = Fecha()
    responsables = Quienes()


class Resolucion(Pieza):
    """Lo que un acuerdo resuelve sobre otra cosa: aprobarla, rechazarla o devolverla (R31, R66)."""

    sobre = Ref("Acuerdo", "Propuesta", "Plan", "Meta", "Indicador", "Estrategia", tolerante=False)
    version = Entero()
    resolucion = Texto()

    @property
    def acuerdo(self) -> Acuerdo:
        """El acuerdo que resuelve."""
        acuerdo: Acuerdo = self.padre
        return acuerdo

    @property
    def fecha(self) -> date:
        """El día de la sesión en que se resolvió."""
        return self.acuerdo.acta.fecha

    @property
    def provisional(self) -> bool:
        """Si consta en un borrador."""
        return not self.acuerdo.acta.definitiva

    @property
    def politica(self) -> bool:
        """Si en la sesión tomó parte el nivel político."""
        return self.acuerdo.acta.sesion.del_nivel("politico")

    @property
    def nominal(self) -> bool:
        """Si puede saberse qué máximas autoridades asistieron."""
        return self.politica and bool(self.acuerdo.acta.participantes)

    @property
    def autoridades(self) -> list[Acreditacion]:
        """Las máximas autoridades de la mesa que asistieron a la sesión en que se resolvió (R66)."""
        acta = self.acuerdo.acta
        presentes = {p.miembro.id for p in acta.participantes if p.asistio and p.miembro}
        return [a for a in acta.mesa.maximas_autoridades(acta.fecha) if a.id in presentes]


class Corregible(Pieza):
    """Lo que una ayuda memoria posterior puede corregir por fe de erratas (R84)."""

    erratas: tuple[Errata, ...] = ()

    def rige(self, clave: str, dia: date | None = None, *, borradores: bool = True) -> Any:
        """Lo que vale en una clave: lo escrito, o lo que debe decir según la última fe de erratas; None si nada.

        Una errata corrige desde la fecha del acta que la trae: con `dia`, solo las dichas hasta entonces.
        """
        if not self.erratas:
            return self.datos.get(clave)
        dichas = [e for e in self.erratas if e.campo == clave and (borradores or e.acta.definitiva)]
        vigentes = [e.debe_decir for e in dichas if dia is None or e.acta.fecha <= dia]
        return vigentes[-1] if vigentes else self.datos.get(clave)

    def con_errata(self, clave: str) -> bool:
        """Si alguna fe de erratas cambia lo que esa clave decía."""
        return bool(self.erratas) and any(errata.campo == clave for errata in self.erratas)


class Seguido(Pieza):
    """Aquello a lo que se le da seguimiento: un acuerdo, una actividad o un curso de acción (R91)."""

    entradas: tuple[Entrada, ...] = ()

    @cached_property
    def vistas(self) -> dict[tuple[date, bool], Any]:
        """Su situación cada día en que se preguntó por ella: `evaluacion` la calcula una vez."""
        return {}


class Acuerdo(Corregible, Seguido):
    """Un acuerdo o resolución; su texto es definitivo (R84, R90, R105)."""

    NOMBRE = "acuerdo"

    texto = Texto()
    clase = Texto()
    resultado = Texto()
    responsables = Quienes()
    plazo = Fecha()
    sin_plazo = Texto()
    inicio = Fecha()
    hitos = Varias(Hito)
    metas = Refs("Meta")
    actividades = Refs("Actividad")
    limitantes = Refs("Limitante")
    transversales = Refs("Tema")
    alertas = Palabras()
    punto = Entero()
    decision = Una(Decision)
    condicion = Texto()
    requiere_aprobacion = Texto()
    rectifica = Ref("Acuerdo")
    resuelve = Varias(Resolucion)

    rectificado_por: tuple[Acuerdo, ...] = ()
    resoluciones: tuple[Resolucion, ...] = ()

    @property
    def acta(self) -> Acta:
        """La ayuda memoria en que se tomó."""
        acta: Acta = self.padre
        return acta

    @property
    def encargos(self) -> Iterator[tuple[Acuerdo | Hito, Any]]:
        """Cada responsable suyo o de un hito, con la pieza que lo dice; lo que una errata cambió no se reparte."""
        if self.con_errata("responsables"):
            return
        piezas: tuple[Acuerdo | Hito, ...] = (self, *self.hitos)
        for pieza in piezas:
            for quien in pieza.responsables:
                yield pieza, quien

    @property
    def encargados(self) -> list[Any]:
        """Quienes responden de él, como los dejó la fe de erratas; de lo que no se conoce, las palabras."""
        if not self.con_errata("responsables"):
            return list(self.responsables)
        dichos, mesa = self.rige("responsables"), self.acta.mesa
        conocidos: dict[str, Any] = {i.id: i for i in mesa.sector.instituciones} | mesa.miembros
        return [conocidos.get(str(uno), str(uno)) for uno in (dichos if isinstance(dichos, list) else [dichos])]

    @property
    def a_cargo(self) -> list[str]:
        """Los nombres de sus encargados."""
        return [getattr(quien, "nombre", quien) for quien in self.encargados]

    def plazo_vigente(self, dia: date, *, borradores: bool = True) -> date | None:
        """El plazo del acta ese día, corregido por fe de erratas; lo que no es un día no corrige ninguno."""
        corregido = self.rige("plazo", dia, borradores=borradores) if self.erratas else None
        return dia_escrito(corregido) or self.plazo

    @property
    def clave(self) -> str:
        """Su id dentro del acta: «A2»."""
        return str(self.datos["id"])


class Entrada(Pieza):
    """Una línea de seguimiento: cómo va un acuerdo, una actividad o un curso de acción (R91)."""

    NOMBRE = "seguimiento"

    sobre = Ref("Acuerdo", "Actividad", "Curso")
    sobre_texto = Texto()
    estado = Texto()
    avance = Numero()
    fecha_corte = Fecha()
    comentario = Texto()
    nuevo_plazo = Fecha()
    motivo = Texto()
    evidencia = Varias(Evidencia)

    @property
    def origen(self) -> Acta | Seguimiento:
        """El documento que la registra."""
        documento: Acta | Seguimiento = self.padre
        return documento

    @property
    def de_que(self) -> str:
        """Aquello de que trata: su id, o sus palabras si es anterior al repositorio."""
        return self.sobre.id if self.sobre is not None else self.sobre_texto

    @property
    def ajena(self) -> bool:
        """Si trata de lo que es de otra mesa: a lo suyo solo le da seguimiento cada una (R91)."""
        return self.sobre is not None and not self.sobre.id.startswith(f"{self.origen.mesa.sector.sigla}-")

    @property
    def cierra(self) -> bool:
        """Si lo da por cumplido o sin efecto: ya no se espera nada."""
        return self.estado in ("cumplido", "sin_efecto")

    @cached_property
    def fecha(self) -> date:
        """El día de la sesión, o el del archivo entre sesiones."""
        return self.origen.fecha

    @property
    def provisional(self) -> bool:
        """Si consta en un borrador."""
        return not self.origen.definitiva
