"""De `mcr/avances/` a las cifras: lo que cada institución informó de un periodo, o por qué no informó."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import Fecha, Numero, Numeros, Ref, Texto, Varias
from mesgepret.expediente.periodos import fin_de
from mesgepret.expediente.pieza import Evidencia, Pieza, Raiz

if TYPE_CHECKING:
    from datetime import date

    from mesgepret.expediente.mcr import Institucion


class Desglose(Pieza):
    """Una parte de una cifra."""

    por = Texto()
    categoria = Texto()
    valor = Numero()


class Avance(Pieza):
    """Una cifra informada para un periodo, o por qué no la hay (R25)."""

    NOMBRE = "avance"

    indicador = Ref("Indicador")
    valor = Numero()
    sin_dato = Texto()
    texto_fuente = Texto()
    precision = Texto()
    estado = Texto()
    fecha_corte = Fecha()
    fecha_reporte = Fecha()
    variables = Numeros()
    fuente = Texto()
    evidencia = Varias(Evidencia)
    desglose = Varias(Desglose)
    comentario = Texto()
    causa_desvio = Texto()
    corrige = Texto()

    periodo: str = ""
    institucion: Institucion | None = None

    @property
    def fin(self) -> date:
        """El último día de su periodo."""
        return fin_de(self.periodo)

    @property
    def corregido(self) -> bool:
        """Si la misma institución informó después, del mismo periodo, otra cifra que dice por qué esta estaba mal."""
        hermanos = self.indicador.avances if self.indicador else ()
        suyos = [a for a in hermanos if a.periodo == self.periodo and a.institucion is self.institucion]
        return self in suyos and any(a.corrige for a in suyos[suyos.index(self) + 1 :])

    @property
    def cifra_definitiva(self) -> bool:
        """Si es una cifra, y no la ausencia de una, dada por definitiva (R25)."""
        return self.estado == "definitivo" and self.tiene("valor")


class Avances(Raiz):
    """Las cifras de una institución en un periodo."""

    avances = Varias(Avance)
