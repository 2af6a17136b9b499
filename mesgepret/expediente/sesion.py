"""De una convocatoria y una ayuda memoria del mismo día a la sesión: una, aunque conste en dos documentos."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.diagnostico import Ubicacion
    from mesgepret.expediente.acta import Acta, ActaAnterior
    from mesgepret.expediente.convocatoria import Convocatoria
    from mesgepret.expediente.mesa import Mesa
    from mesgepret.expediente.pieza import Pieza
    from mesgepret.lectura import Ruta


class Sesion:
    """Una sesión de la mesa: su convocatoria, su ayuda memoria, o las dos. Su id es el de ambas."""

    NOMBRE = "sesión"

    def __init__(self, id: str, mesa: Mesa, fecha: date, orden: int, dias_distribucion: int) -> None:
        self.id = id
        self.mesa = mesa
        self.fecha = fecha
        self.orden = orden
        self.dias_distribucion = dias_distribucion
        self.convocatoria: Convocatoria | None = None
        self.acta: Acta | None = None
        self.leida_en: tuple[ActaAnterior, ...] = ()
        self.reprogramada_por: tuple[Convocatoria, ...] = ()
        # Donde otro documento la da por celebrada: todo el que la nombra, menos quien la reprograma (R83).
        self.citas: list[tuple[Pieza, Ruta]] = []

    def __repr__(self) -> str:
        return f"Sesion({self.id})"

    def en(self, *campo: str | int) -> Ubicacion:
        """El lugar de una clave de la ayuda memoria, o de la convocatoria si no la hay."""
        lugar: Ubicacion = self.documento.en(*campo)
        return lugar

    @property
    def documento(self) -> Any:
        """La ayuda memoria si existe; si no, la convocatoria."""
        return self.acta or self.convocatoria

    @property
    def nivel(self) -> str:
        """tecnico, politico o conjunta."""
        return str(self.documento.nivel)

    @property
    def grupo(self) -> Any:
        """El grupo de trabajo que sesionó, o None si fue la mesa."""
        return self.documento.grupo

    @property
    def de_grupo(self) -> bool:
        """Si sesionó un grupo de trabajo, y no la mesa; uno reservado también lo es."""
        return bool(self.documento.tiene("grupo"))

    @property
    def momento(self) -> tuple[date, int]:
        """Su lugar entre las sesiones de su mesa: el día y, dentro de él, el orden."""
        return self.fecha, self.orden

    @property
    def limite_acta(self) -> date:
        """El último día en que su ayuda memoria todavía puede faltar o estar en borrador (R83, R84)."""
        return self.acta.limite_distribucion if self.acta else self.fecha + timedelta(days=self.dias_distribucion)

    def anterior_a(self, otra: Sesion) -> bool:
        """Si se celebró antes que otra; de las de un mismo día, se sabe entre las de una mesa."""
        misma = self.mesa is otra.mesa
        return self.fecha < otra.fecha or (self.fecha == otra.fecha and (not misma or self.orden < otra.orden))

    def del_nivel(self, nivel: str) -> bool:
        """Si ese nivel tomó parte."""
        return self.nivel in (nivel, "conjunta")
