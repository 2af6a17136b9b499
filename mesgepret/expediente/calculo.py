"""De un archivo suelto con metas y cifras a piezas del modelo: lo que `calcular` mira fuera de todo repositorio."""

from __future__ import annotations

from mesgepret.expediente.avances import Avance
from mesgepret.expediente.campos import Texto, Varias
from mesgepret.expediente.mcr import Semaforo
from mesgepret.expediente.metas import Meta
from mesgepret.expediente.pieza import Raiz


class AvanceSuelto(Avance):
    """Una cifra que dice ella misma su periodo, porque no hay carpeta que lo diga."""

    periodo = Texto()


class Calculo(Raiz):
    """Metas y cifras en un solo archivo; sus ids no llevan prefijo: `M1`, `M1-I1`."""

    metas = Varias(Meta)
    avances = Varias(AvanceSuelto)
    semaforos = Varias(Semaforo)
